package org.xinju.registry.roster;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Finds the header of a roster among title and note lines: one row, or two where the upper one groups columns. */
record Header(int position, Map<Column, Integer> columns) {

    private static final int SEARCHED_ROWS = 40;

    /** The first row that names a person and an ID number; headings that only the row above has are taken from there. */
    static Optional<Header> find(List<RawRow> rows) {
        for (var i = 0; i < Math.min(rows.size(), SEARCHED_ROWS); i++) {
            var columns = columns(rows.get(i));
            if (columns.containsKey(Column.NAME) && columns.containsKey(Column.ID_NUMBER)) {
                if (i > 0) {
                    var below = columns;
                    columns(rows.get(i - 1)).forEach((column, at) -> {
                        if (!below.containsValue(at)) {
                            below.putIfAbsent(column, at);
                        }
                    });
                }
                return Optional.of(new Header(i, columns));
            }
        }
        return Optional.empty();
    }

    List<String> missing() {
        return Stream.of(Column.values()).filter(c -> c.needed() && !columns.containsKey(c)).map(Column::heading).toList();
    }

    private static Map<Column, Integer> columns(RawRow row) {
        var columns = new EnumMap<Column, Integer>(Column.class);
        for (var at = 0; at < row.cells().size(); at++) {
            var position = at;
            Column.of(row.cells().get(at).text()).ifPresent(column -> columns.putIfAbsent(column, position));
        }
        return columns;
    }
}
