package org.xinju.points.engine;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * One statement about one resident. A later statement about the same thing has the same id and a greater revision and replaces it.
 *
 * @param id the thing stated, for example a stay; the same for all its revisions
 * @param revision order of the statements about one thing: the sequence of the source
 * @param kind as the policy's {@link org.xinju.points.policy.FactType} names it
 * @param from first legal day; of a birth the day itself, of a stay the day of its registration
 * @param until last legal day, included; null: still so, or for ever
 * @param level what level is stated; null: none
 * @param amounts numbers stated, each 0 or more, by the unit's code
 * @param recordedAt when points-service learned of the statement
 * @param withdrawn the thing is not so any more and never was (a mistake, an undone merge)
 */
public record Fact(
        String id,
        long revision,
        String kind,
        LocalDate from,
        @Nullable LocalDate until,
        @Nullable String level,
        Map<String, BigDecimal> amounts,
        FactSource source,
        Instant recordedAt,
        boolean withdrawn) {

    /** @throws IllegalArgumentException when the fact ends before it begins, or an amount is negative */
    public Fact {
        if (until != null && until.isBefore(from)) {
            throw new IllegalArgumentException("the fact " + id + " ends on " + until + ", before it begins on " + from);
        }
        amounts = Map.copyOf(amounts);
        for (var amount : amounts.entrySet()) {
            if (amount.getValue().signum() < 0) {
                throw new IllegalArgumentException("the fact " + id + " states a negative amount of " + amount.getKey());
            }
        }
    }

    /** Something supposed: it is known at no moment. */
    public static Fact supposed(
            String id, String kind, LocalDate from, @Nullable LocalDate until, @Nullable String level, Map<String, BigDecimal> amounts) {
        return new Fact(id, 1, kind, from, until, level, amounts, FactSource.supposition(), Instant.MAX, false);
    }

    /** The same thing, supposed to have ended. */
    public Fact supposedlyEndedOn(LocalDate lastDay) {
        return endedOn(lastDay, revision + 1, FactSource.supposition(), Instant.MAX);
    }

    /** Whether the fact holds on this day. */
    public boolean holdsOn(LocalDate day) {
        return !from.isAfter(day) && (until == null || !until.isBefore(day));
    }

    /** The same thing as it is known now to have ended. */
    public Fact endedOn(LocalDate lastDay, long newRevision, FactSource newSource, Instant now) {
        return new Fact(id, newRevision, kind, from, lastDay, level, amounts, newSource, now, withdrawn);
    }

    /** The statement that this was never so. */
    public Fact withdrawn(long newRevision, FactSource newSource, Instant now) {
        return new Fact(id, newRevision, kind, from, until, level, amounts, newSource, now, true);
    }
}
