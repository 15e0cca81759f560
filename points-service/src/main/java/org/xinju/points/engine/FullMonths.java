package org.xinju.points.engine;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/**
 * Counting full months and years. A month is full on the corresponding day; where the month has no such day, on its last (Civil Code art.
 * 202). {@link ChronoUnit#MONTHS} alone would make somebody registered on 31 January wait until 1 March.
 */
final class FullMonths {

    private FullMonths() {}

    /** Full months between the two, 0 when {@code end} is not later. */
    static int between(LocalDate start, LocalDate end) {
        if (!end.isAfter(start)) {
            return 0;
        }
        int months = Math.toIntExact(ChronoUnit.MONTHS.between(start, end));
        return start.plusMonths(months + 1L).isAfter(end) ? months : months + 1;
    }

    /** Age in full years; who is born on 29 February turns a year older on 28 February of a common year. */
    static int years(LocalDate birth, LocalDate on) {
        return between(birth, on) / 12;
    }
}
