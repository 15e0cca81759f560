package org.xinju.points.account;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;

import org.xinju.points.Life;
import org.xinju.points.engine.Fact;
import org.xinju.points.engine.FactSource;
import org.xinju.points.engine.Facts;
import org.xinju.points.engine.Input;
import org.xinju.points.engine.Line;
import org.xinju.points.policy.PolicyReference;
import org.xinju.points.policy.PolicyVersion;
import org.xinju.points.policy.PublishedPolicies;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

class LedgerTest {

    private static final PolicyVersion POLICY = PublishedPolicies.dgDefault();
    private static final LocalDate OPENED = LocalDate.parse("2026-11-23");
    private static final Instant NOW = Instant.parse("2026-11-23T02:00:00Z");
    private static final Subject RESIDENCE = new Subject(Line.Kind.INDICATOR, "P05");
    private static final FactSource CORRECTION = FactSource.event("registry-service", "correction");

    private static Ledger settled(Ledger ledger, List<Fact> facts, LocalDate day, Instant at) {
        return ledger.append(Settlement.settle(ledger, POLICY, Facts.of(facts), day, at));
    }

    private static Ledger opened(Life life) {
        return settled(Ledger.empty(POLICY.reference()), life.list(), OPENED, NOW);
    }

    private static List<Entry> of(Ledger ledger, Subject subject) {
        return ledger.entries().stream().filter(entry -> entry.subject().equals(subject)).toList();
    }

    @Test
    void a_ledger_opens_with_one_award_an_indicator_that_cites_input_fact_and_clause() {
        var ledger = opened(Life.of().born("1990-03-15").registered("2020-04-20"));
        assertThat(ledger.openedOn()).isEqualTo(OPENED);
        assertThat(ledger.entries()).extracting(entry -> entry.subject().code(), Entry::kind, entry -> entry.points().toPlainString())
                .containsExactly(tuple("P01", Entry.Kind.AWARD, "20.00"), tuple("P05", Entry.Kind.AWARD, "19.75"));
        var residence = of(ledger, RESIDENCE).getFirst();
        assertThat(residence.inputs()).containsExactly(new Input("stay", Input.FULL_MONTHS, "79"));
        assertThat(residence.facts()).containsExactly("stay-2");
        assertThat(residence.clause()).isEqualTo("甬政办发〔2022〕10号 省级共性指标 居住时间");
        assertThat(residence.validOn()).isEqualTo(OPENED);
    }

    @Test
    void no_entry_holds_a_day_of_birth() {
        assertThat(opened(Life.of().born("1990-03-15")).toString()).doesNotContain("1990-03-15").contains("36");
    }

    @Test
    void a_full_month_more_is_one_entry_for_the_difference_valid_on_its_day_however_late_it_is_settled() {
        var life = Life.of().registered("2020-04-20");
        var ledger = settled(opened(life), life.list(), LocalDate.parse("2027-02-01"), NOW.plus(Duration.ofDays(70)));
        assertThat(of(ledger, RESIDENCE)).extracting(Entry::kind, entry -> entry.points().toPlainString(), Entry::validOn).containsExactly(
                tuple(Entry.Kind.AWARD, "19.75", OPENED), tuple(Entry.Kind.CHANGE, "0.25", LocalDate.parse("2026-12-20")),
                tuple(Entry.Kind.CHANGE, "0.25", LocalDate.parse("2027-01-20")));
        assertThat(ledger.settledOn()).isEqualTo("2027-02-01");
    }

    @Test
    void a_birthday_takes_one_point_off() {
        var life = Life.of().born("1985-12-01");
        var ledger = settled(opened(life), life.list(), LocalDate.parse("2026-12-01"), NOW.plus(Duration.ofDays(8)));
        assertThat(ledger.entries().getLast()).extracting(Entry::kind, Entry::points)
                .containsExactly(Entry.Kind.CHANGE, new BigDecimal("-1.00"));
    }

