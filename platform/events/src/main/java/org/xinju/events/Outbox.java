package org.xinju.events;

import java.util.List;

import org.bson.Document;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.index.Index;

/**
 * Lets documents that are no aggregates carry events: entries of an append-only log. An event is made for one document, stored in its field
 * {@link #FIELD} by the write that inserts it, sent by the relay, found by the sweeper after a crash, and removed from the document then.
 */
public final class Outbox {

    /** Where the events stand in the document. */
    public static final String FIELD = "outbox";

    private final AggregateType<Void, Object> type;
    private final Relay relay;
    private final Sequences sequences;
    private final TraceContext trace;

    private Outbox(AggregateType<Void, Object> type, Relay relay, Sequences sequences, TraceContext trace) {
        this.type = type;
        this.relay = relay;
        this.sequences = sequences;
        this.trace = trace;
    }

    static Outbox of(AggregateType<Void, Object> type, MongoOperations mongo, Relay relay, Sequences sequences, TraceContext trace) {
        mongo.indexOps(type.collection()).createIndex(new Index().on(Sweeper.INDEX, Sort.Direction.ASC).sparse());
        return new Outbox(type, relay, sequences, trace);
    }

    /**
     * The one event that a document gives rise to; the same document makes the same event.
     *
     * @param documentId of the document, and subject of the event
     * @param state what the event carries, without anything personal in plain
     * @param event record whose name is the event's
     */
    public Document event(String documentId, Object state, Object event) {
        var id = Ids.derive(type.name(), documentId, event.getClass().getSimpleName()).toString();
        return new OutboxEvent(id, type.eventType(event), sequences.after(0), sequences.now(), Codec.toJson(new Aggregates.Payload(state, event)),
                trace.current()).toDocument();
    }

    /** Hands what is durable to the relay; what is not handed on is found by the sweeper. */
    public void stored(List<Document> documents) {
        for (var document : documents) {
            var events = document.getList(FIELD, Document.class, List.of()).stream().map(OutboxEvent::fromDocument).toList();
            if (!events.isEmpty()) {
                relay.hand(type, document.getString("_id"), events);
            }
        }
    }
}
