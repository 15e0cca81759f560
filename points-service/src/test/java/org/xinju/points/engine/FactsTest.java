package org.xinju.points.engine;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;

import org.xinju.points.Life;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class FactsTest {

    private static final FactSource SOURCE = FactSource.event("registry-service", "e");
    private static final Instant LATER = Life.RECORDED.plusSeconds(60);
    private static final Fact STAY = Life.of().registered("2025-01-01").list().getFirst();

    @Test
    void the_greatest_revision_holds_although_it_came_first() {
        var ended = STAY.endedOn(LocalDate.parse("2025-06-30"), 2, SOURCE, Life.RECORDED.minusSeconds(60));
        assertThat(Facts.of(ended, STAY).ofKind("stay")).containsExactly(ended);
    }

    @Test
    void what_was_recorded_later_was_not_known() {
        var facts = Facts.of(STAY, STAY.withdrawn(2, SOURCE, LATER));
        assertThat(facts.ofKind("stay")).isEmpty();
        assertThat(facts.knownAt(LATER.minusSeconds(1)).ofKind("stay")).containsExactly(STAY);
    }

    @Test
    void a_new_end_changes_nothing_before_it() {
        var ended = STAY.endedOn(LocalDate.parse("2025-06-30"), 2, SOURCE, LATER);
        assertThat(Facts.of(STAY, ended).changedSince(Map.of(STAY.id(), 1L))).contains(LocalDate.parse("2025-06-30"));
        assertThat(Facts.of(STAY, ended).changedSince(Map.of(STAY.id(), 2L))).isEmpty();
    }

    @Test
    void a_new_fact_changes_the_days_since_it_began_and_a_lost_statement_any_day() {
        assertThat(Facts.of(STAY).changedSince(Map.of())).contains(STAY.from());
        assertThat(Facts.of(STAY.endedOn(LocalDate.parse("2025-06-30"), 2, SOURCE, LATER)).changedSince(Map.of(STAY.id(), 1L)))
                .contains(LocalDate.MIN);
        assertThat(Facts.of().changedSince(Map.of(STAY.id(), 1L))).contains(LocalDate.MIN);
        assertThat(Facts.of(STAY.withdrawn(1, SOURCE, LATER)).changedSince(Map.of())).isEmpty();
    }

    @Test
    void a_fact_that_ends_before_it_begins_or_carries_less_than_nothing_is_refused() {
        assertThatThrownBy(() -> STAY.endedOn(LocalDate.parse("2024-12-31"), 2, SOURCE, LATER)).isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("before it begins");
        assertThatThrownBy(() -> new Fact("x", 1, "blood", STAY.from(), null, null, Map.of("millilitres", new BigDecimal("-1")), SOURCE,
                LATER, false))
                .isInstanceOf(IllegalArgumentException.class).hasMessageContaining("negative");
    }

    @Test
    void what_was_not_only_ended_changes_every_day_since_it_began() {
        assertThat(Facts.of(STAY, STAY.withdrawn(2, SOURCE, LATER)).changedSince(Map.of(STAY.id(), 1L))).contains(STAY.from());
        var elsewhere = new Fact(STAY.id(), 2, "stay", STAY.from(), null, "dormitory", Map.of(), SOURCE, LATER, false);
        assertThat(Facts.of(STAY, elsewhere).changedSince(Map.of(STAY.id(), 1L))).contains(STAY.from());
    }

    @Test
    void of_a_statement_that_came_twice_the_one_recorded_first_holds() {
        var again = new Fact(STAY.id(), 1, "stay", STAY.from(), null, "again", Map.of(), SOURCE, LATER, false);
        assertThat(Facts.of(STAY, again).ofKind("stay")).containsExactly(STAY);
        assertThat(Facts.of(again, STAY).ofKind("stay")).containsExactly(STAY);
    }

    @Test
    void what_is_added_stands_beside_what_was_known() {
        var work = Life.of().employed("2025-02-01").list().getFirst();
        var withdrawn = STAY.withdrawn(2, SOURCE, LATER);
        var all = Facts.of(STAY).and(List.of(work, withdrawn));
        assertThat(all.ofKind("employment")).containsExactly(work);
        assertThat(all.knownAt(Life.RECORDED).ofKind("stay")).containsExactly(STAY);
        assertThat(all.find(STAY.id())).contains(withdrawn);
        assertThat(all.find("nothing")).isEmpty();
        assertThat(all.revisions()).isEqualTo(Map.of(STAY.id(), 2L, work.id(), 1L));
    }

    @Test
    void what_is_supposed_to_end_takes_the_place_of_what_is_known() {
        var ended = STAY.supposedlyEndedOn(LocalDate.parse("2026-12-31"));
        assertThat(Facts.of(STAY, ended).ofKind("stay")).containsExactly(ended);
        assertThat(ended.source().kind()).isEqualTo(FactSource.Kind.SUPPOSITION);
    }

    @Test
    void facts_of_a_kind_come_oldest_first() {
        var life = Life.of().registered("2025-01-01").registered("2020-01-01");
        assertThat(life.facts().ofKind("stay")).extracting(Fact::from)
                .isEqualTo(List.of(LocalDate.parse("2020-01-01"), LocalDate.parse("2025-01-01")));
    }
}
