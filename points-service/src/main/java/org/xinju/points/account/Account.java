package org.xinju.points.account;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;

import org.xinju.points.engine.Score;

/**
 * The points account of a resident; its id is the resident's. The ledger is what counts, the rest follows from it and is kept for finding.
 *
 * @param within areas the resident lives in, from the sub-district down: the row scope
 * @param score sum of the ledger on the day it is settled to, scale 2
 * @param changesOn first day on which the score changes by itself, null when none is in sight
 */
record Account(Ledger ledger, List<String> within, BigDecimal score, Score.Standing standing, @Nullable LocalDate changesOn) {

    Account {
        within = List.copyOf(within);
    }

    /** What others may know. */
    record Published(String policy, BigDecimal score, Score.Standing standing, @Nullable LocalDate on, List<String> within) {
        static Published of(Account account) {
            return new Published(account.ledger.policy().toString(), account.score, account.standing, account.ledger.settledOn(),
                    account.within);
        }
    }

    /** What happens to an account. */
    sealed interface AccountEvent {

        record Opened() implements AccountEvent {}

        /** @param entries how many were appended; none when only the day moved on */
        record Settled(int entries) implements AccountEvent {}

        /** The score has come to the threshold or above it, and nothing blocks its use. */
        record ThresholdReached(BigDecimal threshold, BigDecimal score) implements AccountEvent {}

        /** The score has fallen below the threshold, or its use is blocked now. */
        record ThresholdLost(BigDecimal threshold, BigDecimal score, Score.Standing standing) implements AccountEvent {}
    }

    /**
     * What others are told when this account follows on another.
     *
     * @param before null where there was none
     * @param entries how many were appended to its ledger
     */
    List<AccountEvent> eventsAfter(@Nullable Account before, int entries, BigDecimal threshold) {
        var events = new ArrayList<AccountEvent>();
        events.add(before == null ? new AccountEvent.Opened() : new AccountEvent.Settled(entries));
        var hadReached = before != null && before.standing == Score.Standing.REACHED;
        var hasReached = standing == Score.Standing.REACHED;
        if (hasReached && !hadReached) {
            events.add(new AccountEvent.ThresholdReached(threshold, score));
        } else if (hadReached && !hasReached) {
            events.add(new AccountEvent.ThresholdLost(threshold, score, standing));
        }
        return events;
    }
}