    @Test
    void an_equal_score_appends_nothing() {
        var life = Life.of().born("1990-03-15").registered("2020-04-20");
        var ledger = opened(life);
        assertThat(settled(ledger, life.list(), OPENED, NOW.plusSeconds(60)).entries()).isEqualTo(ledger.entries());
        assertThat(settled(ledger, life.list(), LocalDate.parse("2026-12-19"), NOW.plusSeconds(60)).entries()).isEqualTo(ledger.entries());
    }

    @Test
    void a_correction_reverses_the_wrong_entry_and_writes_the_right_one_on_the_same_legal_day() {
        var life = Life.of().registered("2020-04-20");
        var ledger = opened(life);
        var wrong = life.list().getFirst();
        var right = new Fact(wrong.id(), 2, "stay", LocalDate.parse("2021-04-20"), null, null, wrong.amounts(), CORRECTION,
                NOW.plusSeconds(60), false);
        var corrected = settled(ledger, List.of(wrong, right), LocalDate.parse("2026-11-24"), NOW.plusSeconds(60));
        assertThat(of(corrected, RESIDENCE)).extracting(Entry::kind, entry -> entry.points().toPlainString(), Entry::validOn,
                Entry::reverses)
                .containsExactly(tuple(Entry.Kind.AWARD, "19.75", OPENED, null), tuple(Entry.Kind.REVERSAL, "-19.75", OPENED, 1L),
                        tuple(Entry.Kind.AWARD, "16.75", OPENED, null));
        assertThat(corrected.sum(OPENED, NOW)).as("as it was known before").isEqualByComparingTo("19.75");
        assertThat(corrected.sum(OPENED, NOW.plusSeconds(60))).as("as it is known now").isEqualByComparingTo("16.75");
        assertThat(corrected.sum(OPENED.minusDays(1), NOW.plusSeconds(60))).as("before the account was opened").isEqualByComparingTo("0");
    }

    @Test
    void the_same_points_from_another_fact_are_booked_again_so_that_no_entry_cites_a_withdrawn_fact() {
        var life = Life.of().since("youth-card", "2022-01-01");
        var ledger = opened(life);
        var gone = life.list().getFirst().withdrawn(2, CORRECTION, NOW.plusSeconds(60));
        var other = new Fact("other", 1, "youth-card", LocalDate.parse("2022-01-01"), null, null, gone.amounts(), CORRECTION,
                NOW.plusSeconds(60), false);
        var booked = settled(ledger, List.of(life.list().getFirst(), gone, other), OPENED, NOW.plusSeconds(60));
        assertThat(booked.entries()).extracting(Entry::kind).containsExactly(Entry.Kind.AWARD, Entry.Kind.REVERSAL, Entry.Kind.AWARD);
        assertThat(booked.entries().getLast().facts()).containsExactly("other");
    }

    @Test
    void a_corrected_birth_with_equal_points_books_the_right_age() {
        var life = Life.of().born("1990-03-15");
        var wrong = life.list().getFirst();
        var right = new Fact(wrong.id(), 2, "birth", LocalDate.parse("1992-03-15"), null, null, wrong.amounts(), CORRECTION, NOW, false);
        var booked = settled(opened(life), List.of(wrong, right), OPENED, NOW.plusSeconds(60));
        assertThat(booked.entries()).extracting(Entry::kind, entry -> entry.inputs().getFirst().value()).containsExactly(
                tuple(Entry.Kind.AWARD, "36"), tuple(Entry.Kind.REVERSAL, "36"), tuple(Entry.Kind.AWARD, "34"));
    }

    @Test
    void a_cap_is_an_entry_and_an_indicator_at_its_cap_gets_no_new_ones_month_by_month() {
        var life = Life.of().registered("2010-01-01");
        var ledger = opened(life);
        assertThat(ledger.entries()).extracting(entry -> entry.subject().kind(), entry -> entry.points().toPlainString())
                .containsExactly(tuple(Line.Kind.INDICATOR, "50.50"), tuple(Line.Kind.INDICATOR_CAP, "-20.50"));
        assertThat(settled(ledger, life.list(), OPENED.plusYears(2), NOW.plusSeconds(60)).entries()).isEqualTo(ledger.entries());
    }

