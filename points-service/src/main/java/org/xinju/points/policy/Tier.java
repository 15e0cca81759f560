package org.xinju.points.policy;

import java.math.BigDecimal;

import org.jspecify.annotations.Nullable;

/**
 * A level of government whose indicators are added up under one limit, or the tier of deductions.
 *
 * @param cap most points of the tier; null when it has no limit (deductions)
 */
public record Tier(String code, Kind kind, Names names, @Nullable BigDecimal cap, Clause clause) {

    /** What the indicators of a tier do to the score. */
    public enum Kind { AWARD, DEDUCTION }
}
