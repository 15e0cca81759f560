package org.xinju.launcher.process;

import java.time.Duration;

/** How long to wait before a program that died is started again: 1 s, then twice as long each time, up to a longest pause. */
final class BackOff {

    private static final Duration FIRST = Duration.ofSeconds(1);

    /** Who ran this long was well, and is started again at once. */
    private static final Duration WELL = Duration.ofMinutes(1);

    private final Duration longest;
    private Duration next = FIRST;

    BackOff(Duration longest) {
        this.longest = longest;
    }

    Duration after(Duration ran) {
        if (ran.compareTo(WELL) >= 0) {
            next = FIRST;
        }
        var now = next;
        next = now.multipliedBy(2).compareTo(longest) < 0 ? now.multipliedBy(2) : longest;
        return now;
    }
}
