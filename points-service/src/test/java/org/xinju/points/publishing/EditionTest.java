package org.xinju.points.publishing;

import java.time.LocalDate;

import org.junit.jupiter.api.Test;

import org.xinju.events.Change;
import org.xinju.points.Editions;
import org.xinju.points.policy.PolicyVersion;
import org.xinju.points.publishing.Edition.EditionEvent;
import org.xinju.points.publishing.Edition.Status;

import static org.assertj.core.api.Assertions.assertThat;

/** Two persons and a day to come, and after that nothing changes any more. */
class EditionTest {

    private static final LocalDate TODAY = LocalDate.parse("2026-11-23");
    private static final PolicyVersion POLICY = Editions.version(2, "2026-11-25", _ -> {});
    private static final Edition DRAFT = Edition.draft(POLICY, "{}", "author");

    private static Edition accepted(Change<Edition, EditionEvent> change) {
        assertThat(change).isInstanceOf(Change.Accepted.class);
        return ((Change.Accepted<Edition, EditionEvent>) change).state();
    }

    private static void refused(Change<Edition, EditionEvent> change, String rule) {
        assertThat(change).isInstanceOfSatisfying(Change.Rejected.class,
                no -> assertThat(((Change.Rejected<?, ?>) no).rejection().rule().code()).isEqualTo(rule));
    }

    @Test
    void the_author_cannot_approve() {
        refused(DRAFT.approve("author"), "policy-own");
        assertThat(accepted(DRAFT.approve("another")).status()).isEqualTo(Status.APPROVED);
    }

    @Test
    void who_changes_an_approved_draft_is_its_author_and_needs_another_approval() {
        var revised = accepted(accepted(DRAFT.approve("another")).revise(POLICY, "{ }", "another"));
        assertThat(revised.status()).isEqualTo(Status.DRAFT);
        refused(revised.approve("another"), "policy-own");
        refused(revised.publish(POLICY, TODAY), "policy-not-approved");
    }

    @Test
    void it_is_published_two_days_ahead_at_the_latest() {
        var approved = accepted(DRAFT.approve("another"));
        refused(approved.publish(POLICY, TODAY.plusDays(1)), "policy-too-soon");
        var published = accepted(approved.publish(POLICY, TODAY));
        assertThat(published.publishedFrom()).isEqualTo("2026-11-25");
    }

    @Test
    void a_version_that_ends_by_itself_is_not_published() {
        var ending = Editions.version(2, "2026-11-25", document -> document.put("effectiveUntil", "2027-11-25"));
        refused(accepted(Edition.draft(ending, "{}", "author").approve("another")).publish(ending, TODAY), "policy-ends");
    }

    @Test
    void what_was_published_never_changes() {
        var published = accepted(accepted(DRAFT.approve("another")).publish(POLICY, TODAY));
        refused(published.revise(POLICY, "{ }", "author"), "policy-immutable");
        refused(published.approve("another"), "policy-immutable");
        assertThat(published.publish(POLICY, TODAY)).isInstanceOf(Change.Unchanged.class);
    }
}
