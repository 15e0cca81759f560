package org.xinju.points.explain;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;

import org.jspecify.annotations.Nullable;

import org.xinju.points.engine.Line;
import org.xinju.points.engine.Score;

/**
 * A score in words.
 *
 * @param policy name of the version, for example {@code DG-DEFAULT@1}
 * @param threshold points of the first threshold not reached, or of the highest one
 * @param missing points still missing to it; 0.00 when it is reached
 * @param summary the score in one or two sentences
 */
public record Explanation(
        String policy,
        LocalDate date,
        BigDecimal total,
        BigDecimal threshold,
        BigDecimal missing,
        Score.Standing standing,
        String summary,
        List<ExplainedLine> lines) {

    public Explanation {
        lines = List.copyOf(lines);
    }

    /**
     * One line in words.
     *
     * @param code of the indicator, group or tier, as in the published table
     * @param points of the line, scale 2
     * @param text what counted and what it gives
     * @param clause legal text
     * @param sources where the facts come from
     * @param uncounted what did not count and why, each with what can be done
     * @param next what changes by itself, and when; null when nothing is in sight
     * @param nextOn the day of that change
     */
    public record ExplainedLine(
            String code,
            Line.Kind kind,
            String name,
            BigDecimal points,
            String text,
            String clause,
            List<String> sources,
            List<String> uncounted,
            @Nullable String next,
            @Nullable LocalDate nextOn) {

        public ExplainedLine {
            sources = List.copyOf(sources);
            uncounted = List.copyOf(uncounted);
        }
    }
}
