package org.xinju.calendar;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/**
 * Which days are working days: Monday to Friday, less the statutory holidays, plus the make-up days, as the State Council announces them each
 * autumn (domain.md 8a). In a year that has not been announced every Monday to Friday counts.
 */
public final class WorkingCalendar {

    private static final String CHINA = "/calendars/working-days.txt";

    private final Set<LocalDate> off = new HashSet<>();
    private final Set<LocalDate> makeUp = new HashSet<>();
    private final Set<Integer> announced = new HashSet<>();

    private WorkingCalendar() {}

    /** The calendar that comes with the product. */
    public static WorkingCalendar china() {
        try (var lines = new BufferedReader(new InputStreamReader(
                Objects.requireNonNull(WorkingCalendar.class.getResourceAsStream(CHINA)), StandardCharsets.UTF_8))) {
            return of(lines.lines().toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * @param lines {@code off 2026-02-15 2026-02-23} (first and last day) or {@code work 2026-02-14}; blank lines and those that begin with
     *     {@code #} say nothing
     * @throws IllegalArgumentException for any other line
     */
    static WorkingCalendar of(List<String> lines) {
        var calendar = new WorkingCalendar();
        lines.stream().map(String::strip).filter(line -> !line.isEmpty() && !line.startsWith("#")).forEach(calendar::read);
        return calendar;
    }

    public boolean isWorkingDay(LocalDate day) {
        var weekday = day.getDayOfWeek().getValue() <= DayOfWeek.FRIDAY.getValue();
        return makeUp.contains(day) || weekday && !off.contains(day);
    }

    /** The last day of so many working days that begin after {@code start}: who has five from a Monday on has until the next. */
    public LocalDate after(LocalDate start, int workingDays) {
        var day = start;
        for (var left = workingDays; left > 0; left -= isWorkingDay(day) ? 1 : 0) {
            day = day.plusDays(1);
        }
        return day;
    }

    /** Whether the holidays of the day's year are known; a deadline in another year is provisional. */
    public boolean isAnnounced(LocalDate day) {
        return announced.contains(day.getYear());
    }

    private void read(String line) {
        var words = line.split("\\s+", -1);
        if (words.length == 3 && words[0].equals("off")) {
            var last = LocalDate.parse(words[2]);
            LocalDate.parse(words[1]).datesUntil(last.plusDays(1)).forEach(off::add);
            announced.add(last.getYear());
        } else if (words.length == 2 && words[0].equals("work")) {
            makeUp.add(LocalDate.parse(words[1]));
        } else {
            throw new IllegalArgumentException("neither a holiday nor a make-up day: " + line);
        }
    }
}
