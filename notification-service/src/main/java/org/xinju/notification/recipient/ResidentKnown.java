package org.xinju.notification.recipient;

import java.util.List;

import org.jspecify.annotations.Nullable;

import org.xinju.privacy.Sealed;

/**
 * What is kept of a resident, as registry-service publishes it. Whatever may be missing there is missing here too.
 *
 * @param name bound to the resident's id
 * @param phone bound to the resident's id
 * @param phoneKind {@code MOBILE} or {@code LANDLINE}
 * @param within areas the person lives in, from the sub-district down
 */
record ResidentKnown(@Nullable String status, @Nullable Sealed name, @Nullable Sealed phone, @Nullable String phoneKind,
        @Nullable List<String> within) {}
