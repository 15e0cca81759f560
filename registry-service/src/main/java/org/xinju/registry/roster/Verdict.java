package org.xinju.registry.roster;

import java.util.List;

import org.jspecify.annotations.Nullable;

import org.xinju.events.Rejection;

/**
 * What became of a row.
 *
 * @param findings why it was refused or what should be looked at; the first is the main one
 * @param hire what an accepted row says, null for all others
 */
record Verdict(int row, Outcome outcome, List<Rejection> findings, @Nullable Hire hire) {

    enum Outcome {
        ACCEPTED,
        /** Taken, but something should be looked at. */
        ACCEPTED_WITH_WARNING,
        REJECTED,
        /** Says the same as an earlier row. */
        DUPLICATE,
        /** Not about a person: blank, total or signature line. */
        IGNORED
    }

    Verdict {
        findings = List.copyOf(findings);
    }

    boolean accepted() {
        return outcome == Outcome.ACCEPTED || outcome == Outcome.ACCEPTED_WITH_WARNING;
    }
}
