package org.xinju.events;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Date;
import java.util.List;

import com.mongodb.ReadConcern;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.CountOptions;
import com.mongodb.client.model.Filters;
import io.micrometer.core.instrument.MeterRegistry;
import org.bson.Document;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Finds events that a crash, a full queue or an absent broker left in their documents and sends them. Any number of replicas may sweep
 * the same documents: an event sent twice is one event to every consumer.
 *
 * <p>Metrics: {@code xinju_outbox_documents} with something to send (up to 10,000 per collection), {@code xinju_outbox_oldest_seconds} of what
 * has waited longer than the grace.
 */
final class Sweeper implements AutoCloseable {

    /** Sparse and multikey: only documents with something to send are in it, oldest first. */
    static final String INDEX = "outbox.at";

    private static final Logger log = LoggerFactory.getLogger(Sweeper.class);
    private static final int BATCH = 500;
    private static final int MOST_COUNTED = 10_000;

    private final MongoDatabase database;
    private final Collection<AggregateType<?, ?>> types;
    private final Sending sending;
    private final Sequences clock;
    private final EventsProperties.Sweep timing;
    private final Thread worker = Thread.ofPlatform().name("event-sweeper").daemon().unstarted(this::work);
    private volatile double oldestSeconds;
    private volatile double documents;

    Sweeper(MongoDatabase database, Collection<AggregateType<?, ?>> types, Sending sending, Sequences clock,
            EventsProperties.Sweep timing, MeterRegistry meters) {
        this.database = database;
        this.types = types;
        this.sending = sending;
        this.clock = clock;
        this.timing = timing;
        meters.gauge("xinju_outbox_oldest_seconds", this, s -> s.oldestSeconds);
        meters.gauge("xinju_outbox_documents", this, s -> s.documents);
    }

    Sweeper started() {
        worker.start();
        return this;
    }

    /**
     * Sends what has waited longer than {@code grace}, oldest first.
     *
     * @return documents whose events were sent
     */
    int sweep(Duration grace) {
        var swept = 0;
        var oldest = 0.0;
        for (var type : types) {
            List<Relay.Waiting> batch;
            do {
                batch = waiting(type, grace);
                oldest = Math.max(oldest, age(batch));
                if (!batch.isEmpty()) {
                    sending.send(batch);
                    swept += batch.size();
                }
            } while (batch.size() == BATCH);
        }
        oldestSeconds = oldest;
        return swept;
    }

    private List<Relay.Waiting> waiting(AggregateType<?, ?> type, Duration grace) {
        var batch = new ArrayList<Relay.Waiting>();
        var due = Filters.lt(INDEX, Date.from(clock.now().minus(grace)));
        for (var document : database.getCollection(type.collection()).withReadConcern(ReadConcern.MAJORITY)
                .find(due).sort(new Document(INDEX, 1)).limit(BATCH)) {
            var events = document.getList("outbox", Document.class).stream().map(OutboxEvent::fromDocument).toList();
            batch.add(new Relay.Waiting(type, document.getString("_id"), events));
        }
        return batch;
    }

    /** Documents with something to send, counted up to a bound: a gauge must not cost more the worse things are. */
    private long withOutbox(AggregateType<?, ?> type) {
        return database.getCollection(type.collection()).countDocuments(Filters.lt(INDEX, Date.from(clock.now().plus(Duration.ofDays(1)))),
                new CountOptions().limit(MOST_COUNTED));
    }

    private double age(List<Relay.Waiting> batch) {
        return batch.isEmpty() ? 0 : Duration.between(batch.getFirst().events().getFirst().at(), clock.now()).toMillis() / 1000.0;
    }

    private void work() {
        while (!Thread.currentThread().isInterrupted()) {
            try {
                Thread.sleep(timing.every());
                var swept = sweep(timing.grace());
                documents = types.stream().mapToLong(this::withOutbox).sum();
                if (swept > 0) {
                    log.info("sent the events of {} documents that had waited longer than {}", swept, timing.grace());
                }
            } catch (InterruptedException e) {
                return;
            } catch (RuntimeException e) {
                log.warn("sweep failed and is repeated: {}", e.toString());
            }
        }
    }

    @Override
    public void close() {
        worker.interrupt();
    }
}
