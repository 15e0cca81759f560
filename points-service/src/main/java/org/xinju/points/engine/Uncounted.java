package org.xinju.points.engine;

import java.util.Arrays;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * Something that gave no points, and why.
 *
 * @param fact id of the fact; null when it is not about one fact
 * @param kind kind of fact it is about
 * @param arguments for the words, as {@link Reason} lists them: numbers plain, days ISO 8601
 */
public record Uncounted(@Nullable String fact, String kind, Reason reason, List<String> arguments) {

    /** Why something did not count. The name is part of the API. */
    public enum Reason {
        /** Nothing of this kind is known. */
        NO_FACT,
        /** It begins later. Arguments: first day. */
        NOT_YET,
        /** It lies too far back, or the year is over. Arguments: first day on which it did not count any more. */
        WINDOW_CLOSED,
        /** It has ended. Arguments: last day. */
        ENDED,
        /** Work has ended. Arguments: last day; last day for a new start that keeps the months. */
        NO_WORK_NOW,
        /** Another one is better and only the best counts. Arguments: level or kind. */
        LOWER_THAN_BEST,
        /** The table gives nothing for this level. Arguments: level, may be empty. */
        LEVEL_NOT_LISTED,
        /** The number that the rule needs is missing. Arguments: code of the amount. */
        AMOUNT_MISSING,
        /** Only the first of a calendar year counts. Arguments: year. */
        ONCE_PER_YEAR,
        /** All places were taken. Arguments: its place, number of places. */
        QUOTA_FULL,
        /** It has not lasted long enough. Arguments: full months so far, months needed. */
        TOO_SHORT,
        /** A break ended the months before it. Arguments: last day before, first day after. */
        BROKEN,
        /** Time between facts is not counted. Arguments: days. */
        GAP,
        /** A part of a month waits to become full. Arguments: days. */
        PART_MONTH,
        /** What is left below a whole unit. Arguments: what is left, size of the unit, code of the amount. */
        BELOW_UNIT,
        /** The value lies outside the table. Arguments: value. */
        OUTSIDE_TABLE,
        /**
         * Too young or too old for the table. Arguments: age, youngest and oldest age of the table; the oldest is empty when it has none.
         */
        AGE_OUTSIDE,
        /** The same was stated twice. */
        DOUBLE
    }

    public Uncounted {
        arguments = List.copyOf(arguments);
    }

    static Uncounted fact(Fact fact, Reason reason, @Nullable Object... arguments) {
        return new Uncounted(fact.id(), fact.kind(), reason, texts(arguments));
    }

    static Uncounted general(String kind, Reason reason, @Nullable Object... arguments) {
        return new Uncounted(null, kind, reason, texts(arguments));
    }

    private static List<String> texts(@Nullable Object... arguments) {
        return Arrays.stream(arguments).map(String::valueOf).toList();
    }
}
