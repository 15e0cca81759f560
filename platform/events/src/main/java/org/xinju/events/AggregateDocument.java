package org.xinju.events;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.bson.Document;
import org.jspecify.annotations.Nullable;

/** The one document of an aggregate: {@code {_id, version, sequence, state, keys, outbox, intakes}}. */
record AggregateDocument(String id, boolean inStore, long version, long sequence, Document fields) {

    /** A key is kept as long as a client may sensibly repeat its request; the key of a creation is never dropped. */
    private static final Duration KEY_LIFETIME = Duration.ofHours(24);

    static AggregateDocument read(String id, @Nullable Document document) {
        return document == null
                ? new AggregateDocument(id, false, 0, 0, new Document())
                : new AggregateDocument(id, true, document.get("version", 0L), document.get("sequence", 0L), document);
    }

    @SuppressWarnings("unchecked")
    <S> Optional<S> state(Class<S> type) {
        return Optional.ofNullable(fields.get("state", Map.class)).map(state -> Codec.fromDocument((Map<String, Object>) state, type));
    }

    <S> Loaded<S> loaded(Class<S> type) {
        return new Loaded<>(id, state(type), fields.get("intakes", new Document()));
    }

    Optional<Document> answered(String key) {
        return keys().stream().filter(k -> key.equals(k.getString("key"))).findFirst();
    }

    /** The keys to save with a change: those still needed, and the one of this command. */
    List<Document> keysWith(Cause cause, long newSequence, Instant now) {
        var kept = new ArrayList<>(keys().stream()
                .filter(k -> k.getBoolean("creation", false) || k.getDate("at").toInstant().isAfter(now.minus(KEY_LIFETIME)))
                .toList());
        if (cause instanceof Cause.Command(var key, var fingerprint, var status, _)) {
            var entry = new Document("key", key).append("request", fingerprint).append("status", status)
                    .append("sequence", newSequence).append("at", Date.from(now));
            kept.add(fields.containsKey("state") ? entry : entry.append("creation", true));
        }
        return kept;
    }

    private List<Document> keys() {
        return fields.getList("keys", Document.class, List.of());
    }
}
