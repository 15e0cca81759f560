package org.xinju.points.account;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import org.xinju.points.confirmation.Confirmation;
import org.xinju.points.confirmation.Confirmations;
import org.xinju.points.engine.Score;
import org.xinju.points.policy.PolicyReference;

/**
 * The points account of a resident; its id is the resident's. The ledger is what counts, the rest follows from it and is kept for finding.
 *
 * @param within areas the resident lives in, from the sub-district down: the row scope
 * @param score sum of the ledger on the day it is settled to, scale 2
 * @param changesOn first day on which the score changes by itself, null when none is in sight
 * @param confirmations facts that departments confirm
 * @param waitedFor codes of the departments that have a draft to look at
 * @param countedFrom first day of the policy version that is counted by; null: stored before versions followed each other
 * @param ended ledgers of earlier versions that are still to be put away
 * @param earlier the versions whose ledgers have been put away, oldest first
 * @param area whose statistics the resident is counted in; null: has left, or stored before there were statistics
 */
record Account(Ledger ledger, List<String> within, BigDecimal score, Score.Standing standing, @Nullable LocalDate changesOn,
        Confirmations confirmations, List<String> waitedFor, @Nullable LocalDate countedFrom, List<Ledger> ended,
        List<PolicyReference> earlier, @Nullable String area) {

    /** Accounts stored before there were confirmations, or another version, have none. */
    Account(Ledger ledger, List<String> within, BigDecimal score, Score.Standing standing, @Nullable LocalDate changesOn,
            @Nullable Confirmations confirmations, @Nullable List<String> waitedFor, @Nullable LocalDate countedFrom,
            @Nullable List<Ledger> ended, @Nullable List<PolicyReference> earlier, @Nullable String area) {
        this.ledger = ledger;
        this.within = List.copyOf(within);
        this.score = score;
        this.standing = standing;
        this.changesOn = changesOn;
        this.confirmations = confirmations == null ? Confirmations.NONE : confirmations;
        this.waitedFor = waitedFor == null ? List.of() : List.copyOf(waitedFor);
        this.countedFrom = countedFrom;
        this.ended = ended == null ? List.of() : List.copyOf(ended);
        this.earlier = earlier == null ? List.of() : List.copyOf(earlier);
        this.area = area;
    }

    /** The areas whose statistics are others when this account follows on another. */
    List<String> touched(@Nullable Account before) {
        if (before == null || before.area == null) {
            return area == null ? List.of() : List.of(area);
        }
        if (before.area.equals(area) && before.standing == standing && before.ledger.entries().size() == ledger.entries().size()
                && before.ledger.policy().equals(ledger.policy()) && before.ledger.opening().page() == ledger.opening().page()) {
            return List.of();
        }
        return Stream.of(before.area, area).filter(Objects::nonNull).distinct().toList();
    }

    /** The account after its ended ledgers have been put away. */
    Account tidied() {
        var away = new ArrayList<>(earlier);
        ended.forEach(one -> away.add(one.policy()));
        return new Account(ledger, within, score, standing, changesOn, confirmations, waitedFor, countedFrom, List.of(), away, area);
    }

    /** The versions that it has a ledger of, oldest first. */
    List<PolicyReference> versions() {
        return Stream.of(earlier.stream(), ended.stream().map(Ledger::policy), Stream.of(ledger.policy())).flatMap(one -> one).toList();
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

        /** A draft, a fact that a department has confirmed, or what became of them. Which fact it is stays in the service. */
        record ConfirmationChanged(String confirmation, Confirmation.Status status) implements AccountEvent {}

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
