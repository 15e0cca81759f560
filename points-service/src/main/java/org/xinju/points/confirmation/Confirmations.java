package org.xinju.points.confirmation;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import org.xinju.events.Change;
import org.xinju.events.Rejection;
import org.xinju.events.Rule;
import org.xinju.points.confirmation.Confirmation.Status;
import org.xinju.points.engine.Fact;
import org.xinju.points.policy.Quota;
import org.xinju.privacy.Sealed;

/** All confirmations about one resident. A command gives the new state and, as what happened, the confirmation as it is now. */
public record Confirmations(List<Confirmation> all) {

    /** Also of one that is not the caller's to know of. */
    public static final Rule UNKNOWN = Rule.unknown("confirmation-unknown", "product P2");
    static final Rule FULL = Rule.conflict("confirmations-full", "architecture.md: a limit lives in the document that owns it");
    static final Rule EVIDENCE_USED = Rule.conflict("evidence-used", "product P2: one fact counts once");
    static final Rule NOT_DRAFTED = Rule.conflict("confirmation-not-drafted", "product P2");
    static final Rule NOT_CONFIRMED = Rule.conflict("confirmation-not-confirmed", "product P2");
    static final Rule OWN_DRAFT = Rule.conflict("confirmation-own-draft", "product P2: confirmed by departments");
    static final Rule OTHER_YEAR = Rule.conflict("award-other-year", "domain.md D10: recipients of a year");
    static final Rule NOT_DECIDED = Rule.conflict("confirmation-not-decided", "domain.md 1.6: objection");
    static final Rule OBJECTED_BEFORE = Rule.conflict("confirmation-objected-before", "domain.md 1.6: objection, external remedy");
    static final Rule NOT_OBJECTED = Rule.conflict("confirmation-not-objected", "domain.md 1.6: objection");
    static final Rule OWN_DECISION = Rule.conflict("confirmation-own-decision", "domain.md 1.6: re-check");

    public static final Confirmations NONE = new Confirmations(List.of());

    private static final int MOST = 500;

    public Confirmations {
        all = List.copyOf(all);
    }

    /** What is known because of them. */
    public List<Fact> facts() {
        return all.stream().flatMap(one -> one.facts().stream()).toList();
    }

    /** Departments that have to decide on a draft or on an objection. */
    public List<String> waitedFor() {
        return all.stream().filter(Confirmation::waits).map(Confirmation::department).distinct().sorted().toList();
    }

    public Optional<Confirmation> find(String id) {
        return all.stream().filter(one -> one.id().equals(id)).findFirst();
    }

    /**
     * Drafted, or confirmed by the department at once.
     *
     * @param limit what a year allows; null: anything
     */
    public Change<Confirmations, Confirmation> begin(Confirmation begun, @Nullable YearLimit limit) {
        if (all.size() >= MOST) {
            return Change.rejected(FULL, MOST);
        }
        if (isUsed(begun)) {
            return Change.rejected(EVIDENCE_USED);
        }
        var beyond = beyond(begun, limit);
        return beyond.isPresent() ? new Change.Rejected<>(beyond.get())
                : Change.of(new Confirmations(Stream.concat(all.stream(), Stream.of(begun)).toList()), begun);
    }

    private Optional<Rejection> beyond(Confirmation one, @Nullable YearLimit limit) {
        if (limit == null) {
            return Optional.empty();
        }
        var claim = one.last().claim();
        return limit.refusal(claim, all.stream().filter(other -> other.isLive() && !other.id().equals(one.id())
                && other.indicator().equals(one.indicator())).map(other -> other.last().claim())
                .filter(other -> other.from().getYear() == claim.from().getYear()).toList());
    }

    /**
     * The draft is found proved.
     *
     * @param placing writes its place into the claim, where places are limited
     */
    public Change<Confirmations, Confirmation> approve(String id, UnaryOperator<Claim> placing, String by, Instant at) {
        return change(id, is(Status.DRAFTED), NOT_DRAFTED,
                draft -> new Act(Status.CONFIRMED, placing.apply(draft.last().claim()), by, at, null));
    }

