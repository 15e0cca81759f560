package org.xinju.points.engine;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

import org.xinju.points.Lives;
import org.xinju.points.policy.Indicator;
import org.xinju.points.policy.PolicyVersion;
import org.xinju.points.policy.PublishedPolicies;
import org.xinju.points.policy.Tier;

import static org.assertj.core.api.Assertions.assertThat;

/** What holds for every life and every day. */
class EnginePropertiesTest {

    private static final PolicyVersion POLICY = PublishedPolicies.dgDefault();

    @Provide
    Arbitrary<List<Fact>> lives() {
        return Lives.under(POLICY);
    }

    @Provide
    Arbitrary<LocalDate> days() {
        return Arbitraries.integers().between(-10, 3600).map(Lives.FIRST_DAY::plusDays);
    }

    @Property(tries = 1000)
    void the_order_of_facts_and_their_repetition_change_nothing(@ForAll("lives") List<Fact> life, @ForAll("days") LocalDate day,
            @ForAll Random random) {
        var shuffled = new ArrayList<>(life);
        shuffled.addAll(life.subList(0, random.nextInt(life.size())));
        Collections.shuffle(shuffled, random);
        assertThat(Engine.score(POLICY, Facts.of(shuffled), day)).isEqualTo(Engine.score(POLICY, Facts.of(life), day));
    }

    @Property(tries = 1000)
    void no_cap_is_exceeded_and_the_whole_stays_between_floor_and_ceiling(@ForAll("lives") List<Fact> life,
            @ForAll("days") LocalDate day) {
        var score = Engine.score(POLICY, Facts.of(life), day);
        for (Indicator indicator : POLICY.indicators()) {
            var points = score.points(indicator.code());
            assertThat(points).hasScaleOf(2);
            if (indicator.cap() != null) {
                assertThat(points.abs()).as(indicator.code()).isLessThanOrEqualTo(indicator.cap().abs());
            }
        }
        for (Tier tier : POLICY.tiers()) {
            if (tier.cap() != null) {
                var sum = POLICY.indicators().stream().filter(indicator -> indicator.tier().equals(tier.code()))
                        .map(indicator -> score.points(indicator.code())).reduce(score.points(tier.code()), BigDecimal::add);
                assertThat(sum).as(tier.code()).isLessThanOrEqualTo(tier.cap());
            }
        }
        assertThat(score.total()).isBetween(BigDecimal.ZERO, new BigDecimal(300)).hasScaleOf(2);
    }

    /** The sum of the lines against the sum worked out in another way: capped indicators, then the floor. */
    @Property(tries = 1000)
    void the_score_is_the_sum_of_what_the_indicators_count_but_never_below_the_floor(@ForAll("lives") List<Fact> life,
            @ForAll("days") LocalDate day) {
        var facts = Facts.of(life);
        var sum = POLICY.indicators().stream().map(indicator -> IndicatorScore.of(indicator, facts, day).capped())
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        assertThat(Engine.score(POLICY, facts, day).total()).isEqualByComparingTo(sum.max(BigDecimal.ZERO));
    }

    @Property(tries = 500)
    void between_two_announced_changes_nothing_changes_and_on_the_day_announced_it_does(@ForAll("lives") List<Fact> life,
            @ForAll("days") LocalDate day) {
        var facts = Facts.of(life);
        var now = Engine.score(POLICY, facts, day);
        var changesOn = now.changesOn();
        var last = changesOn == null ? day.plusYears(60) : changesOn.minusDays(1);
        for (var between : List.of(day, day.plusDays((last.toEpochDay() - day.toEpochDay()) / 2), last)) {
            assertThat(counts(facts, between)).as("counted on %s as on %s", between, day).isEqualTo(counts(facts, day));
        }
        if (changesOn != null) {
            assertThat(counts(facts, changesOn)).as("on %s, after %s", changesOn, day).isNotEqualTo(counts(facts, day));
        }
    }

    @Property(tries = 500)
    void a_line_tells_the_day_and_the_points_of_its_next_change(@ForAll("lives") List<Fact> life, @ForAll("days") LocalDate day) {
        var facts = Facts.of(life);
        for (var line : Engine.score(POLICY, facts, day).lines()) {
            if (line.next() != null) {
                var indicator = POLICY.indicator(line.subject());
                var before = IndicatorScore.of(indicator, facts, line.next().on().minusDays(1)).capped();
                assertThat(IndicatorScore.of(indicator, facts, day).capped()).isEqualByComparingTo(before);
                assertThat(IndicatorScore.of(indicator, facts, line.next().on()).capped()).isEqualByComparingTo(line.next().points());
                assertThat(line.next().points()).isNotEqualByComparingTo(before);
            }
        }
    }

    /** Points of every indicator and the blocks: everything that the announcement is about. */
    private static List<Object> counts(Facts facts, LocalDate day) {
        var score = Engine.score(POLICY, facts, day);
        var counts = new ArrayList<Object>(score.blocks());
        POLICY.indicators().forEach(indicator -> counts.add(score.points(indicator.code())));
        return counts;
    }
}
