package org.xinju.points.way;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;

import org.xinju.points.engine.Points;
import org.xinju.points.policy.Names;
import org.xinju.points.policy.Step;
import org.xinju.points.policy.Step.Effort;

import static org.assertj.core.api.Assertions.assertThat;

/** Which of two ways is told first, and which is not told because the other is better. */
class WayTest {

    private static final LocalDate TODAY = LocalDate.parse("2026-11-23");
    private static final Names NAMES = new Names("试", "test");
    private static final Step EASY = step("easy", Effort.EASY, false);
    private static final Step MODERATE = step("moderate", Effort.MODERATE, false);
    private static final Step HARD = step("hard", Effort.HARD, false);
    private static final Step EASY_IF = step("easy-if", Effort.EASY, true);

    private static Step step(String code, Effort effort, boolean conditional) {
        return new Step(code, NAMES, code, null, Map.of(), true, 0, 1, effort, conditional ? NAMES : null, null);
    }

    private static Way reachedAfter(int days, Step... steps) {
        return new Way(Arrays.stream(steps).map(step -> Doing.of(step, 1, TODAY)).toList(), TODAY, TODAY.plusDays(days), Points.ZERO, null);
    }

    private static void comesBefore(Way first, Way second) {
        assertThat(Way.RANKING.compare(first, second)).isNegative();
        assertThat(Way.RANKING.compare(second, first)).isPositive();
    }

    @Test
    void the_sooner_comes_first_then_what_asks_less_then_fewer_steps_then_fewer_conditions() {
        comesBefore(reachedAfter(1, HARD, HARD), reachedAfter(2, EASY));
        comesBefore(reachedAfter(1), reachedAfter(1, EASY));
        comesBefore(reachedAfter(1, EASY, EASY), reachedAfter(1, MODERATE));
        comesBefore(reachedAfter(1, MODERATE), reachedAfter(1, HARD));
        comesBefore(reachedAfter(1, EASY), reachedAfter(1, EASY, EASY));
        comesBefore(reachedAfter(1, EASY), reachedAfter(1, EASY_IF));
    }

    @Test
    void a_way_is_worse_only_if_the_other_is_as_good_in_everything_and_better_in_something() {
        var way = reachedAfter(5, MODERATE);
        assertThat(way.isWorseThan(way)).isFalse();
        for (var better : List.of(reachedAfter(4, MODERATE), reachedAfter(5, EASY), reachedAfter(5), reachedAfter(4, EASY))) {
            assertThat(way.isWorseThan(better)).isTrue();
            assertThat(better.isWorseThan(way)).isFalse();
        }
        for (var other : List.of(reachedAfter(4, HARD), reachedAfter(4, MODERATE, EASY), reachedAfter(6, EASY), reachedAfter(4, EASY_IF))) {
            assertThat(way.isWorseThan(other)).as("better in one thing, worse in another").isFalse();
        }
        assertThat(reachedAfter(5, EASY_IF).isWorseThan(reachedAfter(5, EASY))).isTrue();
        assertThat(reachedAfter(5, EASY, EASY).isWorseThan(reachedAfter(5, EASY))).isTrue();
    }
}
