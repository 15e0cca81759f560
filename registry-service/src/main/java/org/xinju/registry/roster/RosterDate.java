package org.xinju.registry.roster;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.regex.Pattern;

import org.xinju.events.Rule;
import org.xinju.registry.identity.Parsed;
import org.xinju.registry.identity.Typed;

/** Reads dates as offices write them. */
final class RosterDate {

    static final Rule MISSING = Rule.invalid("date-missing", "Zhejiang residence regulation art. 8");
    static final Rule NO_DAY = Rule.invalid("date-without-day", "Zhejiang residence regulation art. 8: three working days from the start");
    static final Rule NO_SUCH_DAY = Rule.invalid("date-no-such-day", "calendar");
    static final Rule FORMAT = Rule.invalid("date-format", "product R7");
    static final Rule FUTURE = Rule.invalid("date-in-future", "product R7: a roster lists who works there");

    private static final Pattern FULL = Pattern.compile("(\\d{4})[-/.年](\\d{1,2})[-/.月](\\d{1,2})日?(?:[T ]?\\d{1,2}:.*)?");
    private static final Pattern DIGITS = Pattern.compile("(\\d{4})(\\d{2})(\\d{2})");
    private static final Pattern MONTH = Pattern.compile("(\\d{4})[-/.年](\\d{1,2})月?|(\\d{4})(\\d{2})");
    private static final Pattern SERIAL = Pattern.compile("[2-6]\\d{4}");
    private static final LocalDate SERIAL_ZERO = LocalDate.of(1899, 12, 30);

    private RosterDate() {}

    /** @param today no hire lies after it */
    static Parsed<LocalDate> parse(RawRow.Cell cell, LocalDate today) {
        var read = cell.date() != null ? Parsed.of(cell.date()) : parse(Typed.compact(cell.text()));
        return read instanceof Parsed.Read<LocalDate>(var date) && date.isAfter(today) ? Parsed.refused(FUTURE) : read;
    }

    private static Parsed<LocalDate> parse(String text) {
        if (text.isEmpty()) {
            return Parsed.refused(MISSING);
        }
        for (var pattern : new Pattern[] {FULL, DIGITS}) {
            var m = pattern.matcher(text);
            if (m.matches()) {
                return day(m.group(1), m.group(2), m.group(3));
            }
        }
        if (SERIAL.matcher(text).matches()) { // a date whose cell lost its format
            return Parsed.of(SERIAL_ZERO.plusDays(Long.parseLong(text)));
        }
        return Parsed.refused(MONTH.matcher(text).matches() ? NO_DAY : FORMAT);
    }

    private static Parsed<LocalDate> day(String year, String month, String day) {
        try {
            return Parsed.of(LocalDate.of(Integer.parseInt(year), Integer.parseInt(month), Integer.parseInt(day)));
        } catch (DateTimeException e) {
            return Parsed.refused(NO_SUCH_DAY);
        }
    }
}
