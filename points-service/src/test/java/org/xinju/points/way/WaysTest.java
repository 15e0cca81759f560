package org.xinju.points.way;

import java.time.LocalDate;
import java.util.List;

import org.junit.jupiter.api.Test;

import org.xinju.points.Life;
import org.xinju.points.engine.Engine;
import org.xinju.points.engine.Score;
import org.xinju.points.policy.PolicyVersion;
import org.xinju.points.policy.PublishedPolicies;
import org.xinju.points.policy.Step.Effort;

import static org.assertj.core.api.Assertions.assertThat;

/** What a clerk would tell the people of domain.md 1.7. */
class WaysTest {

    private static final PolicyVersion POLICY = PublishedPolicies.dgDefault();
    private static final LocalDate TODAY = LocalDate.parse("2024-06-30");

    private static Ways of(Life life) {
        return Ways.of(POLICY, life.facts(), TODAY, null);
    }

    private static List<String> steps(Way way) {
        return way.doings().stream().map(doing -> doing.step().code() + " x" + doing.times()).toList();
    }

    private static Way by(Ways ways, String... steps) {
        return ways.ways().stream().filter(way -> steps(way).equals(List.of(steps))).findFirst().orElseThrow(
                () -> new AssertionError(ways.ways().stream().map(way -> steps(way) + " " + way.reachedOn()).toList()));
    }

    @Test
    void half_a_point_is_one_more_month_of_insurance_and_with_it_comes_the_month_of_residence() {
        var month = by(of(Life.lineWorker(36)), "PAY-INSURANCE x1");
        assertThat(month.reachedOn()).isEqualTo("2024-07-30");
        assertThat(month.total()).isEqualByComparingTo("100.25");
        assertThat(month.effort()).contains(Effort.EASY);
    }

    @Test
    void waiting_is_a_way_and_says_when_it_would_be_lost_again() {
        var waiting = by(of(Life.lineWorker(36)));
        assertThat(waiting.reachedOn()).as("two more months of residence").isEqualTo("2024-08-20");
        assertThat(waiting.lostOn()).as("the employer's rating and the stay over Spring Festival are of one year").isEqualTo("2025-01-01");
        assertThat(waiting.effort()).isEmpty();
    }

    @Test
    void nothing_slower_than_waiting_is_proposed_and_the_quickest_comes_first() {
        var ways = of(Life.lineWorker(36)).ways();
        assertThat(ways).isSortedAccordingTo(Way.RANKING).allMatch(way -> !way.reachedOn().isAfter(LocalDate.parse("2024-08-20")));
        assertThat(ways.getLast().doings()).isEmpty();
        assertThat(ways).noneMatch(way -> steps(way).stream().anyMatch(step -> step.startsWith("COLLEGE")));
    }

    @Test
    void what_depends_on_something_unknown_does_not_hide_what_anybody_can_do() {
        var ways = of(Life.lineWorker(36));
        assertThat(by(ways, "REGISTER-CHILD x1").reachedOn()).isEqualTo(TODAY);
        assertThat(by(ways, "PAY-INSURANCE x1").conditional()).isEmpty();
    }

    @Test
    void several_easy_things_together_are_tried_and_nothing_that_is_not_needed_is_in_it() {
        var life = Life.of().born("1990-03-15").level("education", "2012-06-30", "bachelor").amount("insurance", "2024-06-01", "months", "60")
                .registered("2014-06-30").employed("2021-05-01");
        var ways = of(life);
        assertThat(ways.now().total()).isEqualByComparingTo("100.00");
        var poorer = Life.of().born("1984-03-15").level("education", "2012-06-30", "college").amount("insurance", "2024-06-01", "months", "60")
                .registered("2014-06-30").employed("2021-05-01");
        assertThat(of(poorer).now().total()).isEqualByComparingTo("98.00");
        assertThat(by(of(poorer), "YOUTH-CARD x1").reachedOn()).isEqualTo(TODAY);
        var late = Life.of().born("1984-03-15").level("education", "2012-06-30", "college").amount("insurance", "2024-06-01", "months", "60")
                .registered("2016-06-30").employed("2021-05-01");
        assertThat(of(late).now().total()).isEqualByComparingTo("92.00");
        assertThat(of(late).ways()).filteredOn(way -> way.reachedOn().equals(TODAY)).isNotEmpty()
                .allSatisfy(way -> assertThat(way.doings()).isNotEmpty().allMatch(doing -> doing.times() == 1));
    }

    @Test
    void who_is_there_hears_so_and_nothing_else() {
        var ways = of(Life.engineer());
        assertThat(ways.ways()).singleElement().satisfies(way -> {
            assertThat(way.doings()).isEmpty();
            assertThat(way.reachedOn()).isEqualTo(TODAY);
        });
    }

    @Test
    void a_freeze_is_waited_for() {
        var ways = of(Life.engineer().on("false-material", "2024-01-15"));
        assertThat(ways.now().standing(ways.threshold())).isEqualTo(Score.Standing.FROZEN);
        assertThat(by(ways).reachedOn()).as("first day after the freeze").isEqualTo("2027-01-16");
        assertThat(ways.ways()).noneMatch(way -> way.reachedOn().isBefore(LocalDate.parse("2027-01-16")));
    }

    @Test
    void where_nothing_leads_there_the_most_that_can_be_had_is_told() {
        var blocked = of(Life.engineer().since("court-listing", "2024-05-01"));
        assertThat(blocked.ways()).isEmpty();
        assertThat(blocked.most()).as("never a day that is not blocked").isEqualByComparingTo("0");
        var old = of(Life.of().born("1950-01-01").registered("2024-06-01").on("criminal-penalty", "2023-01-01").on("drug-use", "2020-01-01")
                .on("drug-use", "2021-01-01").on("drug-use", "2022-01-01").on("drug-use", "2023-01-01"));
        assertThat(old.ways()).isEmpty();
        assertThat(old.most()).isPositive().isLessThan(old.threshold().points());
    }

    @Test
    void nothing_is_promised_beyond_the_last_day_of_the_policy() {
        var until = LocalDate.parse("2024-07-25");
        var ways = Ways.of(POLICY, Life.lineWorker(36).facts(), TODAY, until);
        assertThat(ways.ways()).isNotEmpty().noneMatch(way -> way.reachedOn().isAfter(until));
        assertThat(ways.ways()).noneMatch(way -> steps(way).equals(List.of("PAY-INSURANCE x1")));
    }

    @Test
    void a_newcomer_is_told_a_long_way_that_holds() {
        var life = Life.of().born("2000-01-01").registered("2024-06-29");
        var ways = of(life);
        assertThat(ways.ways()).isNotEmpty();
        for (var way : ways.ways()) {
            var facts = life.facts().and(way.facts());
            assertThat(Engine.score(POLICY, facts, way.reachedOn()).total()).isEqualTo(way.total());
            assertThat(Engine.score(POLICY, facts, way.reachedOn().minusDays(1)).total()).isLessThan(ways.threshold().points());
        }
    }
}
