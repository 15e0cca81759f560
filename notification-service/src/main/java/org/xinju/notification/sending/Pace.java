package org.xinju.notification.sending;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

import io.github.bucket4j.Bucket;

import org.xinju.notification.message.Lane;

/** Keeps to what a provider takes a second. A fifth of that is there for urgent messages alone. */
final class Pace {

    private static final int URGENT_SHARE = 5;
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(10);

    private final Bucket bucket;
    private final long reserved;
    private final long pause;

    Pace(int perSecond) {
        this.bucket = Bucket.builder().addLimit(limit -> limit.capacity(perSecond).refillGreedy(perSecond, Duration.ofSeconds(1))).build();
        this.reserved = perSecond / URGENT_SHARE;
        this.pause = Duration.ofSeconds(1).toNanos() / perSecond;
    }

    /** Waits for one's turn. @return false if it did not come in time */
    boolean take(Lane lane) {
        for (var waited = 0L; waited < LONGEST_WAIT.toNanos() && !Thread.currentThread().isInterrupted(); waited += pause) {
            if ((lane == Lane.URGENT || bucket.getAvailableTokens() > reserved) && bucket.tryConsume(1)) {
                return true;
            }
            LockSupport.parkNanos(pause);
        }
        return false;
    }
}
