package org.xinju.points.account;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

import org.xinju.points.engine.Facts;
import org.xinju.points.engine.Score;
import org.xinju.points.policy.PolicyTimeline;
import org.xinju.points.policy.PolicyVersion;

/**
 * A ledger brought up to a day, over the versions of the policy that have taken over since: each ends on the day before the next one begins,
 * and the next one opens with a ledger of its own.
 *
 * @param ended ledgers that have ended, oldest first
 * @param ledger the one that goes on
 * @param score of the day, by its version
 * @param appended how many entries were appended, to all of them
 */
record Succession(List<Ledger> ended, Ledger ledger, Score score, int appended) {

    Succession {
        ended = List.copyOf(ended);
    }

    /** @param unfolding gives a ledger with its closed pages */
    static Succession of(Ledger current, PolicyTimeline timeline, Facts facts, LocalDate today, Instant now,
            UnaryOperator<Ledger> unfolding) {
        var ended = new ArrayList<Ledger>();
        var ledger = current;
        int appended = 0;
        for (var next = timeline.after(ledger.policy()); next.filter(one -> !one.effectiveFrom().isAfter(today)).isPresent();
                next = timeline.after(ledger.policy())) {
            var version = next.get();
            var last = settled(ledger, timeline.version(ledger.policy()), facts, version.effectiveFrom().minusDays(1), now, unfolding);
            var first = settled(Ledger.empty(version.reference()), version, facts, version.effectiveFrom(), now, unfolding);
            ended.add(last.ledger());
            ledger = first.ledger();
            appended += last.appended() + first.appended();
        }
        var settled = settled(ledger, timeline.version(ledger.policy()), facts, today, now, unfolding);
        return new Succession(ended, settled.ledger(), settled.score(), appended + settled.appended());
    }

    private record One(Ledger ledger, Score score, int appended) {}

    private static One settled(Ledger ledger, PolicyVersion policy, Facts facts, LocalDate day, Instant now, UnaryOperator<Ledger> unfolding) {
        var whole = Settlement.needsPages(ledger, facts) ? unfolding.apply(ledger) : ledger;
        var settled = Settlement.settle(whole, policy, facts, day, now);
        return new One(whole.append(settled), settled.score(), settled.appended().size());
    }
}
