package org.xinju.points.confirmation;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

import org.junit.jupiter.api.Test;

import org.xinju.events.Change;
import org.xinju.points.confirmation.Confirmation.Status;
import org.xinju.points.engine.Fact;
import org.xinju.points.policy.PublishedPolicies;
import org.xinju.privacy.Sealed;

import static org.assertj.core.api.Assertions.assertThat;

/** What may be done about a confirmation, and which fact it leaves behind. */
class ConfirmationsTest {

    private static final Instant THEN = Instant.parse("2026-11-23T01:00:00Z");
    private static final Instant LATER = THEN.plusSeconds(60);

    private static Claim claim(String level, String reference) {
        var day = LocalDate.parse("2012-06-30");
        return new Claim("education", day, null, level, Map.of(), new Proof("degree-certificate", reference, day));
    }

    private static Confirmation begun(String id, Status status, String reference) {
        return new Confirmation(id, "P02", "education", List.of(new Act(status, claim("bachelor", reference), "officer", THEN, null)));
    }

    private static Confirmations with(Confirmation... all) {
        return new Confirmations(List.of(all));
    }

    private static Confirmations accepted(Change<Confirmations, Confirmation> change) {
        assertThat(change).isInstanceOf(Change.Accepted.class);
        return ((Change.Accepted<Confirmations, Confirmation>) change).state();
    }

    private static void refused(Change<Confirmations, Confirmation> change, String rule) {
        assertThat(change).isInstanceOfSatisfying(Change.Rejected.class,
                no -> assertThat(((Change.Rejected<?, ?>) no).rejection().rule().code()).isEqualTo(rule));
    }

    @Test
    void a_draft_is_no_fact_and_waits_for_its_department() {
        var all = accepted(Confirmations.NONE.begin(begun("one", Status.DRAFTED, "A-1"), null));
        assertThat(all.facts()).isEmpty();
        assertThat(all.waitedFor()).containsExactly("education");
    }

    @Test
    void an_approved_draft_is_a_fact_that_names_department_and_evidence() {
        var all = accepted(with(begun("one", Status.DRAFTED, "A-1")).approve("one", UnaryOperator.identity(), "clerk", LATER));
        assertThat(all.waitedFor()).isEmpty();
        assertThat(all.facts()).singleElement().satisfies(fact -> {
            assertThat(fact.level()).isEqualTo("bachelor");
            assertThat(fact.source().origin()).isEqualTo("education");
            assertThat(fact.source().evidence()).isEqualTo("A-1");
            assertThat(fact.recordedAt()).isEqualTo(LATER);
        });
    }

    @Test
    void nobody_approves_or_refuses_the_own_draft() {
        refused(with(begun("one", Status.DRAFTED, "A-1")).approve("one", UnaryOperator.identity(), "officer", LATER), "confirmation-own-draft");
        refused(with(begun("one", Status.DRAFTED, "A-1")).refuse("one", "officer", LATER, why("x")), "confirmation-own-draft");
    }

    @Test
    void a_draft_is_decided_once_and_only_what_was_confirmed_is_corrected_or_withdrawn() {
        var refusedOne = accepted(with(begun("one", Status.DRAFTED, "A-1")).refuse("one", "clerk", LATER, why("not legible")));
        assertThat(refusedOne.facts()).isEmpty();
        refused(refusedOne.approve("one", UnaryOperator.identity(), "clerk", LATER), "confirmation-not-drafted");
        refused(refusedOne.withdraw("one", "clerk", LATER, why("x")), "confirmation-not-confirmed");
        refused(with(begun("one", Status.DRAFTED, "A-1")).correct("one", claim("college", "A-1"), null, "clerk", LATER, why("x")),
                "confirmation-not-confirmed");
        refused(refusedOne.approve("another", UnaryOperator.identity(), "clerk", LATER), "confirmation-unknown");
    }

    @Test
    void a_correction_is_a_revision_of_the_same_fact_and_a_withdrawal_the_last_one() {
        var confirmed = with(begun("one", Status.CONFIRMED, "A-1"));
        var corrected = accepted(confirmed.correct("one", claim("college", "A-1"), null, "clerk", LATER, why("written down wrongly")));
        assertThat(corrected.facts()).extracting(Fact::id).containsOnly("confirmation/one");
        assertThat(corrected.facts()).extracting(Fact::revision).containsExactly(1L, 2L);
        assertThat(corrected.facts()).extracting(Fact::level).containsExactly("bachelor", "college");
        var withdrawn = accepted(corrected.withdraw("one", "clerk", LATER, why("somebody else's")));
        assertThat(withdrawn.facts().getLast().withdrawn()).isTrue();
    }

