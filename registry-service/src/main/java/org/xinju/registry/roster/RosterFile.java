package org.xinju.registry.roster;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;

import org.xinju.events.Rejection;

/** What an uploaded file turned out to be. */
sealed interface RosterFile {

    /** Refused as a whole, with one reason. */
    record NotARoster(Rejection reason) implements RosterFile {}

    /**
     * @param sheet name of the sheet, empty for a text file
     * @param columns where each column stands
     * @param rows all rows below the header up to the last that holds anything
     * @param ignoredSheets other sheets of the file
     */
    record Roster(String sheet, Map<Column, Integer> columns, List<RawRow> rows, List<String> ignoredSheets) implements RosterFile {

        public Roster {
            columns = new EnumMap<>(columns);
            rows = List.copyOf(rows);
            ignoredSheets = List.copyOf(ignoredSheets);
        }

        RawRow.Cell cell(RawRow row, Column column) {
            var position = columns.get(column);
            return position == null ? RawRow.Cell.EMPTY : row.cell(position);
        }
    }
}
