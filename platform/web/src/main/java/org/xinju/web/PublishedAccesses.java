package org.xinju.web;

import java.time.Instant;
import java.util.List;

import org.bson.Document;

import org.xinju.events.Events;
import org.xinju.events.Outbox;
import org.xinju.privacy.access.AccessEntry;
import org.xinju.privacy.access.AccessPublisher;

/**
 * Publishes every look at personal data on {@code audit.accesses}, so that registry-service can show residents who looked. The event holds
 * ids, codes and names of fields, and the hash of its entry: heads of chains that lie outside the service's own database.
 */
final class PublishedAccesses implements AccessPublisher {

    static final String TOPIC = "audit.accesses";

    private final Outbox outbox;

    PublishedAccesses(Events events, String service) {
        this.outbox = events.outbox(service + ".access", "accesses", TOPIC);
    }

    /** @param role of the actor; the sign-in itself stays in the log of the service */
    record State(String service, String chain, long number, String hash, String role, String action, String purpose, List<String> subjects,
            List<String> fields, Instant at) {}

    record Recorded() {}

    @Override
    public List<Document> outbox(AccessEntry entry) {
        var access = entry.access();
        var service = entry.chain().substring(0, entry.chain().indexOf('.'));
        return List.of(outbox.event(entry.id(), new State(service, entry.chain(), entry.number(), entry.hash(), access.actor().role(),
                access.action(), access.purpose().code(), access.subjects(), access.fields(), access.at()), new Recorded()));
    }

    @Override
    public void stored(List<Document> documents) {
        outbox.stored(documents);
    }
}
