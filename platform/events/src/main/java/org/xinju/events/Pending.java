package org.xinju.events;

import java.util.List;

import com.mongodb.client.model.Updates;
import org.bson.Document;
import org.bson.conversions.Bson;

/** A change that is decided and about to be saved. */
record Pending<S>(AggregateDocument current, Stored<S> result, List<OutboxEvent> events, List<Document> keys, int status) {

    Document insertion() {
        return new Document("_id", current.id())
                .append("version", result.version())
                .append("sequence", result.sequence())
                .append("state", state())
                .append("keys", keys)
                .append("outbox", outbox());
    }

    /** Pushes to the outbox: what the relay has removed since the load must not come back. */
    Bson update() {
        return Updates.combine(
                Updates.set("version", result.version()),
                Updates.set("sequence", result.sequence()),
                Updates.set("state", state()),
                Updates.set("keys", keys),
                Updates.pushEach("outbox", outbox()));
    }

    private Document state() {
        return Codec.toDocument(java.util.Objects.requireNonNull(result.state()));
    }

    private List<Document> outbox() {
        return events.stream().map(OutboxEvent::toDocument).toList();
    }
}
