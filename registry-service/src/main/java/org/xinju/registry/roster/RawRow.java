package org.xinju.registry.roster;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * A row as it stands in the file.
 *
 * @param number as the spreadsheet shows it, from 1
 */
record RawRow(int number, List<Cell> cells) {

    /**
     * @param text what a reader sees, or the plain digits of a number
     * @param number set when the cell holds a number and no text
     * @param date set when the cell is a number shown as a date
     */
    record Cell(String text, @Nullable BigDecimal number, @Nullable LocalDate date) {

        static final Cell EMPTY = new Cell("", null, null);

        static Cell text(String text) {
            return new Cell(text, null, null);
        }

        static Cell number(BigDecimal number) {
            var plain = number.stripTrailingZeros();
            return new Cell((plain.scale() < 0 ? plain.setScale(0) : plain).toPlainString(), number, null);
        }

        static Cell date(BigDecimal number, LocalDate date) {
            return new Cell(date.toString(), number, date);
        }

        boolean blank() {
            return text.isBlank();
        }
    }

    Cell cell(int column) {
        return column < cells.size() ? cells.get(column) : Cell.EMPTY;
    }
}
