package org.xinju.events;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import io.micrometer.core.instrument.MeterRegistry;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Hands what was saved to the broker soon after the save. A full queue, a broker that is away or a crash lose nothing: the events stand
 * in their documents and the {@link Sweeper} finds them. Several lanes send at the same time; all events of one aggregate take the same one.
 */
final class Relay implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(Relay.class);
    private static final int BATCH = 500;
    private static final int QUEUE = 10_000; // documents that wait in a lane
    private static final int LANES = 2; // while the broker takes the events of one, the store forgets those of the other

    /** The events of one saved document. */
    record Waiting(AggregateType<?, ?> type, String aggregateId, List<OutboxEvent> events) {}

    private final List<Lane> lanes = IntStream.range(0, LANES).mapToObj(Lane::new).toList();
    private final Sending sending;
    private volatile boolean closed;

    Relay(Sending sending, MeterRegistry meters) {
        this.sending = sending;
        meters.gauge("xinju_relay_queue_documents", lanes, all -> all.stream().mapToInt(lane -> lane.queue.size()).sum());
    }

    Relay started() {
        lanes.forEach(lane -> lane.worker.start());
        return this;
    }

    void hand(AggregateType<?, ?> type, String aggregateId, List<OutboxEvent> events) {
        var lane = lanes.get(Math.floorMod(aggregateId.hashCode(), LANES));
        if (!lane.queue.offer(new Waiting(type, aggregateId, events))) {
            log.debug("relay queue is full; the sweeper will send {} of {}", aggregateId, type.name());
        }
    }

    /** What a running relay holds at this moment; for tests that send by hand. */
    Stream<Waiting> drain() {
        var all = new ArrayList<Waiting>();
        lanes.forEach(lane -> lane.queue.drainTo(all));
        return all.stream();
    }

    @Override
    public void close() throws InterruptedException {
        closed = true;
        for (var lane : lanes) {
            lane.worker.join(TimeUnit.SECONDS.toMillis(5));
        }
    }

    /** One batch at a time: what is saved of one aggregate goes in the order in which it was saved. */
    private final class Lane {

        private final BlockingQueue<Waiting> queue = new ArrayBlockingQueue<>(QUEUE);
        private final Thread worker;

        private Lane(int number) {
            this.worker = Thread.ofPlatform().name("event-relay-" + number).unstarted(this::work);
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
    }
}
