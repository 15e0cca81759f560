package org.xinju.points.engine;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Predicate;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.xinju.points.Life;
import org.xinju.points.engine.Uncounted.Reason;
import org.xinju.points.policy.PolicyVersion;
import org.xinju.points.policy.PublishedPolicies;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

/** Residence, employment and age: what time brings, to the day. */
class TimeRulesTest {

    private static final PolicyVersion POLICY = PublishedPolicies.dgDefault();

    private static Line line(Life life, String indicator, String date) {
        return Engine.score(POLICY, life.facts(), LocalDate.parse(date)).indicator(indicator).orElseThrow();
    }

    @ParameterizedTest(name = "registered {0}, on {1}: {2} full months")
    @CsvSource({
        "2020-04-20, 2024-06-30, 50", "2026-11-23, 2026-11-23, 0", "2026-10-24, 2026-11-23, 0", "2026-10-23, 2026-11-23, 1",
        "2026-01-31, 2026-02-27, 0", "2026-01-31, 2026-02-28, 1", "2026-01-31, 2026-03-30, 1", "2026-01-31, 2026-03-31, 2",
        "2024-02-29, 2025-02-28, 12"
    })
    void a_month_is_full_on_the_corresponding_day_or_the_last_of_a_shorter_month(String from, String on, String months) {
        var line = line(Life.of().registered(from), "P05", on);
        assertThat(line.inputs()).containsExactly(new Input("stay", Input.FULL_MONTHS, months));
    }

    @Test
    void the_next_full_month_is_announced_with_what_it_brings() {
        assertThat(line(Life.of().registered("2020-04-20"), "P05", "2024-06-30").next())
                .isEqualTo(new NextChange(LocalDate.parse("2024-07-20"), Points.round(new BigDecimal("12.75"))));
    }

    @Test
    void residence_at_its_limit_announces_nothing_more_and_is_not_looked_at_again() {
        assertThat(line(Life.of().registered("2010-01-01"), "P05", "2024-06-30").next()).isNull();
        assertThat(Engine.score(POLICY, Life.of().registered("2014-06-30").facts(), LocalDate.parse("2024-06-30")).changesOn())
                .as("exactly at the limit").isNull();
    }

    @Test
    void full_months_without_a_gap_leave_nothing_over() {
        assertThat(line(Life.of().registered("2026-10-23"), "P05", "2026-11-23").uncounted()).isEmpty();
    }

    @Test
    void each_day_on_which_the_points_change_is_in_the_history_and_no_other() {
        var facts = Life.of().registered("2026-01-15").facts();
        assertThat(Engine.history(POLICY, facts, LocalDate.parse("2026-01-20"), LocalDate.parse("2026-03-15")))
                .extracting(Score::date, score -> score.total().toPlainString())
                .containsExactly(tuple(LocalDate.parse("2026-01-20"), "0.00"), tuple(LocalDate.parse("2026-02-15"), "0.25"),
                        tuple(LocalDate.parse("2026-03-15"), "0.50"));
        assertThat(Engine.history(POLICY, facts, LocalDate.parse("2026-02-15"), LocalDate.parse("2026-03-14"))).hasSize(1);
        assertThat(Engine.history(POLICY, facts, LocalDate.parse("2026-02-16"), LocalDate.parse("2026-02-15"))).isEmpty();
    }

    @Test
    void the_first_day_that_is_as_wanted_is_found_within_the_days_asked_for() {
        var facts = Life.of().registered("2026-01-15").facts();
        var from = LocalDate.parse("2026-01-20");
        Predicate<Score> half = score -> score.total().compareTo(new BigDecimal("0.50")) >= 0;
        assertThat(Engine.first(POLICY, facts, from, LocalDate.parse("2026-12-31"), half)).map(Score::date).contains(LocalDate.parse("2026-03-15"));
        assertThat(Engine.first(POLICY, facts, from, LocalDate.parse("2026-03-14"), half)).isEmpty();
    }

    @Test
    void moving_house_without_a_gap_loses_nothing() {
        var life = Life.of().registered("2025-01-10", "2025-06-24").registered("2025-06-25");
        assertThat(line(life, "P05", "2026-01-10").points()).isEqualByComparingTo("3.00");
    }

    @Test
    void a_gap_is_taken_out_and_the_parts_of_a_month_around_it_add_up() {
        // 2025-01-10 to 2025-02-24 is one month and 15 days; the 28 days away move the next full month to 2025-04-07.
        var life = Life.of().registered("2025-01-10", "2025-02-24").registered("2025-03-25");
        assertThat(line(life, "P05", "2025-03-25").inputs().getFirst().value()).isEqualTo("1");
        var line = line(life, "P05", "2025-04-01");
        assertThat(line.uncounted()).extracting(Uncounted::reason).containsExactly(Reason.GAP, Reason.PART_MONTH);
        assertThat(line.next()).extracting(NextChange::on).isEqualTo(LocalDate.parse("2025-04-07"));
        assertThat(line(life, "P05", "2025-04-06").points()).isEqualByComparingTo("0.25");
        assertThat(line(life, "P05", "2025-04-07").points()).isEqualByComparingTo("0.50");
    }

    @Test
    void overlapping_registrations_count_once() {
        var life = Life.of().registered("2025-01-01", "2025-06-30").registered("2025-03-01");
        assertThat(line(life, "P05", "2026-01-01").points()).isEqualByComparingTo("3.00");
    }

    @Test
    void who_has_left_keeps_the_months_but_gets_no_more() {
        var line = line(Life.of().registered("2025-01-01", "2025-12-31"), "P05", "2026-11-23");
        assertThat(line.points()).isEqualByComparingTo("3.00");
        assertThat(line.next()).isNull();
    }

