package org.xinju.points.way;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.Period;
import java.util.List;

import org.jspecify.annotations.Nullable;

import org.xinju.points.engine.Facts;
import org.xinju.points.engine.Score;
import org.xinju.points.policy.PolicyVersion;
import org.xinju.points.policy.Threshold;

/**
 * The ways to the next threshold, the best first. None of them is worse than another one in every respect.
 *
 * @param threshold the lowest above today's score, or the highest one
 * @param now today's score
 * @param until last day that was looked at
 * @param ways none: there is none until that day
 * @param most where there is no way, the highest score until that day, on a day on which nothing blocks it, with everything done that can
 *     be done; scale 2. Null where there is a way
 */
public record Ways(Threshold threshold, Score now, LocalDate until, List<Way> ways, @Nullable BigDecimal most) {

    /** How far is looked ahead at most. */
    public static final Period HORIZON = Period.ofYears(10);

    public Ways {
        ways = List.copyOf(ways);
    }

    /**
     * Computed anew from its arguments, by the engine.
     *
     * @param until last day on which this version of the policy holds; null: no other one is known
     */
    public static Ways of(PolicyVersion policy, Facts facts, LocalDate today, @Nullable LocalDate until) {
        var last = today.plus(HORIZON);
        return new Search(policy, facts, today, until == null || until.isAfter(last) ? last : until).ways();
    }
}
