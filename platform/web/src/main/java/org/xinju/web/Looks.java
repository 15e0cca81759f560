package org.xinju.web;

import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;

import org.slf4j.MDC;

import org.xinju.events.Rejection;
import org.xinju.events.Rule;
import org.xinju.privacy.access.Access;
import org.xinju.privacy.access.AccessLog;
import org.xinju.privacy.access.Actor;
import org.xinju.privacy.access.Purpose;

/** Writes down who looked at whose personal data, and why, before the data leaves. */
public final class Looks {

    static final Rule PURPOSE = Rule.invalid("purpose", "PIPL art. 6: a definite purpose; product R3");

    private final AccessLog log;

    Looks(AccessLog log) {
        this.log = log;
    }

    /**
     * @param purpose code as sent by the client
     * @throws RejectedException if there is no such purpose
     */
    public static Purpose purpose(String purpose) {
        return Purpose.of(purpose).orElseThrow(() -> new RejectedException(List.of(Rejection.of(PURPOSE,
                String.join(", ", List.of(Purpose.values()).stream().map(Purpose::code).toList())).at("purpose"))));
    }

    /**
     * Returns when the entry is durable.
     *
     * @param subjects ids of the residents looked at; more than one entry holds become several
     * @throws org.xinju.privacy.access.AccessNotRecordedException if it cannot be written; the data must not leave then
     */
    public void record(Caller caller, String action, Purpose purpose, Collection<String> subjects, List<String> fields) {
        var role = caller.roles().stream().min(Comparator.naturalOrder()).map(Role::claim).orElse("");
        var actor = new Actor(caller.issuer(), caller.subject(), role);
        var request = Objects.requireNonNullElse(MDC.get(RequestIds.MDC_KEY), "");
        var all = List.copyOf(subjects);
        for (var from = 0; from == 0 || from < all.size(); from += Access.MOST_SUBJECTS) {
            var some = all.subList(from, Math.min(all.size(), from + Access.MOST_SUBJECTS));
            log.record(new Access(actor, action, purpose, some, fields, request, Instant.now()));
        }
    }
}
