package org.xinju.points.account;

import java.time.LocalDate;
import java.util.List;
import java.util.function.UnaryOperator;

import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.node.ObjectNode;

import org.xinju.points.Editions;
import org.xinju.points.Life;
import org.xinju.points.Lives;
import org.xinju.points.engine.Engine;
import org.xinju.points.engine.Fact;
import org.xinju.points.engine.Facts;
import org.xinju.points.policy.PolicyTimeline;
import org.xinju.points.policy.PolicyVersion;
import org.xinju.points.policy.PublishedPolicies;

import static org.assertj.core.api.Assertions.assertThat;

/** One ledger a version: each tells of its own days, up to the last one. */
class SuccessionTest {

    private static final PolicyVersion FIRST = PublishedPolicies.dgDefault();
    private static final PolicyVersion SECOND = Editions.version(2, "2025-01-01",
            document -> ((ObjectNode) Editions.indicator(document, "P05").path("scoring")).put("points", "0.2"));
    private static final PolicyVersion THIRD = Editions.version(3, "2025-07-01",
            document -> ((ObjectNode) Editions.indicator(document, "D11").path("scoring")).put("points", "3"));
    private static final PolicyTimeline TIMELINE = new PolicyTimeline(List.of(FIRST, SECOND, THIRD));

    private static Succession brought(Ledger ledger, Facts facts, LocalDate day) {
        return Succession.of(ledger, TIMELINE, facts, day, Life.RECORDED, UnaryOperator.identity());
    }

    @Test
    void as_long_as_nothing_takes_over_the_ledger_goes_on() {
        var facts = Life.of().registered("2020-04-20").facts();
        var opened = brought(Ledger.empty(FIRST.reference()), facts, LocalDate.parse("2024-06-30"));
        assertThat(opened.ended()).isEmpty();
        assertThat(brought(opened.ledger(), facts, LocalDate.parse("2024-12-31")).ledger().policy()).isEqualTo(FIRST.reference());
    }

    @Test
    void on_the_first_day_of_the_next_version_a_new_ledger_opens_and_the_old_one_ends_on_the_day_before() {
        var facts = Life.of().registered("2020-04-20").facts();
        var opened = brought(Ledger.empty(FIRST.reference()), facts, LocalDate.parse("2024-06-30"));
        var later = brought(opened.ledger(), facts, LocalDate.parse("2025-01-15"));
        assertThat(later.ended()).singleElement().satisfies(ended -> {
            assertThat(ended.settledOn()).isEqualTo("2024-12-31");
            assertThat(ended.sum()).as("56 months").isEqualByComparingTo("14.00");
        });
        assertThat(later.ledger().policy()).isEqualTo(SECOND.reference());
        assertThat(later.ledger().openedOn()).isEqualTo("2025-01-01");
        assertThat(later.ledger().sum()).as("56 months at the new rate").isEqualByComparingTo("11.20");
    }

    @Provide
    Arbitrary<List<Fact>> lives() {
        return Lives.under(FIRST);
    }

    @Property(tries = 100)
    void every_day_has_the_score_of_the_version_that_held_on_it_however_late_the_ledger_is_brought_up(@ForAll("lives") List<Fact> life,
            @ForAll @IntRange(max = 360) int before, @ForAll @IntRange(max = 700) int after) {
        var facts = Facts.of(life);
        var opened = brought(Ledger.empty(FIRST.reference()), facts, LocalDate.parse("2024-12-31").minusDays(before));
        var last = LocalDate.parse("2025-07-01").plusDays(after);
        var brought = brought(opened.ledger(), facts, last);
        assertThat(brought.ended()).extracting(Ledger::policy).containsExactly(FIRST.reference(), SECOND.reference());
        for (var ledger : List.of(brought.ended().getFirst(), brought.ended().getLast(), brought.ledger())) {
            var policy = TIMELINE.version(ledger.policy());
            for (var day : List.of(ledger.openedOn(), ledger.settledOn())) {
                assertThat(TIMELINE.inForce(day)).isEqualTo(policy);
                assertThat(ledger.sum(day, Life.RECORDED)).as("%s on %s", ledger.policy(), day)
                        .isEqualByComparingTo(Engine.score(policy, facts, day).total());
            }
        }
        assertThat(brought(brought.ledger(), facts, last).appended()).as("once more").isZero();
    }
}
