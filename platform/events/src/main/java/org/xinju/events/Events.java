package org.xinju.events;

import java.util.List;

import com.mongodb.WriteConcern;
import com.mongodb.client.MongoDatabase;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.index.Index;

/** Where a service gets its doors to aggregates; the kinds named here are the ones that are relayed, swept and republished. */
public final class Events {

    private final MongoOperations mongo;
    private final MongoDatabase database;
    private final Relay relay;
    private final Sequences sequences;
    private final TraceContext trace;
    private final List<AggregateType<?, ?>> types;

    Events(MongoOperations mongo, MongoDatabase database, Relay relay, Sequences sequences, TraceContext trace, List<AggregateType<?, ?>> types) {
        this.mongo = mongo;
        this.database = database;
        this.relay = relay;
        this.sequences = sequences;
        this.trace = trace;
        this.types = types;
    }

    /** The door to a kind of aggregate; makes its indexes. Answers of the store mean durable on a majority. */
    public <S, E> Aggregates<S, E> aggregates(AggregateType<S, E> type) {
        var indexes = mongo.indexOps(type.collection());
        indexes.createIndex(new Index().on(Sweeper.INDEX, Sort.Direction.ASC).sparse());
        type.indexes().forEach(indexes::createIndex);
        types.add(type);
        var collection = database.getCollection(type.collection()).withWriteConcern(WriteConcern.MAJORITY.withJournal(true));
        return new Aggregates<>(type, collection, relay, sequences, trace);
    }

    /**
     * An outbox for documents that are no aggregates.
     *
     * @param name {@code service.kind} as for an aggregate
     */
    public Outbox outbox(String name, String collection, String topic) {
        var type = AggregateType.<Void, Object>of(name, collection, topic, Void.class, nothing -> nothing);
        types.add(type);
        return Outbox.of(type, mongo, relay, sequences, trace);
    }
}
