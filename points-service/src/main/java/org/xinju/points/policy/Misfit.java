package org.xinju.points.policy;

import java.util.List;

/**
 * Something that a fact of its kind cannot state.
 *
 * @param field {@code level}, or {@code amounts.} with the code of the amount
 * @param arguments for the words, as {@link Reason} lists them
 */
public record Misfit(String field, Reason reason, List<String> arguments) {

    /** What is wrong with it. */
    public enum Reason {
        /** It states no level, or none of its kind. Arguments: the levels there are. */
        LEVEL,
        /** Its kind has no levels. */
        NO_LEVEL,
        /** It does not state this amount, or one below 0 or beyond belief. Arguments: the most. */
        AMOUNT,
        /** Its kind carries no such amount. Arguments: the amounts there are, may be empty. */
        NO_AMOUNT,
        /** There are no parts of this unit. */
        NOT_WHOLE,
        /** More than two decimals. */
        TOO_FINE
    }

    public Misfit {
        arguments = List.copyOf(arguments);
    }
}
