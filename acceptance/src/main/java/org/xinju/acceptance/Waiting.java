package org.xinju.acceptance;

import java.time.Duration;
import java.util.function.BooleanSupplier;

/** Waits for what a running system does in its own time. */
public final class Waiting {

    private static final Duration A_MOMENT = Duration.ofMillis(100);

    private Waiting() {}

    public static void aMoment() {
        pause(A_MOMENT);
    }

    public static void pause(Duration time) {
        try {
            Thread.sleep(time);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Whether it comes to be in time. */
    public static boolean happens(Duration limit, BooleanSupplier condition) {
        var end = System.nanoTime() + limit.toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > end) {
                return false;
            }
            aMoment();
        }
        return true;
    }

    /** @throws IllegalStateException if it does not come to be in time */
    public static void until(String what, Duration limit, BooleanSupplier condition) {
        if (!happens(limit, condition)) {
            throw new IllegalStateException("not within " + limit + ": " + what);
        }
    }
}
