package org.xinju.grid.cases;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;

import org.xinju.events.Ids;

/**
 * Numbers of cases for people: {@code DG-20261125-40417}. A number follows from the case's id, so a repeated report gets the same and none is
 * used up in vain; there is no counter to race for, and it does not tell how much is reported. A unique index finds the few that collide: the
 * next attempt then gives another, and a longer one where a day has very many.
 */
final class CaseNumber {

    private static final int SHORTEST = 5;
    private static final int LONGEST = 12;
    private static final int TRIES_PER_LENGTH = 4;

    private CaseNumber() {}

    /** @param attempt from 0 */
    static String of(String caseId, LocalDate day, int attempt) {
        var digits = Math.min(LONGEST, SHORTEST + attempt / TRIES_PER_LENGTH);
        var range = Math.powExact(10L, digits);
        var number = Math.floorMod(Ids.derive("case number", caseId, Integer.toString(attempt)).getMostSignificantBits(), range);
        return "DG-%s-%0".concat(digits + "d").formatted(day.format(DateTimeFormatter.BASIC_ISO_DATE), number);
    }
}
