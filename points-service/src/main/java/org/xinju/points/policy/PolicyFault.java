package org.xinju.points.policy;

import java.util.Arrays;
import java.util.List;

/**
 * One thing wrong in a policy document, told so that its author can put it right.
 *
 * @param path JSON Pointer into the document, for example {@code /indicators/4/cap}
 * @param reason what is wrong
 * @param arguments for its words, as {@link Reason} lists them
 * @param example what would be right there; empty when no example helps
 */
public record PolicyFault(String path, Reason reason, List<String> arguments, String example) {

    /** What is wrong; its words are in the message bundle under {@code policy-fault.}, with its name in lower case. */
    public enum Reason {
        /** Arguments: what the parser says, line, column. */
        NO_JSON,
        /** A limit of the parser is passed. Arguments: what it says. */
        NO_JSON_OF_THIS_SIZE,
        /** No number, date or text of ours can hold it. */
        UNREADABLE,
        /** Arguments: the name. */
        MISSING,
        /** Nothing of this name belongs here. */
        UNKNOWN_NAME,
        /** Arguments: the value, what belongs there in the words of the schema. */
        UNFIT,
        /** Arguments: the type. */
        TYPE,
        /** Arguments: the values there are. */
        ENUM,
        /** Arguments: the least. */
        MINIMUM,
        /** Arguments: the most. */
        MAXIMUM,
        /** Too few entries. Arguments: the least. */
        MINITEMS,
        /** Too many entries. Arguments: the most. */
        MAXITEMS,
        /** Too short a text. Arguments: the least. */
        MINLENGTH,
        /** Too long a text. Arguments: the most. */
        MAXLENGTH,
        /** Something else that the schema asks for. Arguments: the keyword of the schema, what it says in English. */
        SCHEMA,
        /** Arguments: the first day. */
        ENDS_BEFORE_BEGIN,
        /** An indicator or a tier has this code. */
        CODE_TAKEN,
        /** Arguments: the code. */
        CODE_TWICE,
        /** Arguments: the code. */
        NO_TIER,
        /** Arguments: the code. */
        NO_DEPARTMENT,
        /** An indicator that gives points needs a limit above 0. */
        AWARD_LIMIT,
        /** The limit of a deduction lies below 0. */
        DEDUCTION_LIMIT,
        /** Arguments: the code. */
        NO_INDICATOR,
        /** Arguments: the indicator, the other choice. */
        TWO_CHOICES,
        /** Arguments: the limit, what those of its indicators add up to. */
        TIER_OUT_OF_REACH,
        /** The highest score lies below the lowest. */
        CEILING_BELOW_FLOOR,
        /** Arguments: the threshold before. */
        THRESHOLDS_RISE,
        /** Arguments: the highest score. */
        THRESHOLD_OUT_OF_REACH,
        /** Arguments: the kind. */
        NO_FACT,
        /** A rule over lasting time needs the window {@code ever}. */
        WINDOW_EVER,
        /** Arguments: the value, the most. */
        NO_WHOLE_NUMBER,
        /** The row ends before it begins. */
        ROW_ENDS_BEFORE_BEGIN,
        /** The row overlaps the one before. */
        ROWS_OVERLAP,
        /** Arguments: the kind of fact. */
        NO_LEVEL,
        /** Arguments: the kind of fact, the amount. */
        NO_AMOUNT,
        /** Negative points in a tier that gives some. */
        AWARD_SIGN,
        /** Points above 0 in a tier that takes some. */
        DEDUCTION_SIGN,
        /** No indicator gives points for what is known after the step. */
        STEP_UNREWARDED,
        /** What is done more than once takes time. */
        STEP_TIMELESS,
        /** Arguments: the levels there are. */
        STEP_LEVEL,
        /** Facts of this kind have no level. */
        STEP_NO_LEVEL,
        /** Arguments: the most. */
        STEP_AMOUNT,
        /** Facts of this kind carry no such amount. */
        STEP_NO_AMOUNT,
        /** There are no parts of this unit. */
        STEP_NOT_WHOLE,
        /** More than two decimals. */
        STEP_TOO_FINE
    }

    public PolicyFault {
        arguments = List.copyOf(arguments);
    }

    static PolicyFault of(String path, Reason reason, Object example, Object... arguments) {
        return new PolicyFault(path, reason, Arrays.stream(arguments).map(String::valueOf).toList(), String.valueOf(example));
    }

    /** For logs and tests; people read it in their language. */
    @Override
    public String toString() {
        return (path.isEmpty() ? "/" : path) + ": " + reason + " " + arguments + (example.isEmpty() ? "" : " (for example " + example + ")");
    }
}
