package org.xinju.points.engine;

import java.math.BigDecimal;
import java.util.List;

import org.jspecify.annotations.Nullable;

import org.xinju.points.policy.Clause;

/**
 * One line of a score. The score is the sum of its lines, nothing else.
 *
 * @param subject code of the indicator, group or tier; {@code TOTAL} for the limits of the whole
 * @param points scale 2; what the indicator gives before any cap, or what a limit takes away or gives back
 * @param clause legal text it rests on
 * @param inputs what went in
 * @param facts ids of the facts it rests on
 * @param uncounted what gave no points, and why
 * @param next when the indicator changes by itself; null: not in sight, or a limit
 */
public record Line(
        Kind kind,
        String subject,
        BigDecimal points,
        Clause clause,
        List<Input> inputs,
        List<String> facts,
        List<Uncounted> uncounted,
        @Nullable NextChange next) {

    /** The subject of the limits of the whole score. */
    public static final String TOTAL = "TOTAL";

    /** What a line is about. */
    public enum Kind {
        /** What an indicator gives. */
        INDICATOR,
        /** The indicator has reached its own limit. */
        INDICATOR_CAP,
        /** Of several indicators only the best counts; the others are taken back. */
        EITHER_OF,
        /** Several indicators have reached their common limit. */
        GROUP_CAP,
        /** A tier has reached its limit. */
        TIER_CAP,
        /** The whole has reached its upper limit. */
        CEILING,
        /** The whole cannot fall lower. */
        FLOOR
    }

    public Line {
        inputs = List.copyOf(inputs);
        facts = List.copyOf(facts);
        uncounted = List.copyOf(uncounted);
    }

    static Line limit(Kind kind, String subject, BigDecimal points, Clause clause) {
        return new Line(kind, subject, points, clause, List.of(), List.of(), List.of(), null);
    }
}
