package org.xinju.points.confirmation;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

import org.xinju.calendar.WorkingCalendar;
import org.xinju.points.confirmation.Confirmation.Status;

import static org.assertj.core.api.Assertions.assertThat;

class DeadlineTest {

    private static final WorkingCalendar CALENDAR = WorkingCalendar.china();

    @ParameterizedTest
    @CsvSource({
        "DRAFTED,2026-11-25T01:00:00Z,2026-12-09,false",
        "OBJECTED,2026-11-25T01:00:00Z,2026-12-02,false",
        "OBJECTED,2026-11-25T17:00:00Z,2026-12-03,false", // in Ningbo it is the next day
        "OBJECTED,2026-09-29T01:00:00Z,2026-10-12,false", // the national holiday, and a Saturday that is worked
        "DRAFTED,2026-12-28T01:00:00Z,2027-01-11,true"})
    void a_department_has_ten_working_days_for_a_draft_and_five_for_an_objection(Status status, Instant at, LocalDate day, boolean provisional) {
        assertThat(Deadline.of(in(status, at), CALENDAR)).contains(new Deadline(day, provisional));
    }

    @ParameterizedTest
    @EnumSource(names = {"CONFIRMED", "REFUSED", "WITHDRAWN"})
    void what_is_decided_has_none(Status status) {
        assertThat(Deadline.of(in(status, Instant.parse("2026-11-25T01:00:00Z")), CALENDAR)).isEmpty();
    }

    private static Confirmation in(Status status, Instant at) {
        var day = LocalDate.parse("2012-06-30");
        var claim = new Claim("education", day, null, "bachelor", Map.of(), new Proof("degree-certificate", "A-1", day));
        return new Confirmation("one", "P02", "education", List.of(new Act(status, claim, "officer", at, null)));
    }
}
