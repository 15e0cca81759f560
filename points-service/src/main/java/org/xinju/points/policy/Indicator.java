package org.xinju.points.policy;

import java.math.BigDecimal;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * One thing that counts.
 *
 * @param code as in the published table, for example {@code P05}
 * @param tier code of the tier it is added up in
 * @param cap most points (for a deduction: the lowest, negative); null: no limit
 * @param oncePerYear of several facts in one calendar year only the first counts
 * @param quota limit on the people who may get it; null: none
 * @param freeze while a fact lies in this window the points cannot be used; null: never
 * @param veto while a fact lies in this window no application is possible at all; null: never
 * @param department code of who confirms the facts
 * @param note what a reviewer must know, for example an assumption; null: nothing
 */
public record Indicator(
        String code,
        String tier,
        Names names,
        Scoring scoring,
        Window window,
        @Nullable BigDecimal cap,
        boolean oncePerYear,
        @Nullable Quota quota,
        @Nullable Window freeze,
        @Nullable Window veto,
        List<Evidence> evidence,
        String department,
        Clause clause,
        SourceMark source,
        @Nullable String note) {

    public Indicator {
        evidence = List.copyOf(evidence);
    }
}
