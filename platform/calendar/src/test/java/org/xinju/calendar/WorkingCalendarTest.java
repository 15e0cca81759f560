package org.xinju.calendar;

import java.time.LocalDate;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class WorkingCalendarTest {

    private final WorkingCalendar calendar = WorkingCalendar.china();

    @ParameterizedTest
    @CsvSource({"2026-11-25,true", "2026-11-28,false", "2026-11-29,false",
        "2026-02-14,true", "2026-02-15,false", "2026-02-20,false", "2026-02-23,false", "2026-02-24,true", "2026-02-28,true", // Spring Festival
        "2026-10-01,false", "2026-10-08,true", "2026-10-10,true", "2026-09-20,true", "2026-09-25,false", "2026-01-04,true",
        "2025-10-08,false", "2025-01-26,true", "2024-02-18,true", "2024-05-11,true", "2024-05-12,false",
        "2027-01-01,true", "2027-01-02,false"}) // a year that is not announced
    void holidays_are_off_and_make_up_days_are_worked(LocalDate day, boolean works) {
        assertThat(calendar.isWorkingDay(day)).isEqualTo(works);
    }

    @ParameterizedTest
    @CsvSource({
        "2026-11-23,5,2026-11-30", // over a weekend
        "2026-11-27,1,2026-11-30",
        "2026-11-28,1,2026-11-30", // begins on a Saturday
        "2026-09-28,5,2026-10-10", // over the national holiday to a Saturday that is worked
        "2026-02-13,2,2026-02-24",
        "2026-11-23,0,2026-11-23"})
    void days_are_counted_from_the_one_after(LocalDate start, int days, LocalDate last) {
        assertThat(calendar.after(start, days)).isEqualTo(last);
    }

    @Test
    void a_year_is_announced_with_its_holidays() {
        assertThat(calendar.isAnnounced(LocalDate.parse("2026-12-31"))).isTrue();
        assertThat(calendar.isAnnounced(LocalDate.parse("2027-01-01"))).isFalse();
    }

    @Test
    void a_line_that_says_nothing_is_refused() {
        assertThatThrownBy(() -> WorkingCalendar.of(List.of("holiday 2026-01-01"))).hasMessageContaining("holiday 2026-01-01");
    }
}
