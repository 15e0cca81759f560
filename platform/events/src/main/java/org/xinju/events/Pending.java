package org.xinju.events;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

import com.mongodb.client.model.Updates;
import org.bson.Document;
import org.bson.conversions.Bson;

/**
 * A change that is decided and about to be saved.
 *
 * @param events empty for an aggregate that is placed without telling anybody
 * @param touched buckets that have to be counted anew
 */
record Pending<S>(AggregateDocument current, Stored<S> result, List<OutboxEvent> events, List<Document> keys, int status,
        Collection<String> touched) {

    Document insertion() {
        var document = new Document("_id", current.id())
                .append("version", result.version())
                .append("sequence", result.sequence())
                .append("state", state())
                .append("keys", keys);
        if (!touched.isEmpty()) {
            document.append(Marks.FIELD, marks());
        }
        return events.isEmpty() ? document : document.append("outbox", outbox());
    }

    /** Pushes to the outbox and the marks: what has been removed since the load must not come back. */
    Bson update() {
        var fields = new ArrayList<>(List.of(
                Updates.set("version", result.version()),
                Updates.set("sequence", result.sequence()),
                Updates.set("state", state()),
                Updates.set("keys", keys)));
        if (!events.isEmpty()) {
            fields.add(Updates.pushEach("outbox", outbox()));
        }
        if (!touched.isEmpty()) {
            fields.add(Updates.pushEach(Marks.FIELD, marks()));
        }
        return Updates.combine(fields);
    }

    private List<Document> marks() {
        return Marks.of(touched, result.version());
    }

    private Document state() {
        return Codec.toDocument(java.util.Objects.requireNonNull(result.state()));
    }

    private List<Document> outbox() {
        return events.stream().map(OutboxEvent::toDocument).toList();
    }
}
