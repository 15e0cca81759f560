package org.xinju.events;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BiFunction;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.UpdateOneModel;
import com.mongodb.client.model.Updates;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import org.apache.kafka.common.KafkaException;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.springframework.kafka.core.KafkaOperations;

/**
 * Sends events and then removes them from their outboxes, each by its id and sequence and without touching the version. A crash in between sends
 * them again. An emptied outbox is unset on the condition that it is still empty: an event appended meanwhile survives.
 *
 * <p>Metrics: {@code xinju_relay_sent_events_total}, {@code xinju_relay_lag_seconds} from the save to the broker's acknowledgement.
 */
final class Sending {

    private static final long ACKNOWLEDGED_WITHIN_SECONDS = 130; // above the producer's delivery time-out of 120 s

    private final MongoDatabase database;
    private final KafkaOperations<String, byte[]> broker;
    private final Counter sent;
    private final Timer lag;

    Sending(MongoDatabase database, KafkaOperations<String, byte[]> broker, MeterRegistry meters) {
        this.database = database;
        this.broker = broker;
        this.sent = meters.counter("xinju_relay_sent_events");
        this.lag = meters.timer("xinju_relay_lag");
    }

    /** @throws KafkaException if the broker did not take all of them; those it took are removed */
    void send(List<Relay.Waiting> batch) {
        var answers = new ArrayList<CompletableFuture<?>>();
        for (var waiting : batch) {
            for (var event : waiting.events()) {
                answers.add(broker.send(event.toRecord(waiting.type(), waiting.aggregateId(), false)));
            }
        }
        broker.flush();
        var acknowledged = new HashMap<String, Map<String, List<OutboxEvent>>>();
        var position = 0;
        Throwable failure = null;
        for (var waiting : batch) {
            for (var event : waiting.events()) {
                var reason = failureOf(answers.get(position++));
                if (reason == null) {
                    sent.increment();
                    lag.record(Duration.between(event.at(), Instant.now()));
                    acknowledged.computeIfAbsent(waiting.type().collection(), _ -> new HashMap<>())
                            .computeIfAbsent(waiting.aggregateId(), _ -> new ArrayList<>()).add(event);
                } else {
                    failure = reason;
                }
            }
        }
        acknowledged.forEach(this::remove);
        if (failure != null) {
            throw new KafkaException("the broker did not take every event", failure);
        }
    }

    private @Nullable Throwable failureOf(CompletableFuture<?> answer) {
        try {
            answer.get(ACKNOWLEDGED_WITHIN_SECONDS, TimeUnit.SECONDS);
            return null;
        } catch (ExecutionException | TimeoutException e) {
            return e;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return e;
        }
    }

    /**
     * Nearly every outbox holds just what was sent and is unset at once. Of any other, only the events that were sent are taken: by id and sequence, since
     * a cause that two processes work off with different intakes between them raises two events of one id, and only one of them may have been sent.
     */
    private void remove(String collectionName, Map<String, List<OutboxEvent>> eventsOf) {
        MongoCollection<Document> collection = database.getCollection(collectionName);
        if (update(collection, eventsOf, Sending::unsetWhole) < eventsOf.size()) {
            update(collection, eventsOf, (id, events) -> new UpdateOneModel<>(Filters.eq(id), Updates.pull("outbox", sent(events))));
            update(collection, eventsOf, (id, _) -> new UpdateOneModel<>(Filters.and(Filters.eq(id), Filters.eq("outbox", List.of())), Updates.unset("outbox")));
        }
    }

    private static int update(MongoCollection<Document> collection, Map<String, List<OutboxEvent>> eventsOf,
            BiFunction<String, List<OutboxEvent>, UpdateOneModel<Document>> each) {
        var updates = new ArrayList<UpdateOneModel<Document>>();
        eventsOf.forEach((id, events) -> updates.add(each.apply(id, events)));
        return collection.bulkWrite(updates, new BulkWriteOptions().ordered(false)).getModifiedCount();
    }

    /** Sequences of one document never come twice, so as many as were sent, with just their sequences, are those that were sent. */
    private static UpdateOneModel<Document> unsetWhole(String id, List<OutboxEvent> events) {
        return new UpdateOneModel<>(Filters.and(Filters.eq(id), Filters.size("outbox", events.size()),
                Filters.all("outbox.sequence", events.stream().map(OutboxEvent::sequence).toList())), Updates.unset("outbox"));
    }

    private static Document sent(List<OutboxEvent> events) {
        return new Document("id", new Document("$in", events.stream().map(OutboxEvent::id).toList()))
                .append("sequence", new Document("$in", events.stream().map(OutboxEvent::sequence).toList()));
    }
}
