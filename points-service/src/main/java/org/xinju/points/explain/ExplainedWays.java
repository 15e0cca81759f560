package org.xinju.points.explain;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;

import org.jspecify.annotations.Nullable;

import org.xinju.points.policy.Step.Effort;

/**
 * Ways to a threshold in words.
 *
 * @param policy name of the version, for example {@code DG-DEFAULT@1}
 * @param date day from which is counted
 * @param total score of that day
 * @param threshold points to be reached
 * @param summary whether there is a way, in one or two sentences
 * @param ways the best first
 */
public record ExplainedWays(
        String policy, LocalDate date, BigDecimal total, BigDecimal threshold, String summary, List<ExplainedWay> ways) {

    public ExplainedWays {
        ways = List.copyOf(ways);
    }

    /**
     * One way in words.
     *
     * @param text what to do, from when on it is enough, and what to keep in mind
     * @param steps all at the same time; none: waiting is enough
     * @param effort what the hardest step asks; null: nothing is to be done
     * @param reachedOn first day with the threshold
     * @param total score of that day
     * @param lostOn first day after it without the threshold, if nothing else happens; null: not in sight
     */
    public record ExplainedWay(
            String text,
            List<ExplainedStep> steps,
            @Nullable Effort effort,
            LocalDate reachedOn,
            BigDecimal total,
            @Nullable LocalDate lostOn) {

        public ExplainedWay {
            steps = List.copyOf(steps);
        }
    }

    /**
     * Something to do.
     *
     * @param code of the step in the policy
     * @param times how often, one time after the other
     * @param doneOn day on which the last time is done
     * @param condition what must be so, which nobody knows here; null: nothing
     */
    public record ExplainedStep(String code, String text, int times, LocalDate doneOn, Effort effort, @Nullable String condition) {}
}