    /** The draft is not found proved. */
    public Change<Confirmations, Confirmation> refuse(String id, String by, Instant at, Sealed reason) {
        return change(id, is(Status.DRAFTED), NOT_DRAFTED, draft -> new Act(Status.REFUSED, draft.last().claim(), by, at, reason));
    }

    /**
     * Something else was so, all the time; a place that it has among those of the year it keeps, and so it stays in that year.
     *
     * @param limit what a year allows; null: anything
     */
    public Change<Confirmations, Confirmation> correct(String id, Claim right, @Nullable YearLimit limit, String by, Instant at, Sealed reason) {
        var changed = change(id, is(Status.CONFIRMED), NOT_CONFIRMED,
                now -> new Act(Status.CONFIRMED, right.placedAs(now.last().claim()), by, at, reason));
        if (changed instanceof Change.Accepted<Confirmations, Confirmation>(_, var corrected)) {
            var before = corrected.getFirst().before().claim();
            if (before.amounts().containsKey(Quota.PLACE) && before.from().getYear() != right.from().getYear()) {
                return Change.rejected(OTHER_YEAR, before.from().getYear());
            }
            var beyond = beyond(corrected.getFirst(), limit);
            return beyond.isPresent() ? new Change.Rejected<>(beyond.get()) : changed;
        }
        return changed;
    }

    /** It never was so. */
    public Change<Confirmations, Confirmation> withdraw(String id, String by, Instant at, Sealed reason) {
        return change(id, is(Status.CONFIRMED), NOT_CONFIRMED, one -> new Act(Status.WITHDRAWN, one.last().claim(), by, at, reason));
    }

    /** The resident does not agree with what was confirmed or refused; once, then other remedies are open. */
    public Change<Confirmations, Confirmation> object(String id, String by, Instant at, Sealed reason) {
        if (find(id).filter(Confirmation::wasObjectedTo).isPresent()) {
            return Change.rejected(OBJECTED_BEFORE);
        }
        return change(id, is(Status.CONFIRMED).or(is(Status.REFUSED)), NOT_DECIDED,
                one -> new Act(Status.OBJECTED, one.last().claim(), by, at, reason));
    }

    /**
     * @param agreed the resident is right: what was confirmed is withdrawn, what was refused is confirmed; otherwise it stays as it was
     * @param limited whether it needs a place: then what was refused is a draft again, which takes its place when it is approved
     */
    public Change<Confirmations, Confirmation> answer(String id, boolean agreed, boolean limited, String by, Instant at, Sealed reason) {
        if (find(id).filter(is(Status.OBJECTED)).filter(one -> one.before().by().equals(by)).isPresent()) {
            return Change.rejected(OWN_DECISION);
        }
        return change(id, is(Status.OBJECTED), NOT_OBJECTED, one -> {
            var before = one.before().status();
            var otherwise = before == Status.CONFIRMED ? Status.WITHDRAWN : limited ? Status.DRAFTED : Status.CONFIRMED;
            return new Act(agreed ? otherwise : before, one.last().claim(), by, at, reason);
        });
    }

    private static Predicate<Confirmation> is(Status status) {
        return one -> one.status() == status;
    }

    private Change<Confirmations, Confirmation> change(String id, Predicate<Confirmation> possible, Rule otherwise,
            Function<Confirmation, Act> act) {
        var found = find(id);
        if (found.isEmpty()) {
            return Change.rejected(UNKNOWN);
        }
        var now = found.get();
        if (!possible.test(now)) {
            return Change.rejected(otherwise);
        }
        var next = now.then(act.apply(now));
        if (now.status() == Status.DRAFTED && now.last().by().equals(next.last().by())) {
            return Change.rejected(OWN_DRAFT);
        }
        return isUsed(next) ? Change.rejected(EVIDENCE_USED) : Change.of(with(next), next);
    }

    private boolean isUsed(Confirmation one) {
        return one.isLive() && all.stream().filter(Confirmation::isLive).anyMatch(one::repeats);
    }

    private Confirmations with(Confirmation changed) {
        return new Confirmations(all.stream().map(one -> one.id().equals(changed.id()) ? changed : one).toList());
    }
}
