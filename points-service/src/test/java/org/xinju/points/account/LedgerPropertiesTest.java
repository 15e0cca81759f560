package org.xinju.points.account;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;

import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

import org.xinju.points.Life;
import org.xinju.points.Lives;
import org.xinju.points.engine.Engine;
import org.xinju.points.engine.Fact;
import org.xinju.points.engine.Facts;
import org.xinju.points.policy.PolicyVersion;
import org.xinju.points.policy.PublishedPolicies;

import static org.assertj.core.api.Assertions.assertThat;

/** What holds for the ledger of every life, however its facts arrive and whenever it is settled. */
class LedgerPropertiesTest {

    private static final PolicyVersion POLICY = PublishedPolicies.dgDefault();

    @Provide
    Arbitrary<List<Fact>> lives() {
        return Lives.under(POLICY);
    }

    /** A ledger that was settled again and again while statements came in, with what was known each time. */
    private record Story(List<Step> steps, Ledger ledger, List<Page> pages) {
        record Step(Ledger ledger, Facts facts, LocalDate day, Instant at) {}
    }

    private static Story told(List<Fact> life, Random random, int pageSize) {
        var arriving = new ArrayList<>(life);
        Collections.shuffle(arriving, random);
        var known = new ArrayList<Fact>();
        var steps = new ArrayList<Story.Step>();
        var pages = new ArrayList<Page>();
        var ledger = Ledger.empty(POLICY.reference());
        var day = Lives.FIRST_DAY.plusDays(random.nextInt(400));
        var at = Life.RECORDED;
        while (!arriving.isEmpty()) {
            at = at.plus(Duration.ofHours(1));
            for (int i = random.nextInt(4); i >= 0 && !arriving.isEmpty(); i--) {
                known.add(Lives.recorded(arriving.removeLast(), at));
            }
            var facts = Facts.of(known);
            var needed = Settlement.needsPages(ledger, facts) ? ledger.unfold(pages) : ledger;
            ledger = ledger.append(Settlement.settle(needed, POLICY, facts, day, at));
            steps.add(new Story.Step(ledger.unfold(pages), facts, day, at));
            var closed = ledger.closePage(pageSize);
            if (closed.isPresent()) {
                pages.add(closed.get().page());
                ledger = closed.get().ledger();
            }
            day = day.plusDays(random.nextInt(200));
        }
        return new Story(steps, ledger, pages);
    }

    @Property(tries = 300)
    void the_sum_valid_on_a_day_and_known_at_a_moment_is_the_score_of_that_day_as_it_was_known(@ForAll("lives") List<Fact> life,
            @ForAll Random random) {
        var story = told(life, random, Integer.MAX_VALUE);
        var opened = story.steps().getFirst().day();
        for (var step : story.steps()) {
            for (int i = 0; i < 8; i++) {
                var day = opened.plusDays(random.nextInt(Math.toIntExact(step.day().toEpochDay() - opened.toEpochDay()) + 1));
                assertThat(story.ledger().sum(day, step.at())).as("valid on %s, known at %s", day, step.at())
                        .isEqualByComparingTo(Engine.score(POLICY, story.steps().getLast().facts().knownAt(step.at()), day).total());
            }
        }
    }

    @Property(tries = 300)
    void the_sum_of_all_entries_is_the_score_of_the_day_settled_to(@ForAll("lives") List<Fact> life, @ForAll Random random) {
        for (var step : told(life, random, Integer.MAX_VALUE).steps()) {
            assertThat(step.ledger().sum()).isEqualByComparingTo(Engine.score(POLICY, step.facts(), step.day()).total());
        }
    }

    @Property(tries = 300)
    void an_account_balances_indicator_by_indicator(@ForAll("lives") List<Fact> life, @ForAll Random random) {
        var story = told(life, random, Integer.MAX_VALUE);
        var last = story.steps().getLast();
        var score = Engine.score(POLICY, last.facts(), last.day());
        for (var indicator : POLICY.indicators()) {
            assertThat(story.ledger().balances().ofIndicator(indicator.code())).as(indicator.code())
                    .isEqualByComparingTo(score.points(indicator.code()));
        }
    }

    @Property(tries = 200)
    void settling_again_or_repeating_a_fact_appends_nothing(@ForAll("lives") List<Fact> life, @ForAll Random random) {
        var story = told(life, random, Integer.MAX_VALUE);
        var last = story.steps().getLast();
        var repeated = new ArrayList<>(life.stream().map(fact -> Lives.recorded(fact, last.at())).toList());
        repeated.addAll(List.copyOf(repeated));
        Collections.shuffle(repeated, random);
        assertThat(Settlement.settle(story.ledger(), POLICY, Facts.of(repeated), last.day(),
                last.at().plusSeconds(1)).appended()).isEmpty();
    }

    @Property(tries = 200)
    void withdrawing_every_fact_brings_every_day_to_zero(@ForAll("lives") List<Fact> life, @ForAll Random random) {
        var story = told(life, random, Integer.MAX_VALUE);
        var last = story.steps().getLast();
        var at = last.at().plusSeconds(1);
        var withdrawn = new ArrayList<Fact>();
        life.forEach(fact -> withdrawn.add(fact.withdrawn(fact.revision() + 100, fact.source(), at)));
        var ledger = story.ledger().append(Settlement.settle(story.ledger(), POLICY, Facts.of(withdrawn), last.day(), at));
        assertThat(ledger.sum()).isEqualByComparingTo("0");
        for (var day = story.steps().getFirst().day(); !day.isAfter(last.day()); day = day.plusDays(17)) {
            assertThat(ledger.sum(day, at)).isEqualByComparingTo("0");
        }
        assertThat(ledger.balances().standing()).isEmpty();
    }

    @Property(tries = 300)
    void closing_pages_changes_no_sum_and_unfolding_them_gives_the_ledger_without_pages(@ForAll("lives") List<Fact> life,
            @ForAll Random random) {
        long seed = random.nextLong();
        var whole = told(life, new Random(seed), Integer.MAX_VALUE);
        var paged = told(life, new Random(seed), 7);
        assertThat(paged.ledger().sum()).isEqualByComparingTo(whole.ledger().sum());
        assertThat(paged.ledger().unfold(paged.pages())).isEqualTo(whole.ledger());
    }

    @Property(tries = 300)
    void entries_are_numbered_without_holes_recorded_in_order_and_each_is_reversed_once_at_most(@ForAll("lives") List<Fact> life,
            @ForAll Random random) {
        var entries = told(life, random, Integer.MAX_VALUE).ledger().entries();
        for (int i = 0; i < entries.size(); i++) {
            assertThat(entries.get(i).number()).isEqualTo(i + 1L);
            assertThat(entries.get(i).points()).hasScaleOf(2).isNotEqualByComparingTo(BigDecimal.ZERO);
            assertThat(i == 0 || !entries.get(i).recordedAt().isBefore(entries.get(i - 1).recordedAt())).isTrue();
        }

                var reversals = entries.stream().filter(entry -> entry.reverses() != null)
                        .collect(Collectors.groupingBy(entry -> entry.reverses()));
        reversals.forEach((number, all) -> {
            assertThat(all).hasSize(1);
            assertThat(entries.get(Math.toIntExact(number) - 1).points().add(all.getFirst().points())).isEqualByComparingTo("0");
        });
    }
}
