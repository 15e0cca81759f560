package org.xinju.registry.roster;

import java.util.List;

import org.jspecify.annotations.Nullable;

import org.xinju.events.Rejection;

/**
 * What became of a row, as kept; nothing personal.
 *
 * @param effect null when the row had none
 * @param residentId null when nobody was registered or found
 * @param area where the address lies
 * @param grid whether that is a grid; if not, the address is on the area's task list
 */
record RowResult(int row, Verdict.Outcome outcome, @Nullable Effect effect, List<Finding> findings, @Nullable String residentId,
        @Nullable String area, @Nullable Boolean grid) {

    /** What an accepted row did to the registry, or in a dry run would do. */
    enum Effect {
        REGISTERED,
        EMPLOYMENT_ADDED,
        /** All of it was known. */
        UNCHANGED
    }

    /** A rule by its code, with the arguments for its words. */
    record Finding(@Nullable String field, String rule, List<String> arguments) {
        static Finding of(Rejection rejection) {
            return new Finding(rejection.field(), rejection.rule().code(), rejection.arguments().stream().map(String::valueOf).toList());
        }
    }

    static RowResult notTaken(Verdict verdict) {
        return new RowResult(verdict.row(), verdict.outcome(), null, findings(verdict), null, null, null);
    }

    static RowResult refused(Verdict verdict, Rejection rejection) {
        return new RowResult(verdict.row(), Verdict.Outcome.REJECTED, null, List.of(Finding.of(rejection)), null, null, null);
    }

    static RowResult taken(Verdict verdict, Effect effect, String residentId, String area, boolean grid) {
        return new RowResult(verdict.row(), verdict.outcome(), effect, findings(verdict), residentId, area, grid);
    }

    private static List<Finding> findings(Verdict verdict) {
        return verdict.findings().stream().map(Finding::of).toList();
    }
}
