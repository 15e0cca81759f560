package org.xinju.grid.clock;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;

import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.xinju.calendar.WorkingCalendar;

import static org.assertj.core.api.Assertions.assertThat;

class WorkingTimeTest {

    private static final ZoneId NINGBO = ZoneId.of("Asia/Shanghai");

    private final WorkingTime working = new WorkingTime(WorkingCalendar.china());

    @ParameterizedTest
    @CsvSource({
        "2026-11-25T09:00,PT8H,2026-11-26T09:00", // over lunch and night
        "2026-11-25T11:30,PT1H,2026-11-25T13:30",
        "2026-11-25T12:30,PT1H,2026-11-25T14:00",
        "2026-11-27T17:00,PT1H,2026-11-30T09:00", // over a weekend
        "2026-11-28T10:00,PT8H,2026-11-30T17:30",
        "2026-09-30T09:00,PT8H,2026-10-08T09:00", // over the national holiday
        "2026-02-13T17:30,PT8H,2026-02-14T17:30", // a Saturday that is worked
        "2026-02-14T17:00,PT1H,2026-02-24T09:00",
        "2026-11-25T02:00,PT0S,2026-11-25T02:00"})
    void time_runs_only_while_offices_are_open(LocalDateTime start, Duration time, LocalDateTime end) {
        assertThat(working.after(at(start), time)).isEqualTo(at(end));
    }

    @Example
    void a_deadline_in_a_year_without_a_calendar_is_provisional() {
        assertThat(working.isProvisional(at(LocalDateTime.parse("2026-12-31T17:00")))).isFalse();
        assertThat(working.isProvisional(at(LocalDateTime.parse("2027-01-04T09:00")))).isTrue();
    }

    @Property
    void what_is_added_can_be_measured_again(@ForAll @IntRange(max = 3 * 365 * 24 * 60) int startMinute, @ForAll @IntRange(max = 30_000) int minutes) {
        var start = at(LocalDateTime.parse("2024-01-01T00:00")).plus(Duration.ofMinutes(startMinute));
        var end = working.after(start, Duration.ofMinutes(minutes));
        assertThat(working.between(start, end)).isEqualTo(Duration.ofMinutes(minutes));
        assertThat(end).isAfterOrEqualTo(start);
        if (minutes > 0) { // and no earlier moment would do
            assertThat(working.between(start, end.minusMillis(1))).isLessThan(Duration.ofMinutes(minutes));
        }
    }

    private static Instant at(LocalDateTime local) {
        return local.atZone(NINGBO).toInstant();
    }
}
