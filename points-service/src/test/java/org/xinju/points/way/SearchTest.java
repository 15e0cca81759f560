package org.xinju.points.way;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import org.xinju.points.Life;
import org.xinju.points.policy.Clause;
import org.xinju.points.policy.Indicator;
import org.xinju.points.policy.Names;
import org.xinju.points.policy.PolicyReference;
import org.xinju.points.policy.PolicyVersion;
import org.xinju.points.policy.Scoring;
import org.xinju.points.policy.SourceMark;
import org.xinju.points.policy.Step;
import org.xinju.points.policy.Step.Effort;
import org.xinju.points.policy.Threshold;
import org.xinju.points.policy.Tier;
import org.xinju.points.policy.Window;

import static org.assertj.core.api.Assertions.assertThat;

/** What is tried and what is spared, under made-up policies in which each time of a step gives ten points and twenty are enough. */
class SearchTest {

    private static final LocalDate TODAY = LocalDate.parse("2026-11-23");
    private static final Clause CLAUSE = new Clause("made up", "for a test");
    private static final Names NAMES = new Names("试", "test");
    private static final BigDecimal ENOUGH = new BigDecimal(20);

    private static Step step(String code, Effort effort, int months, int times, @Nullable Names condition) {
        return new Step(code, NAMES, code, null, Map.of(), false, months, times, effort, condition, null);
    }

    private static Step sure(String code) {
        return step(code, Effort.EASY, 0, 1, null);
    }

    private static Step unsure(String code) {
        return step(code, Effort.EASY, 0, 1, NAMES);
    }

    private static Step hard(String code) {
        return step(code, Effort.HARD, 0, 1, null);
    }

    private static Step monthly(String code, int months, int times) {
        return step(code, Effort.EASY, months, times, null);
    }

    private static Ways ways(LocalDate until, Step... steps) {
        var indicators = Arrays.stream(steps).map(step -> new Indicator(step.code(), "T", NAMES, new Scoring.Each(step.code(), BigDecimal.TEN),
                new Window.Ever(), null, false, null, null, null, List.of(), "d", CLAUSE, SourceMark.A, null)).toList();
        var policy = new PolicyVersion(new PolicyReference("TEST", 1), NAMES, TODAY, null, List.of(), List.of(), List.of(),
                List.of(new Tier("T", Tier.Kind.AWARD, NAMES, null, CLAUSE)), indicators, List.of(), List.of(steps),
                new PolicyVersion.Limits(BigDecimal.ZERO, null, CLAUSE), List.of(new Threshold(ENOUGH, NAMES, List.of(), CLAUSE)));
        return Ways.of(policy, Life.of().born("1990-01-01").facts(), TODAY, until);
    }

    private static List<String> told(Ways ways) {
        return ways.ways().stream().map(way -> String.join(" ", way.doings().stream().map(doing -> doing.step().code() + doing.times()).toList())
                + " in " + TODAY.until(way.reachedOn()).toTotalMonths()).toList();
    }

    private static List<String> told(Step... steps) {
        return told(ways(TODAY.plusYears(1), steps));
    }

    @Test
    void one_step_is_enough_where_nothing_limits_what_it_gives() {
        assertThat(told(monthly("a", 0, 2))).containsExactly("a2 in 0");
        assertThat(told(monthly("a", 1, 5))).containsExactly("a2 in 2");
    }

    @Test
    void together_what_is_not_enough_alone_is_enough() {
        assertThat(told(sure("a"), sure("b"))).containsExactly("a1 b1 in 0");
        assertThat(told(unsure("a"), unsure("b"))).containsExactly("a1 b1 in 0");
        assertThat(told(sure("a"), hard("b"))).containsExactly("a1 b1 in 0");
    }

    @Test
    void what_is_not_hard_is_shown_beside_what_does_not_depend_on_anything() {
        assertThat(told(sure("a"), unsure("b"), hard("c"))).containsExactly("a1 b1 in 0", "a1 c1 in 0");
    }

    @Test
    void what_depends_on_a_condition_is_spared_first() {
        assertThat(told(sure("a"), unsure("b"), unsure("c"))).containsExactly("a1 c1 in 0");
        assertThat(told(unsure("a"), unsure("b"), sure("c"))).containsExactly("b1 c1 in 0");
        assertThat(told(hard("a"), unsure("b"), hard("c"))).as("even if the others are hard").containsExactly("a1 c1 in 0");
    }

    @Test
    void what_depends_on_nothing_is_shown_too_where_a_condition_is_sooner() {
        assertThat(told(monthly("a", 3, 1), monthly("b", 3, 1), unsure("c"), unsure("d"))).containsExactly("c1 d1 in 0", "a1 b1 in 3");
    }

    @Test
    void then_what_is_hard() {
        assertThat(told(sure("a"), hard("b"), hard("c"))).containsExactly("a1 c1 in 0");
        assertThat(told(hard("a"), hard("b"), sure("c"))).containsExactly("b1 c1 in 0");
    }

    @Test
    void then_what_takes_long() {
        assertThat(told(monthly("a", 2, 1), monthly("b", 1, 1), monthly("c", 2, 1))).containsExactly("b1 c1 in 2");
        assertThat(told(monthly("a", 1, 1), monthly("b", 2, 1), monthly("c", 2, 1))).containsExactly("a1 c1 in 2");
    }

    @Test
    void a_step_is_done_as_often_as_there_is_time_for_it() {
        var step = monthly("a", 1, 5);
        assertThat(told(ways(TODAY.plusMonths(2), step))).containsExactly("a2 in 2");
        var sooner = ways(TODAY.plusMonths(2).minusDays(1), step);
        assertThat(sooner.ways()).isEmpty();
        assertThat(sooner.most()).as("once").isEqualByComparingTo("10");
        assertThat(ways(TODAY.plusMonths(3), monthly("a", 3, 1)).most()).isEqualByComparingTo("10");
        assertThat(ways(TODAY.plusYears(1), monthly("a", 1, 1), sure("b"), sure("c")).ways()).as("the month is not needed").hasSize(1);
    }

    @Test
    void where_no_time_is_left_the_most_is_what_is_there() {
        assertThat(ways(TODAY.plusDays(5), monthly("a", 1, 5)).most()).isEqualByComparingTo("0");
    }
}