    @Test
    void twelve_months_with_an_employer_earn_ten_on_the_day_they_are_full() {
        var life = Life.of().employed("2025-11-24");
        var before = line(life, "C01", "2026-11-23");
        assertThat(before.points()).isEqualByComparingTo("0");
        assertThat(before.uncounted()).containsExactly(Uncounted.general("employment", Reason.TOO_SHORT, 11, 12));
        assertThat(before.next()).isEqualTo(new NextChange(LocalDate.parse("2026-11-24"), new BigDecimal("10.00")));
        assertThat(line(life, "C01", "2026-11-24").points()).isEqualByComparingTo("10.00");
    }

    @Test
    void a_new_employer_within_a_month_keeps_the_months_but_the_break_is_not_counted() {
        var life = Life.of().employed("2025-01-01", "2025-06-30").employed("2025-08-01");
        assertThat(line(life, "C01", "2026-01-31").points()).isEqualByComparingTo("0");
        assertThat(line(life, "C01", "2026-02-01").points()).isEqualByComparingTo("10.00");
        assertThat(line(life, "C01", "2026-02-01").uncounted()).containsExactly(Uncounted.general("employment", Reason.GAP, 31));
    }

    @Test
    void a_longer_break_begins_the_twelve_months_anew() {
        var life = Life.of().employed("2025-01-01", "2025-06-30").employed("2025-08-02");
        var line = line(life, "C01", "2026-08-01");
        assertThat(line.points()).isEqualByComparingTo("0");
        assertThat(line.uncounted()).extracting(Uncounted::reason).containsExactly(Reason.BROKEN, Reason.TOO_SHORT);
        assertThat(line.facts()).as("what lies before the break counts for nothing").containsExactly("employment-2");
        assertThat(line(life, "C01", "2026-08-02").points()).isEqualByComparingTo("10.00");
    }

    @Test
    void without_work_on_the_day_there_are_no_points_but_the_last_day_to_keep_the_months_is_told() {
        var line = line(Life.of().employed("2024-01-01", "2026-11-10"), "C01", "2026-11-23");
        assertThat(line.points()).isEqualByComparingTo("0");
        assertThat(line.uncounted()).containsExactly(Uncounted.general("employment", Reason.NO_WORK_NOW, "2026-11-10", "2026-12-11"));
        assertThat(line.next()).isNull();
    }

    @Test
    void a_contract_that_is_known_to_end_announces_the_loss() {
        assertThat(line(Life.of().employed("2024-01-01", "2026-12-31"), "C01", "2026-11-23").next())
                .isEqualTo(new NextChange(LocalDate.parse("2027-01-01"), Points.ZERO));
    }

    @Test
    void a_contract_that_ends_before_the_year_is_full_promises_nothing() {
        assertThat(line(Life.of().employed("2026-02-01", "2026-12-31"), "C01", "2026-11-23").next()).isNull();
    }

    @Test
    void the_birthday_that_changes_the_points_is_announced_years_ahead() {
        assertThat(line(Life.of().born("1990-03-15"), "P01", "2024-06-30").next())
                .isEqualTo(new NextChange(LocalDate.parse("2031-03-15"), new BigDecimal("19.00")));
        assertThat(line(Life.of().born("2008-11-08"), "P01", "2026-11-07").next())
                .isEqualTo(new NextChange(LocalDate.parse("2026-11-08"), new BigDecimal("20.00")));
        assertThat(line(Life.of().born("1969-07-08"), "P01", "2024-06-30").next())
                .isEqualTo(new NextChange(LocalDate.parse("2024-07-08"), new BigDecimal("5.00")));
        assertThat(line(Life.of().born("1966-01-10"), "P01", "2026-11-23").next()).as("the last year of the table")
                .isEqualTo(new NextChange(LocalDate.parse("2027-01-10"), Points.ZERO));
        assertThat(line(Life.of().born("1960-01-01"), "P01", "2024-06-30").next()).isNull();
    }

    @Test
    void an_age_outside_the_table_is_told_with_its_ends_and_one_inside_is_not() {
        assertThat(line(Life.of().born("2009-05-30"), "P01", "2026-11-23").uncounted()).extracting(Uncounted::reason, Uncounted::arguments)
                .containsExactly(tuple(Reason.AGE_OUTSIDE, List.of("17", "18", "60")));
        assertThat(line(Life.of().born("1990-03-15"), "P01", "2026-11-23").uncounted()).isEmpty();
    }

    @Test
    void of_two_days_of_birth_the_later_counts_and_the_other_is_told() {
        var line = line(Life.of().born("1980-01-01").born("1990-03-15"), "P01", "2026-11-23");
        assertThat(line.inputs()).containsExactly(new Input("birth", Input.AGE_YEARS, "36"));
        assertThat(line.uncounted()).extracting(Uncounted::fact, Uncounted::reason).containsExactly(tuple("birth-1", Reason.DOUBLE));
    }

    @Test
    void who_is_born_on_leap_day_turns_older_on_the_last_of_february() {
        var life = Life.of().born("2000-02-29");
        assertThat(line(life, "P01", "2018-02-27").points()).isEqualByComparingTo("0");
        assertThat(line(life, "P01", "2018-02-28").points()).isEqualByComparingTo("20");
    }

    @Test
    void something_that_begins_later_is_announced_not_counted() {
        var line = line(Life.of().registered("2026-12-01"), "P05", "2026-11-23");
        assertThat(line.points()).isEqualByComparingTo("0");
        assertThat(line.uncounted()).extracting(Uncounted::reason, left -> left.arguments().getFirst())
                .containsExactly(tuple(Reason.NOT_YET, "2026-12-01"));
        assertThat(line.next()).isEqualTo(new NextChange(LocalDate.parse("2027-01-01"), new BigDecimal("0.25")));
    }
}
