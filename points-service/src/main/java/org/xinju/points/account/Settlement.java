package org.xinju.points.account;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

import org.xinju.points.engine.Engine;
import org.xinju.points.engine.Facts;
import org.xinju.points.engine.Score;
import org.xinju.points.policy.PolicyVersion;

/**
 * Brings a ledger up to a day. Only the days that may have changed are computed: those since the last settlement, and those from the first
 * day that a new or corrected fact touches.
 */
public final class Settlement {

    private Settlement() {}

    /** Whether a fact reaches back behind the current page, so that {@link #settle} needs the {@link Ledger#unfold unfolded} ledger. */
    public static boolean needsPages(Ledger ledger, Facts facts) {
        return ledger.settledOn() != null && ledger.reachesBack(since(ledger, facts, ledger.settledOn()));
    }

    /**
     * The entries that make the sum of the ledger the score of {@code today}, and of every day since it was opened. An equal score appends
     * nothing. A ledger settled to a later day stays there: time does not run back.
     *
     * @throws IllegalStateException when closed pages are needed, see {@link #needsPages}
     */
    public static Settled settle(Ledger ledger, PolicyVersion policy, Facts facts, LocalDate today, Instant now) {
        if (!policy.reference().equals(ledger.policy())) {
            throw new IllegalArgumentException("this is a ledger of " + ledger.policy() + ", not of " + policy.reference());
        }
        var to = ledger.settledOn() == null || today.isAfter(ledger.settledOn()) ? today : ledger.settledOn();
        var since = since(ledger, facts, to);
        if (ledger.reachesBack(since)) {
            throw new IllegalStateException("the facts reach back to " + since + ", before page " + ledger.opening().page());
        }
        var last = ledger.lastRecordedAt();
        var recordedAt = last != null && now.isBefore(last) ? last : now;
        var history = Engine.history(policy, facts, since, to);
        var appended = new Comparison(ledger, policy, since, recordedAt).entries(history);
        return new Settled(appended, scoreOf(policy, facts, to, history), facts.revisions());
    }

    private static Score scoreOf(PolicyVersion policy, Facts facts, LocalDate to, List<Score> history) {
        return !history.isEmpty() && history.getLast().date().equals(to) ? history.getLast() : Engine.score(policy, facts, to);
    }

    /** The first day whose entries have to be looked at. */
    private static LocalDate since(Ledger ledger, Facts facts, LocalDate to) {
        if (ledger.openedOn() == null || ledger.settledOn() == null) {
            return to;
        }
        var openedOn = ledger.openedOn();
        var unsettled = ledger.settledOn().plusDays(1);
        var changed = facts.changedSince(ledger.known()).orElse(unsettled);
        var since = changed.isBefore(unsettled) ? changed : unsettled;
        return since.isBefore(openedOn) ? openedOn : since;
    }
}