    @Test
    void what_is_objected_to_stands_until_somebody_else_has_looked_again() {
        var objected = accepted(with(begun("one", Status.CONFIRMED, "A-1")).object("one", "resident", LATER, why("not mine")));
        assertThat(objected.facts()).singleElement().satisfies(fact -> assertThat(fact.withdrawn()).isFalse());
        assertThat(objected.waitedFor()).containsExactly("education");
        refused(objected.answer("one", true, false, "officer", LATER, why("x")), "confirmation-own-decision");
        var dismissed = accepted(objected.answer("one", false, false, "clerk", LATER, why("it is yours")));
        assertThat(dismissed.facts().getLast().withdrawn()).isFalse();
        assertThat(dismissed.waitedFor()).isEmpty();
        refused(dismissed.object("one", "resident", LATER, why("again")), "confirmation-objected-before");
        var agreed = accepted(objected.answer("one", true, false, "clerk", LATER, why("you are right")));
        assertThat(agreed.facts().getLast().withdrawn()).isTrue();
        refused(agreed.answer("one", false, false, "clerk", LATER, why("x")), "confirmation-not-objected");
    }

    @Test
    void an_objection_to_a_refusal_that_is_right_confirms_what_was_claimed() {
        var no = accepted(with(begun("one", Status.DRAFTED, "A-1")).refuse("one", "clerk", LATER, why("not legible")));
        var objected = accepted(no.object("one", "resident", LATER, why("it is legible")));
        assertThat(objected.facts()).isEmpty();
        refused(objected.answer("one", true, false, "clerk", LATER, why("x")), "confirmation-own-decision");
        assertThat(accepted(objected.answer("one", true, false, "another", LATER, why("it is"))).facts()).hasSize(1);
        assertThat(accepted(objected.answer("one", false, false, "another", LATER, why("it is not"))).find("one").orElseThrow().status())
                .isEqualTo(Status.REFUSED);
        refused(with(begun("one", Status.DRAFTED, "A-1")).object("one", "resident", LATER, why("x")), "confirmation-not-decided");
    }

    @Test
    void one_piece_of_evidence_counts_once_until_it_is_refused_or_withdrawn() {
        var first = with(begun("one", Status.CONFIRMED, "A-1"));
        refused(first.begin(begun("two", Status.DRAFTED, "a-1"), null), "evidence-used");
        accepted(first.begin(begun("two", Status.DRAFTED, "A-2"), null));
        refused(accepted(first.begin(begun("two", Status.CONFIRMED, "A-2"), null)).correct("two", claim("college", "A-1"), null, "clerk", LATER, why("x")),
                "evidence-used");
        accepted(accepted(first.withdraw("one", "clerk", LATER, why("x"))).begin(begun("two", Status.DRAFTED, "A-1"), null));
    }

    @Test
    void an_award_of_a_year_is_given_once_and_no_more_than_counts() {
        var policy = PublishedPolicies.dgDefault();
        assertThat(YearLimit.of(policy.indicator("P04"))).as("not of a year").isEmpty();
        var twoPoints = YearLimit.of(policy.indicator("D09")).orElseThrow();
        assertThat(twoPoints.most()).isEqualByComparingTo("2");
        var one = with(award("one", "D09", "2026-03-01", 1));
        accepted(one.begin(award("two", "D09", "2026-04-01", 1), twoPoints));
        refused(one.begin(award("two", "D09", "2026-04-01", 2), twoPoints), "award-person-full");
        accepted(one.begin(award("two", "D09", "2025-12-31", 2), twoPoints));
        refused(one.correct("one", award("x", "D09", "2026-03-01", 3).last().claim(), twoPoints, "clerk", LATER, why("x")), "award-person-full");
        var onceOnly = YearLimit.of(policy.indicator("D08")).orElseThrow();
        refused(with(award("one", "D08", "2026-03-01", 0)).begin(award("two", "D08", "2026-04-01", 0), onceOnly), "award-once-a-year");
    }

    @Test
    void a_correction_keeps_the_place_and_so_the_year() {
        var placed = award("one", "D10", "2026-03-01", 1);
        var all = with(new Confirmation("one", "D10", "community", List.of(new Act(Status.CONFIRMED, placed.last().claim().placed(3, 5), "officer",
                THEN, null))));
        var corrected = accepted(all.correct("one", award("x", "D10", "2026-04-01", 2).last().claim(), null, "clerk", LATER, why("x")));
        assertThat(corrected.facts().getLast().amounts()).containsEntry("place", new BigDecimal(3)).containsEntry("points", new BigDecimal(2));
        refused(all.correct("one", award("x", "D10", "2025-04-01", 2).last().claim(), null, "clerk", LATER, why("x")), "award-other-year");
    }

    private static Confirmation award(String id, String indicator, String day, int points) {
        var on = LocalDate.parse(day);
        var claim = new Claim("points", on, on, null, Map.of("points", new BigDecimal(points)), new Proof("assignment-log", "L-" + id, on));
        return new Confirmation(id, indicator, "office", List.of(new Act(Status.CONFIRMED, claim, "officer", THEN, null)));
    }

    @Test
    void an_account_does_not_grow_without_end() {
        var all = Confirmations.NONE;
        for (int i = 0; i < 500; i++) {
            all = accepted(all.begin(begun("c-" + i, Status.DRAFTED, "A-" + i), null));
        }
        refused(all.begin(begun("one more", Status.DRAFTED, "B"), null), "confirmations-full");
    }

    /** A reason as it is stored, but for the key: here nobody opens it. */
    private static Sealed why(String reason) {
        return new Sealed(Base64.getUrlEncoder().withoutPadding().encodeToString(reason.getBytes(StandardCharsets.UTF_8)));
    }
}
