package org.xinju.privacy.access;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import org.jspecify.annotations.Nullable;

/**
 * Writes down every look at personal data before the data leaves. Requests that come while a write is on its way wait together and share
 * the next one, so many readers cost one round trip to the store, not one each.
 *
 * <p>Metrics: {@code xinju_accesses_total} by {@code outcome} (recorded, refused).
 */
public final class AccessLog implements AutoCloseable {

    /** More waiting requests than this would only wait in vain. */
    private static final int MOST_WAITING = 20_000;
    private static final int MOST_IN_ONE_WRITE = 500;

    private record Waiting(Access access, CompletableFuture<@Nullable Void> recorded) {}

    private final BlockingQueue<Waiting> queue = new ArrayBlockingQueue<>(MOST_WAITING);
    private final AccessWriter writer;
    private final Duration patience;
    private final Counter recorded;
    private final Counter refused;
    private final Thread thread;
    private volatile boolean closed;

    AccessLog(AccessWriter writer, Duration patience, MeterRegistry metrics) {
        this.writer = writer;
        this.patience = patience;
        recorded = metrics.counter("xinju.accesses", "outcome", "recorded");
        refused = metrics.counter("xinju.accesses", "outcome", "refused");
        thread = Thread.ofPlatform().name("xinju-accesses").daemon().start(this::run);
    }

    /**
     * Returns when the access is durable. Call it before the first byte of the answer.
     *
     * @throws AccessNotRecordedException if that takes longer than {@code xinju.accesses.patience}; the data must not be shown then
     */
    public void record(Access access) {
        var waiting = new Waiting(access, new CompletableFuture<>());
        try {
            if (closed || !queue.offer(waiting)) {
                throw new AccessNotRecordedException(closed ? "the service is stopping" : "too many are waiting", null);
            }
            waiting.recorded().get(patience.toNanos(), TimeUnit.NANOSECONDS);
            recorded.increment();
        } catch (AccessNotRecordedException e) {
            refused.increment();
            throw e;
        } catch (TimeoutException e) {
            throw refusal(waiting, "the store did not answer in time", e);
        } catch (ExecutionException e) {
            throw refusal(waiting, "the entry could not be made", e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw refusal(waiting, "the request was interrupted", e);
        }
    }

    /** Writes what is waiting, as long as the store answers, and stops. */
    @Override
    public void close() throws InterruptedException {
        closed = true;
        if (!thread.join(patience)) {
            thread.interrupt();
            thread.join();
        }
    }

    private AccessNotRecordedException refusal(Waiting waiting, String reason, @Nullable Throwable cause) {
        queue.remove(waiting);
        refused.increment();
        return new AccessNotRecordedException(reason, cause);
    }

    private void run() {
        try {
            while (!closed || !queue.isEmpty()) {
                var first = queue.poll(100, TimeUnit.MILLISECONDS);
                if (first != null) {
                    var batch = new ArrayList<>(List.of(first));
                    queue.drainTo(batch, MOST_IN_ONE_WRITE - 1);
                    write(batch);
                }
            }
        } catch (InterruptedException e) {
            // Stopped while the store was away: those who wait are refused by their own patience.
            Thread.currentThread().interrupt();
        }
    }

    private void write(List<Waiting> batch) throws InterruptedException {
        try {
            var documents = writer.append(batch.stream().map(Waiting::access).toList());
            batch.forEach(waiting -> waiting.recorded().complete(null));
            writer.publish(documents);
        } catch (RuntimeException e) {
            batch.forEach(waiting -> waiting.recorded().completeExceptionally(e));
        }
    }
}
