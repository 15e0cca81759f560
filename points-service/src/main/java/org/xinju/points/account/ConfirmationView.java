package org.xinju.points.account;

import java.time.Instant;
import java.time.LocalDate;

import org.jspecify.annotations.Nullable;

import org.xinju.points.confirmation.Claim;
import org.xinju.points.confirmation.Confirmation.Status;

/**
 * A confirmation as it is shown.
 *
 * @param at of the last act
 * @param reason of the last act; null: it needed none
 * @param decision by when the department decides; null: it does not have to
 */
record ConfirmationView(String id, String indicator, String indicatorName, String department, String departmentName, Status status, Claim fact,
        Instant at, @Nullable String reason, @Nullable Due decision) {

    /** @param late whether the day has passed */
    record Due(LocalDate by, boolean provisional, boolean late) {}
}
