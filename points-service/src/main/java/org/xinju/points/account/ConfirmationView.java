package org.xinju.points.account;

import java.time.Instant;
import java.util.Locale;

import org.jspecify.annotations.Nullable;

import org.xinju.points.confirmation.Claim;
import org.xinju.points.confirmation.Confirmation;
import org.xinju.points.confirmation.Confirmation.Status;
import org.xinju.points.policy.PolicyVersion;

/**
 * A confirmation as it is shown.
 *
 * @param at of the last act
 * @param reason of the last act; null: it needed none
 */
record ConfirmationView(String id, String indicator, String indicatorName, String department, String departmentName, Status status, Claim fact,
        Instant at, @Nullable String reason) {

    static ConfirmationView of(Confirmation one, @Nullable String reason, PolicyVersion policy, Locale reader) {
        var last = one.last();
        return new ConfirmationView(one.id(), one.indicator(), policy.indicatorName(one.indicator(), reader), one.department(),
                policy.departmentName(one.department(), reader), one.status(), last.claim(), last.at(), reason);
    }
}