    @Test
    void the_floor_is_given_back_when_it_is_not_needed_any_more() {
        var life = Life.of().born("1990-01-01").on("detention", "2021-12-01").on("detention", "2021-12-02");
        var ledger = settled(opened(life), life.list(), LocalDate.parse("2026-12-31"), NOW.plusSeconds(60));
        assertThat(ledger.sum()).isEqualByComparingTo("20.00");
        assertThat(of(ledger, new Subject(Line.Kind.FLOOR, Line.TOTAL))).extracting(entry -> entry.points().toPlainString(), Entry::validOn)
                .containsExactly(tuple("20.00", OPENED), tuple("-20.00", LocalDate.parse("2026-12-02")));
        assertThat(ledger.entries()).allSatisfy(entry -> assertThat(entry.clause()).isNotBlank());
    }

    @Test
    void a_page_carries_its_balance_and_is_the_same_whatever_was_added_behind_it() {
        var life = Life.of().registered("2020-04-20");
        var early = settled(opened(life), life.list(), LocalDate.parse("2027-06-01"), NOW.plusSeconds(60));
        var late = settled(early, life.list(), LocalDate.parse("2028-06-01"), NOW.plusSeconds(120));
        assertThat(early.closePage(3).orElseThrow().page()).isEqualTo(late.closePage(3).orElseThrow().page());
        var closed = late.closePage(3).orElseThrow();
        assertThat(closed.page().entries()).hasSize(3);
        assertThat(closed.ledger().opening().balances()).containsExactly(new Opening.Balance(RESIDENCE, new BigDecimal("20.25")));
        assertThat(closed.ledger().sum()).isEqualByComparingTo(late.sum());
        assertThat(closed.ledger().entries().getFirst().number()).isEqualTo(4);
        assertThat(closed.ledger().unfold(List.of(closed.page()))).isEqualTo(late);
        assertThat(early.closePage(100)).isEmpty();
    }

    @Test
    void a_question_or_a_correction_behind_the_current_page_asks_for_the_closed_ones() {
        var life = Life.of().registered("2020-04-20");
        var closed = settled(opened(life), life.list(), LocalDate.parse("2027-06-01"), NOW.plusSeconds(60)).closePage(3).orElseThrow();
        var facts = new ArrayList<>(life.list());
        facts.add(life.list().getFirst().withdrawn(2, CORRECTION, NOW.plusSeconds(120)));
        assertThatThrownBy(() -> closed.ledger().sum(OPENED, NOW)).isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("page 2");
        assertThat(Settlement.needsPages(closed.ledger(), Facts.of(facts))).isTrue();
        assertThatThrownBy(() -> Settlement.settle(closed.ledger(), POLICY, Facts.of(facts), LocalDate.parse("2027-06-01"),
                NOW.plusSeconds(120)))
                .isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> closed.ledger().unfold(List.of())).isInstanceOf(IllegalArgumentException.class);
        var settled = Settlement.settle(closed.ledger().unfold(List.of(closed.page())), POLICY, Facts.of(facts),
                LocalDate.parse("2027-06-01"),
                NOW.plusSeconds(120));
        assertThat(closed.ledger().append(settled).sum()).isEqualByComparingTo("0");
    }

    @Test
    void a_ledger_never_goes_back_in_time() {
        var life = Life.of().registered("2020-04-20");
        var ledger = settled(opened(life), life.list(), LocalDate.parse("2027-01-20"), NOW.plusSeconds(60));
        var again = settled(ledger, life.list(), OPENED, NOW.minusSeconds(600));
        assertThat(again).isEqualTo(ledger);
        var more = new ArrayList<>(life.list());
        more.add(Life.of().since("military-service", "2012-12-01").list().getFirst());
        assertThat(settled(ledger, more, OPENED, NOW.minusSeconds(600)).entries().getLast().recordedAt()).isEqualTo(NOW.plusSeconds(60));
    }

    @Test
    void a_ledger_belongs_to_one_policy_version() {
        var other = Ledger.empty(new PolicyReference("DG-DEFAULT", 2));
        assertThatThrownBy(() -> Settlement.settle(other, POLICY, Facts.of(), OPENED, NOW)).isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("DG-DEFAULT@2");
    }
}
