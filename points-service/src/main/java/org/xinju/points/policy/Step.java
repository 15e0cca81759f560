package org.xinju.points.policy;

import java.math.BigDecimal;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * Something that a resident can do, or show, to add to the score. Whether it adds anything, and how much, is the engine's to say; here stand
 * only what it takes and what is known afterwards. What nobody should be asked for (a brave deed, an organ) is no step.
 *
 * @param names what to do, as the middle of a sentence
 * @param fact kind of fact that is there once it is done
 * @param level level of that fact; null: its kind has none
 * @param amounts what that fact states
 * @param lasts whether that fact goes on; otherwise it is of the day on which the step is done
 * @param months how long it takes each time; 0: it can be done at once
 * @param times how often it can be done, one time after the other; 1 or more
 * @param condition what must be so and is not known here, as the middle of a sentence that begins with "if"; null: anybody can
 * @param note what a reviewer must know, for example an assumption; null: nothing
 */
public record Step(
        String code,
        Names names,
        String fact,
        @Nullable String level,
        Map<String, BigDecimal> amounts,
        boolean lasts,
        int months,
        int times,
        Effort effort,
        @Nullable Names condition,
        @Nullable String note) {

    /** What a step asks of somebody, from little to much. */
    public enum Effort { EASY, MODERATE, HARD }

    /** In a document, amounts and times may be left out: none, and once. */
    public Step(String code, Names names, String fact, @Nullable String level, @Nullable Map<String, BigDecimal> amounts, boolean lasts,
            int months, int times, Effort effort, @Nullable Names condition, @Nullable String note) {
        this.code = code;
        this.names = names;
        this.fact = fact;
        this.level = level;
        this.amounts = amounts == null ? Map.of() : Map.copyOf(amounts);
        this.lasts = lasts;
        this.months = months;
        this.times = Math.max(times, 1);
        this.effort = effort;
        this.condition = condition;
        this.note = note;
    }
}
