package org.xinju.events;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.function.LongConsumer;

import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import org.apache.kafka.common.KafkaException;
import org.bson.Document;
import org.springframework.kafka.core.KafkaOperations;

/**
 * Sends the current state of every aggregate of a kind, marked as snapshot: for a consumer that is new or was restored. Nothing in the
 * store changes; the sequence is that of the state, so a snapshot never hides a later event.
 */
public final class Republisher {

    private static final int BATCH = 500;

    private final MongoDatabase database;
    private final Collection<AggregateType<?, ?>> types;
    private final KafkaOperations<String, byte[]> broker;
    private final Sequences clock;

    Republisher(MongoDatabase database, Collection<AggregateType<?, ?>> types, KafkaOperations<String, byte[]> broker, Sequences clock) {
        this.database = database;
        this.types = types;
        this.broker = broker;
        this.clock = clock;
    }

    public List<String> kinds() {
        return types.stream().filter(type -> type.stateClass() != Void.class).map(AggregateType::name).toList();
    }

    /** @return number of snapshots the broker acknowledged, all of them */
    public long republish(String kind) {
        return republish(kind, _ -> { });
    }

    /** @param progress hears how many the broker has acknowledged so far; what it throws ends the work */
    public long republish(String kind, LongConsumer progress) {
        var type = types.stream().filter(t -> t.name().equals(kind)).findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no kind " + kind + "; there are " + kinds()));
        var sent = 0L;
        var after = "";
        while (true) {
            var batch = database.getCollection(type.collection()).find(Filters.gt("_id", after))
                    .sort(new Document("_id", 1)).limit(BATCH).into(new ArrayList<>());
            if (batch.isEmpty()) {
                return sent;
            }
            sent += send(type, batch);
            progress.accept(sent);
            after = batch.getLast().getString("_id");
        }
    }

    private <S> int send(AggregateType<S, ?> type, List<Document> batch) {
        var answers = new ArrayList<java.util.concurrent.CompletableFuture<?>>();
        for (var document : batch) {
            var id = document.getString("_id");
            var current = AggregateDocument.read(id, document);
            current.state(type.stateClass()).ifPresent(state -> {
                var data = Codec.toJson(new Aggregates.Payload(type.publicState().apply(state), Map.of()));
                var event = new OutboxEvent(Ids.derive(id, "snapshot", Long.toString(current.sequence())).toString(),
                        type.name() + ".snapshot.v1", current.sequence(), clock.now(), data, null);
                answers.add(broker.send(event.toRecord(type, id, true)));
            });
        }
        broker.flush();
        try {
            for (var answer : answers) {
                answer.get();
            }
        } catch (ExecutionException e) {
            throw new KafkaException("the broker did not take every snapshot", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new KafkaException("interrupted while republishing", e);
        }
        return answers.size();
    }
}
