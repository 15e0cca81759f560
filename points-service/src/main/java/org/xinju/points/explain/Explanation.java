package org.xinju.points.explain;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;

import org.jspecify.annotations.Nullable;

import org.xinju.points.engine.Block;
import org.xinju.points.engine.Line;
import org.xinju.points.engine.Score;

/**
 * A score in words.
 *
 * @param policy name of the version, for example {@code DG-DEFAULT@1}
 * @param threshold points of the first threshold not reached, or of the highest one
 * @param missing points still missing to it; 0.00 when it is reached
 * @param summary the score in one or two sentences
 * @param blocks why the points cannot be used, each with its end; empty when they can
 */
public record Explanation(
        String policy,
        LocalDate date,
        BigDecimal total,
        BigDecimal threshold,
        BigDecimal missing,
        Score.Standing standing,
        String summary,
        List<ExplainedBlock> blocks,
        List<ExplainedLine> lines) {

    public Explanation {
        blocks = List.copyOf(blocks);
        lines = List.copyOf(lines);
    }

    /**
     * A freeze or a veto in words.
     *
     * @param code of the indicator, as in the published table
     * @param text what it means, until when, and what can be done
     * @param clause legal text
     * @param fact id of the fact it rests on; a confirmation can be objected to
     * @param endsOn first day on which it does not block any more; null: as long as the reason lasts
     */
    public record ExplainedBlock(
            Block.Kind kind, String code, String name, String text, String clause, String fact, @Nullable LocalDate endsOn) {}

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
