package org.xinju.registry.roster;

import java.util.ArrayList;
import java.util.List;

/** A sheet of a workbook, or a text file, row by row. */
record Sheet(String name, List<RawRow> rows) {

    /** Rows beyond this are not read; a roster of that size is refused. */
    static final int MOST_ROWS = 50_200;

    /** Collects rows and fills the gaps that spreadsheets leave for empty ones, so that numbers are those the office sees. */
    static final class Builder {

        private static final int LONGEST_GAP = 1000;

        private final Extent extent;
        private final List<RawRow> rows = new ArrayList<>();

        /** @param extent of the file that the sheet is from */
        Builder(Extent extent) {
            this.extent = extent;
        }

        boolean full() {
            return rows.size() >= MOST_ROWS;
        }

        /** @throws UnreadableException if the file holds too much */
        void add(RawRow row) throws UnreadableException {
            if (row.cells().stream().allMatch(RawRow.Cell::blank)) {
                return;
            }
            extent.add(row);
            var next = rows.isEmpty() ? 1 : rows.getLast().number() + 1;
            if (row.number() - next <= LONGEST_GAP) {
                for (var number = next; number < row.number() && !full(); number++) {
                    rows.add(new RawRow(number, List.of()));
                }
            }
            rows.add(row);
        }

        Sheet build(String name) {
            return new Sheet(name, List.copyOf(rows));
        }
    }
}
