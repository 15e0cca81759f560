package org.xinju.events;

import java.util.List;

import com.mongodb.client.model.Updates;
import org.bson.Document;
import org.bson.conversions.Bson;

/**
 * A change that is decided and about to be saved.
 *
 * @param events empty for an aggregate that is placed without telling anybody
 */
record Pending<S>(AggregateDocument current, Stored<S> result, List<OutboxEvent> events, List<Document> keys, int status) {

    Document insertion() {
        var document = new Document("_id", current.id())
                .append("version", result.version())
                .append("sequence", result.sequence())
                .append("state", state())
                .append("keys", keys);
        return events.isEmpty() ? document : document.append("outbox", outbox());
    }

    /** Pushes to the outbox: what the relay has removed since the load must not come back. */
    Bson update() {
        var fields = Updates.combine(
                Updates.set("version", result.version()),
                Updates.set("sequence", result.sequence()),
                Updates.set("state", state()),
                Updates.set("keys", keys));
        return events.isEmpty() ? fields : Updates.combine(fields, Updates.pushEach("outbox", outbox()));
    }

    private Document state() {
        return Codec.toDocument(java.util.Objects.requireNonNull(result.state()));
    }

    private List<Document> outbox() {
        return events.stream().map(OutboxEvent::toDocument).toList();
    }
}
