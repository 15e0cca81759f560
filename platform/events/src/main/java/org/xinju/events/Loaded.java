package org.xinju.events;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;

import org.bson.Document;

/**
 * An aggregate as a decision finds it, with the intakes that stand in the same document.
 *
 * @param state empty while the aggregate does not exist; intakes may be there before it
 */
public record Loaded<S>(String id, Optional<S> state, Document intakes) {

    /**
     * What this consumer keeps of a source aggregate.
     *
     * @param sequence of the event that brought it
     * @param event id of that event, for citing it
     * @param at when that event happened
     */
    public record Intake<T>(long sequence, String event, Instant at, T state) {}

    /** Empty until the first event of the source came. */
    @SuppressWarnings("unchecked")
    public <T> Optional<Intake<T>> intake(String name, Class<T> type) {
        return Optional.ofNullable(intakes.get(name, Map.class)).map(fields -> new Document((Map<String, Object>) fields))
                .map(kept -> new Intake<>(kept.getLong("sequence"), kept.getString("event"), kept.getDate("at").toInstant(),
                        Codec.fromDocument(new Document((Map<String, Object>) kept.get("state", Map.class)), type)));
    }
}
