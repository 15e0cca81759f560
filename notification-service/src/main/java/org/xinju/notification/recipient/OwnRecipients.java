package org.xinju.notification.recipient;

import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import org.xinju.events.Rule;
import org.xinju.web.Caller;
import org.xinju.web.RejectedException;
import org.xinju.web.SignIns;

/** Whose messages a caller may read: those of whom the sign-in stands for. */
@Component
public class OwnRecipients {

    static final Rule NOT_BOUND = Rule.unknown("sign-in-not-bound", "product R9");

    private final SignIns signIns;

    OwnRecipients(SignIns signIns) {
        this.signIns = signIns;
    }

    /** Residents first. @throws RejectedException (404) if the sign-in stands for nobody */
    public List<Recipient> of(Caller caller) {
        var own = new ArrayList<Recipient>();
        for (var kind : Recipient.Kind.values()) {
            if (kind != Recipient.Kind.TEST) {
                signIns.targets(caller, kind.name()).forEach(target -> own.add(new Recipient(kind, target)));
            }
        }
        if (own.isEmpty()) {
            throw RejectedException.of(NOT_BOUND);
        }
        return own;
    }

    public boolean owns(Caller caller, Recipient recipient) {
        return recipient.kind() != Recipient.Kind.TEST && signIns.targets(caller, recipient.kind().name()).contains(recipient.id());
    }

    /**
     * The one that a request is about.
     *
     * @param key null: the first
     * @throws RejectedException (404) if it is not the caller's
     */
    Recipient one(Caller caller, @Nullable String key) {
        return of(caller).stream().filter(own -> key == null || own.key().equals(key)).findFirst()
                .orElseThrow(() -> RejectedException.of(NOT_BOUND));
    }
}
