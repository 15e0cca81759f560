package org.xinju.points.account;

import java.util.List;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import org.xinju.events.Rejection;
import org.xinju.events.Rule;
import org.xinju.points.confirmation.Confirmation;
import org.xinju.privacy.FieldClass;
import org.xinju.privacy.Sealed;
import org.xinju.privacy.Sealing;
import org.xinju.web.RejectedException;

/** Why somebody refuses, corrects or objects, in free words: names and numbers may stand in them, so they are stored sealed. */
@Component
class Reasons {

    static final Rule REASON = Rule.invalid("confirmation-reason", "product: a refusal says what to do next");

    private static final int LONGEST = 200;

    private final Sealing sealing;

    Reasons(Sealing sealing) {
        this.sealing = sealing;
    }

    /** @throws RejectedException (400) without a reason, and for one that is too long */
    Sealed seal(String confirmation, @Nullable String reason) {
        if (reason == null || reason.isBlank() || reason.length() > LONGEST) {
            throw new RejectedException(List.of(Rejection.of(REASON, LONGEST).at("reason")));
        }
        return sealing.seal(FieldClass.TEXT, confirmation, reason.strip());
    }

    /** @return why the last thing was done; null: it needed no reason */
    @Nullable String last(Confirmation one) {
        var reason = one.last().reason();
        return reason == null ? null : sealing.open(FieldClass.TEXT, one.id(), reason);
    }
}
