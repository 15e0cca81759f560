package org.xinju.web;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * So many at once, some more may wait, in the order of their coming; whoever comes then is turned away at once. Under more load than there is capacity
 * all who are let in are served in time, where an endless queue would serve each of them too late.
 */
public final class Admission {

    private final Semaphore places;
    private final int most;
    private final Duration patience;
    private final AtomicInteger here = new AtomicInteger();

    /**
     * @param atOnce how many may be in
     * @param waiting how many may wait besides
     * @param patience how long anybody waits
     */
    public Admission(int atOnce, int waiting, Duration patience) {
        this.places = new Semaphore(atOnce, true);
        this.most = atOnce + waiting;
        this.patience = patience;
    }

    /** To be closed by whoever was let in. */
    public interface Admitted extends AutoCloseable {
        @Override
        void close();
    }

    /** How many are in or wait. */
    int here() {
        return here.get();
    }

    /** @throws BusyException when there is no place to wait, or none has become free in time */
    public Admitted enter() {
        if (here.incrementAndGet() > most) {
            here.decrementAndGet();
            throw new BusyException();
        }
        var isIn = false;
        try {
            isIn = places.tryAcquire(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            if (!isIn) {
                here.decrementAndGet();
            }
        }
        if (!isIn) {
            throw new BusyException();
        }
        return () -> {
            places.release();
            here.decrementAndGet();
        };
    }
}
