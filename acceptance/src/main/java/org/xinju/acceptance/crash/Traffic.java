package org.xinju.acceptance.crash;

import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/** What clients have sent, and what is on its way. */
final class Traffic {

    /** A request answered 500: nothing that a client does may lead to that. */
    record ServerError(String what, Instant at) {}

    private final AtomicLong numbers = new AtomicLong();
    private record Span(Instant from, Instant to) {}

    private final Map<Long, Instant> underWay = new ConcurrentHashMap<>();
    private final Collection<Span> over = new ConcurrentLinkedQueue<>();
    private final AtomicInteger answered = new AtomicInteger();
    private final AtomicInteger attempts = new AtomicInteger();
    private final AtomicInteger copies = new AtomicInteger();
    private final Map<ServerError, Boolean> errors = new ConcurrentHashMap<>();
    private int allowed = Integer.MAX_VALUE;
    private int begun;

    /** A command from its first sending to its answer. */
    interface UnderWay extends AutoCloseable {
        @Override
        void close();
    }

    /**
     * Waits until {@code weight} more commands may be sent.
     *
     * @param weight how many this request counts for: the rows of a roster
     */
    UnderWay begin(int weight) {
        synchronized (this) {
            while (begun >= allowed) {
                try {
                    wait();
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                    throw new IllegalStateException(e);
                }
            }
            begun += weight;
        }
        var number = numbers.incrementAndGet();
        var from = Instant.now();
        underWay.put(number, from);
        return () -> {
            over.add(new Span(from, Instant.now()));
            underWay.remove(number);
            answered.addAndGet(weight);
        };
    }

    /** Clients begin no more than so many commands, until more are allowed. */
    synchronized void allow(int commands) {
        allowed = commands;
        notifyAll();
    }

    /** Commands sent and not answered at this moment. */
    int inFlight() {
        return underWay.size();
    }

    /** Commands that had been sent and not been answered at a moment. */
    int inFlight(Instant moment) {
        return (int) (over.stream().filter(span -> !span.from.isAfter(moment) && span.to.isAfter(moment)).count()
                + underWay.values().stream().filter(from -> !from.isAfter(moment)).count());
    }

    int answered() {
        return answered.get();
    }

    void attempt() {
        attempts.incrementAndGet();
    }

    /** Requests, repetitions and copies counted. */
    int attempts() {
        return attempts.get();
    }

    void copied() {
        copies.incrementAndGet();
    }

    /** Commands of which two copies were sent at once. */
    int copies() {
        return copies.get();
    }

    void failed(String what) {
        errors.put(new ServerError(what, Instant.now()), true);
    }

    Iterable<ServerError> serverErrors() {
        return errors.keySet();
    }
}
