package org.xinju.events;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

import io.micrometer.core.instrument.MeterRegistry;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Hands what was saved to the broker soon after the save. A full queue, a broker that is away or a crash lose nothing: the events stand
 * in their documents and the {@link Sweeper} finds them.
 */
final class Relay implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(Relay.class);
    private static final int BATCH = 500;

    /** The events of one saved document. */
    record Waiting(AggregateType<?, ?> type, String aggregateId, List<OutboxEvent> events) {}

    private final BlockingQueue<Waiting> queue = new ArrayBlockingQueue<>(20_000);
    private final Sending sending;
    private final Thread worker = Thread.ofPlatform().name("event-relay").unstarted(this::work);
    private volatile boolean closed;

    Relay(Sending sending, MeterRegistry meters) {
        this.sending = sending;
        meters.gaugeCollectionSize("xinju_relay_queue_documents", List.of(), queue);
    }

    Relay started() {
        worker.start();
        return this;
    }

    void hand(AggregateType<?, ?> type, String aggregateId, List<OutboxEvent> events) {
        if (!queue.offer(new Waiting(type, aggregateId, events))) {
            log.debug("relay queue is full; the sweeper will send {} of {}", aggregateId, type.name());
        }
    }

    private void work() {
        while (!closed) {
            try {
                var first = queue.poll(200, TimeUnit.MILLISECONDS);
                if (first != null) {
                    var batch = new ArrayList<Waiting>(BATCH);
                    batch.add(first);
                    queue.drainTo(batch, BATCH - 1);
                    sending.send(batch);
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            } catch (RuntimeException e) {
                log.warn("events stay in their outboxes until the next sweep: {}", e.toString());
            }
        }
    }

    /** What a running relay holds at this moment; for tests that send by hand. */
    Stream<Waiting> drain() {
        var all = new ArrayList<Waiting>();
        queue.drainTo(all);
        return all.stream();
    }

    @Override
    public void close() throws InterruptedException {
        closed = true;
        worker.join(TimeUnit.SECONDS.toMillis(5));
    }
}
