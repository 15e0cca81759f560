package org.xinju.grid.clock;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;

import org.junit.jupiter.api.Test;

import org.xinju.calendar.WorkingCalendar;

import static org.assertj.core.api.Assertions.assertThat;

class CaseClockTest {

    private static final Limits URGENT = new Limits(Severity.URGENT, Basis.ROUND_THE_CLOCK, Duration.ofMinutes(30), 1, 1, null);
    private static final Limits GENERAL = new Limits(Severity.GENERAL, Basis.WORKING_TIME, null, 5, 2, null);
    private static final Limits COMPLEX = new Limits(Severity.COMPLEX, Basis.WORKING_TIME, null, 7, 2, 15);

    private final WorkingTime working = new WorkingTime(WorkingCalendar.china());

    @Test
    void a_general_case_of_wednesday_morning_is_due_a_week_later_and_yellow_after_four_days() {
        var clock = CaseClock.started(GENERAL, at("2026-11-25T09:00"), working);
        assertThat(clock.due()).isEqualTo(at("2026-12-02T09:00"));
        assertThat(clock.turns()).isEqualTo(at("2026-12-01T09:00"));
        assertThat(clock.at(at("2026-12-01T08:59"), working).colour()).isEqualTo(Colour.GREEN);
        assertThat(clock.at(at("2026-12-01T09:00"), working).colour()).isEqualTo(Colour.YELLOW);
        assertThat(clock.at(at("2026-12-01T09:00"), working).turns()).isEqualTo(at("2026-12-02T09:00"));
        var late = clock.at(at("2026-12-02T09:00"), working);
        assertThat(late.colour()).isEqualTo(Colour.RED);
        assertThat(late.turns()).isNull();
        assertThat(late.due()).isEqualTo(at("2026-12-02T09:00"));
    }

    @Test
    void an_urgent_case_runs_at_night_and_first_until_somebody_responds() {
        var clock = CaseClock.started(URGENT, at("2026-11-28T23:00"), working);
        assertThat(clock.due()).isEqualTo(at("2026-11-28T23:30"));
        assertThat(clock.turns()).isEqualTo(at("2026-11-28T23:24"));
        var accepted = clock.after(CaseClock.Act.RUN, URGENT, at("2026-11-28T23:10"), working);
        assertThat(accepted.due()).isEqualTo(at("2026-11-29T23:00"));
        assertThat(accepted.colour()).isEqualTo(Colour.GREEN);
    }

    @Test
    void it_pauses_while_the_result_is_checked_and_goes_on_where_it_was() {
        var clock = CaseClock.started(GENERAL, at("2026-11-25T09:00"), working);
        var checking = clock.after(CaseClock.Act.CHECK, GENERAL, at("2026-11-26T09:00"), working); // one day used
        assertThat(checking.due()).as("two days to check").isEqualTo(at("2026-11-30T09:00"));
        assertThat(checking.at(at("2026-11-30T09:00"), working).colour()).as("a check has a deadline too").isEqualTo(Colour.RED);
        var again = checking.after(CaseClock.Act.RUN, GENERAL, at("2026-11-27T09:00"), working);
        assertThat(again.due()).as("four days left").isEqualTo(at("2026-12-03T09:00"));
        assertThat(again.colour()).isEqualTo(Colour.GREEN);
    }

    @Test
    void it_keeps_the_colour_of_the_moment_in_which_it_stops() {
        var clock = CaseClock.started(GENERAL, at("2026-11-25T09:00"), working);
        var stopped = clock.after(CaseClock.Act.STOP, GENERAL, at("2026-12-01T10:00"), working);
        assertThat(stopped.due()).isNull();
        assertThat(stopped.turns()).isNull();
        assertThat(stopped.at(at("2027-06-01T10:00"), working).colour()).isEqualTo(Colour.YELLOW);
    }

    @Test
    void it_begins_anew_for_a_case_that_is_reopened() {
        var stopped = CaseClock.started(GENERAL, at("2026-11-25T09:00"), working).after(CaseClock.Act.STOP, GENERAL, at("2026-12-03T10:00"), working);
        var reopened = stopped.after(CaseClock.Act.RESTART, GENERAL, at("2026-12-07T09:00"), working);
        assertThat(reopened.colour()).isEqualTo(Colour.GREEN);
        assertThat(reopened.due()).isEqualTo(at("2026-12-14T09:00"));
    }

    @Test
    void another_severity_counts_from_the_report() {
        var clock = CaseClock.started(URGENT, at("2026-11-25T09:00"), working);
        var regraded = clock.regraded(GENERAL, at("2026-11-25T09:00"), at("2026-11-25T15:00"), working);
        assertThat(regraded.due()).isEqualTo(at("2026-12-02T09:00"));
    }

    @Test
    void an_extension_gives_fifteen_days_from_the_report_and_may_turn_it_back_to_green() {
        var clock = CaseClock.started(COMPLEX, at("2026-11-02T09:00"), working).at(at("2026-11-11T09:00"), working);
        assertThat(clock.colour()).isEqualTo(Colour.RED);
        var extended = clock.extended(COMPLEX, at("2026-11-11T09:00"), working);
        assertThat(extended.colour()).isEqualTo(Colour.GREEN);
        assertThat(extended.due()).isEqualTo(at("2026-11-23T09:00"));
    }

    private static Instant at(String local) {
        return LocalDateTime.parse(local).atZone(ZoneId.of("Asia/Shanghai")).toInstant();
    }
}
