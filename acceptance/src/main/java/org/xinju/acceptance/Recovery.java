package org.xinju.acceptance;

import java.util.stream.DoubleStream;

/**
 * When calls are as fast as they were in a calm before: the p95 of windows of some seconds is compared with that of the slowest such window in that calm.
 */
final class Recovery {

    private static final double WINDOW = 5; // seconds
    private static final double AS_BEFORE = 1.2;

    private final Samples calls;
    private final double limit;

    /** @param from when the calm begins, in seconds @param until when it ends */
    Recovery(Samples calls, double from, double until) {
        this.calls = calls;
        this.limit = AS_BEFORE * windows(from, until).map(this::p95).max().orElse(0);
    }

    /** The time from which on no window is slower than a fifth above that calm; one that was not reached is said to be more than there was. */
    String after(double from, double until) {
        var slow = windows(from, until).filter(at -> p95(at) > limit).map(at -> at + WINDOW).max().orElse(from);
        return slow >= until ? "more than %.0f s".formatted(until - from) : "%.0f s".formatted(slow - from);
    }

    private static DoubleStream windows(double from, double until) {
        return DoubleStream.iterate(from, at -> at < until, at -> at + WINDOW);
    }

    private double p95(double from) {
        var window = calls.between(from, from + WINDOW);
        return window.count() == 0 ? 0 : window.times().at(95);
    }
}
