package org.xinju.points.engine;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import org.xinju.points.policy.PolicyReference;
import org.xinju.points.policy.Threshold;

/**
 * The points of one resident under one policy version on one legal day.
 *
 * @param lines indicators in the order of the policy, then the limits that bite
 * @param blocks why the points cannot be used; empty when they can
 * @param changesOn first day after {@code date} on which points or blocks change by themselves; null: not in sight
 */
public record Score(PolicyReference policy, LocalDate date, List<Line> lines, List<Block> blocks, @Nullable LocalDate changesOn) {

    /** What the points are good for. */
    public enum Standing { BELOW, REACHED, FROZEN }

    public Score {
        lines = List.copyOf(lines);
        blocks = List.copyOf(blocks);
    }

    /** The sum of the lines, scale 2. */
    public BigDecimal total() {
        return lines.stream().map(Line::points).reduce(Points.ZERO, BigDecimal::add);
    }

    /** Points of one subject: what an indicator gives after its own cap, or 0. */
    public BigDecimal points(String subject) {
        return lines.stream().filter(line -> line.subject().equals(subject)).map(Line::points).reduce(Points.ZERO, BigDecimal::add);
    }

    /** The line of an indicator. */
    public Optional<Line> indicator(String code) {
        return lines.stream().filter(line -> line.kind() == Line.Kind.INDICATOR && line.subject().equals(code)).findFirst();
    }

    /** Frozen while anything blocks; else whether the threshold is reached, itself included ("100 or more", domain.md 0). */
    public Standing standing(Threshold threshold) {
        if (!blocks.isEmpty()) {
            return Standing.FROZEN;
        }
        return total().compareTo(threshold.points()) >= 0 ? Standing.REACHED : Standing.BELOW;
    }
}
