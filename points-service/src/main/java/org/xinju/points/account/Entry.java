package org.xinju.points.account;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

import org.jspecify.annotations.Nullable;

import org.xinju.points.engine.Input;

/**
 * One entry of a ledger. Never changed, never removed.
 *
 * @param number counted from 1 within the ledger, without holes
 * @param points scale 2, never 0
 * @param clause legal text it rests on, as cited
 * @param inputs what went in, nothing personal
 * @param facts ids of the facts it rests on; their statements name the source event or confirmation
 * @param validOn legal day from which it counts
 * @param recordedAt when it was written; never earlier than the entry before
 * @param reverses number of the entry it cancels; null unless a reversal
 */
public record Entry(
        long number,
        Kind kind,
        Subject subject,
        BigDecimal points,
        String clause,
        List<Input> inputs,
        List<String> facts,
        LocalDate validOn,
        Instant recordedAt,
        @Nullable Long reverses) {

    /** Why an entry was written. */
    public enum Kind {
        /** Points for an indicator that had none. */
        AWARD,
        /** Points off for an indicator that had none. */
        DEDUCTION,
        /** The difference by which an indicator changed from this day on. */
        CHANGE,
        /** What a cap, a choice, a ceiling or the floor takes away or gives back; {@link Subject#kind} says which. */
        LIMIT,
        /** Cancels an entry that should not have been. */
        REVERSAL
    }

    public Entry {
        inputs = List.copyOf(inputs);
        facts = List.copyOf(facts);
    }

    Entry reversed(long newNumber, Instant now) {
        return new Entry(newNumber, Kind.REVERSAL, subject, points.negate(), clause, inputs, facts, validOn, now, number);
    }
}
