package org.xinju.points.publishing;

import java.time.LocalDate;
import java.time.Period;

import org.jspecify.annotations.Nullable;

import org.xinju.events.Change;
import org.xinju.events.Rule;
import org.xinju.points.policy.PolicyVersion;

/**
 * A policy version on its way to hold; its id is the reference, {@code DG-DEFAULT@2}.
 *
 * @param document the policy, as JSON
 * @param author sign-in of who changed the document last
 * @param approver sign-in of who has approved the document as it is; null: nobody
 * @param publishedFrom first day on which it holds, once it is published; null before. No two editions share it
 */
record Edition(
        Status status,
        String document,
        LocalDate effectiveFrom,
        String author,
        @Nullable String approver,
        @Nullable LocalDate publishedFrom) {

    static final Rule UNKNOWN = Rule.unknown("policy-unknown", "product P1");
    static final Rule TAKEN = Rule.conflict("policy-taken", "product P1: a version is immutable");
    static final Rule IMMUTABLE = Rule.conflict("policy-immutable", "product P1: a version is immutable");
    static final Rule OWN = Rule.conflict("policy-own", "product P1: two-person review");
    static final Rule NOT_APPROVED = Rule.conflict("policy-not-approved", "product P1: two-person review");
    static final Rule TOO_SOON = Rule.conflict("policy-too-soon", "product P1: published with a date");
    static final Rule ENDS = Rule.conflict("policy-ends", "product P1: a version holds until the next takes over");
    static final Rule DATE_TAKEN = Rule.conflict("policy-date-taken", "product P1: a published date stays");

    /** Time between publication and the first day: residents are told before, and every replica knows in time. */
    static final Period LEAD = Period.ofDays(2);

    /** How far it has come. */
    enum Status { DRAFT, APPROVED, PUBLISHED }

    /** What others may know. */
    record Published(Status status, LocalDate effectiveFrom) {}

    /** What happens to an edition. */
    sealed interface EditionEvent {

        record Drafted() implements EditionEvent {}

        record Revised() implements EditionEvent {}

        record Approved() implements EditionEvent {}

        /** It holds from the day in the state on, and never changes again. */
        record Published() implements EditionEvent {}
    }

    Published published() {
        return new Published(status, effectiveFrom);
    }

    static Edition draft(PolicyVersion policy, String document, String author) {
        return new Edition(Status.DRAFT, document, policy.effectiveFrom(), author, null, null);
    }

    /** What was approved before is to be approved again. */
    Change<Edition, EditionEvent> revise(PolicyVersion policy, String text, String by) {
        return status == Status.PUBLISHED ? Change.rejected(IMMUTABLE) : Change.of(draft(policy, text, by), new EditionEvent.Revised());
    }

    Change<Edition, EditionEvent> approve(String by) {
        if (status == Status.PUBLISHED) {
            return Change.rejected(IMMUTABLE);
        }
        if (by.equals(author)) {
            return Change.rejected(OWN);
        }
        return status == Status.APPROVED ? Change.unchanged(this)
                : Change.of(new Edition(Status.APPROVED, document, effectiveFrom, author, by, null), new EditionEvent.Approved());
    }

    /** @param policy what the document says */
    Change<Edition, EditionEvent> publish(PolicyVersion policy, LocalDate today) {
        if (status == Status.PUBLISHED) {
            return Change.unchanged(this);
        }
        if (status != Status.APPROVED) {
            return Change.rejected(NOT_APPROVED);
        }
        var earliest = today.plus(LEAD);
        if (effectiveFrom.isBefore(earliest)) {
            return Change.rejected(TOO_SOON, earliest);
        }
        return policy.effectiveUntil() != null ? Change.rejected(ENDS) : Change.of(publishedNow(), new EditionEvent.Published());
    }

    /** As one that comes with the service stands in the store. */
    Edition publishedNow() {
        return new Edition(Status.PUBLISHED, document, effectiveFrom, author, approver, effectiveFrom);
    }
}
