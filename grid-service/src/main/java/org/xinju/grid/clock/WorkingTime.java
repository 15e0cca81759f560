package org.xinju.grid.clock;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;

import org.xinju.calendar.WorkingCalendar;

/** Counts the time in which offices are open: 08:30-12:00 and 13:00-17:30 of every working day in Ningbo, eight hours a day. */
public final class WorkingTime {

    /** The working time of one day. */
    public static final Duration DAY = Duration.ofHours(8);

    private static final ZoneId NINGBO = ZoneId.of("Asia/Shanghai");

    private record Hours(LocalTime from, LocalTime until) {}

    private static final List<Hours> HOURS = List.of(new Hours(LocalTime.of(8, 30), LocalTime.NOON),
            new Hours(LocalTime.of(13, 0), LocalTime.of(17, 30)));

    private final WorkingCalendar calendar;

    public WorkingTime(WorkingCalendar calendar) {
        this.calendar = calendar;
    }

    /** The first moment by which that much working time has passed since {@code start}; {@code start} itself for none. */
    public Instant after(Instant start, Duration time) {
        var left = time;
        for (var day = day(start); !left.isZero(); day = day.plusDays(1)) {
            if (calendar.isWorkingDay(day)) {
                for (var hours : HOURS) {
                    var from = later(start, at(day, hours.from()));
                    var open = positive(Duration.between(from, at(day, hours.until())));
                    if (left.compareTo(open) <= 0) {
                        return from.plus(left);
                    }
                    left = left.minus(open);
                }
            }
        }
        return start;
    }

    /** Working time between two moments; none if the second is not later. */
    public Duration between(Instant from, Instant until) {
        var sum = Duration.ZERO;
        for (var day = day(from); from.isBefore(until) && !day.isAfter(day(until)); day = day.plusDays(1)) {
            if (calendar.isWorkingDay(day)) {
                for (var hours : HOURS) {
                    var first = later(from, at(day, hours.from()));
                    var last = earlier(until, at(day, hours.until()));
                    sum = sum.plus(positive(Duration.between(first, last)));
                }
            }
        }
        return sum;
    }

    /** Whether a moment rests on a year whose holidays have not been announced. */
    public boolean isProvisional(Instant moment) {
        return !calendar.isAnnounced(day(moment));
    }

    private static LocalDate day(Instant moment) {
        return LocalDate.ofInstant(moment, NINGBO);
    }

    private static Instant at(LocalDate day, LocalTime time) {
        return day.atTime(time).atZone(NINGBO).toInstant();
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }

    private static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }

    private static Duration positive(Duration time) {
        return time.isNegative() ? Duration.ZERO : time;
    }
}
