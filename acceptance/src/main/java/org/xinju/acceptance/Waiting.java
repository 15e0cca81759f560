package org.xinju.acceptance;

import java.time.Duration;
import java.util.function.BooleanSupplier;

/** Waits for what a running system does in its own time. */
final class Waiting {

    private Waiting() {}

    static void aMoment() {
        try {
            Thread.sleep(100);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** @throws IllegalStateException if it does not come to be in time */
    static void until(String what, Duration limit, BooleanSupplier condition) {
        var end = System.nanoTime() + limit.toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > end) {
                throw new IllegalStateException("not within " + limit + ": " + what);
            }
            aMoment();
        }
    }
}
