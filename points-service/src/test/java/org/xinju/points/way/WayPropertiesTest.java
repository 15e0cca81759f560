package org.xinju.points.way;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

import org.xinju.points.Lives;
import org.xinju.points.engine.Engine;
import org.xinju.points.engine.Fact;
import org.xinju.points.engine.Facts;
import org.xinju.points.engine.Score.Standing;
import org.xinju.points.explain.WayExplainer;
import org.xinju.points.policy.PolicyVersion;
import org.xinju.points.policy.PublishedPolicies;

import static org.assertj.core.api.Assertions.assertThat;

/** What holds for the ways of every life. */
class WayPropertiesTest {

    private static final PolicyVersion POLICY = PublishedPolicies.dgDefault();

    @Provide
    Arbitrary<List<Fact>> lives() {
        return Lives.under(POLICY);
    }

    @Provide
    Arbitrary<LocalDate> days() {
        return Arbitraries.integers().between(0, 3000).map(Lives.FIRST_DAY::plusDays);
    }

    @Property(tries = 60)
    void done_as_it_says_a_way_reaches_the_threshold_on_its_day_and_not_a_day_earlier(@ForAll("lives") List<Fact> life,
            @ForAll("days") LocalDate today) {
        var facts = Facts.of(life);
        var ways = Ways.of(POLICY, facts, today, null);
        for (var way : ways.ways()) {
            var then = facts.and(way.facts());
            var score = Engine.score(POLICY, then, way.reachedOn());
            assertThat(score.standing(ways.threshold())).isEqualTo(Standing.REACHED);
            assertThat(score.total()).isEqualTo(way.total());
            assertThat(Engine.history(POLICY, then, today, way.reachedOn().minusDays(1)))
                    .noneMatch(earlier -> earlier.standing(ways.threshold()) == Standing.REACHED);
            if (way.lostOn() != null) {
                assertThat(Engine.score(POLICY, then, way.lostOn()).standing(ways.threshold())).isNotEqualTo(Standing.REACHED);
                assertThat(Engine.score(POLICY, then, way.lostOn().minusDays(1)).standing(ways.threshold())).isEqualTo(Standing.REACHED);
            }
        }
    }

    @Property(tries = 40)
    void of_no_way_a_time_can_be_left_out_and_none_is_worse_than_another(@ForAll("lives") List<Fact> life, @ForAll("days") LocalDate today) {
        var facts = Facts.of(life);
        var ways = Ways.of(POLICY, facts, today, null);
        for (var way : ways.ways()) {
            assertThat(ways.ways()).noneMatch(way::isWorseThan);
            for (var doing : way.doings()) {
                var last = doing.facts(today).getLast();
                var less = facts.and(way.facts().stream().filter(fact -> !fact.equals(last)).toList());
                assertThat(Engine.history(POLICY, less, today, way.reachedOn()))
                        .noneMatch(score -> score.standing(ways.threshold()) == Standing.REACHED);
            }
        }
    }

    @Property(tries = 40)
    void where_there_is_no_way_nobody_who_does_everything_gets_there_and_the_words_are_whole(@ForAll("lives") List<Fact> life,
            @ForAll("days") LocalDate today) {
        var ways = Ways.of(POLICY, Facts.of(life), today, null);
        assertThat(ways.ways().isEmpty()).isEqualTo(ways.most() != null);
        if (ways.most() != null) {
            assertThat(ways.most()).isLessThan(ways.threshold().points());
        }
        for (var language : List.of(Locale.CHINA, Locale.ENGLISH)) {
            assertThat(WayExplainer.explain(POLICY, ways, language).toString()).doesNotContainPattern("\\{\\d").doesNotContain("null分")
                    .doesNotContain("  ");
        }
    }
}
