package org.xinju.grid.clock;

import java.time.Duration;
import java.time.Instant;

/** Which time a limit counts. */
public enum Basis {

    /** The hours in which offices are open. */
    WORKING_TIME,
    /** Every hour of every day: what is urgent does not wait for Monday. */
    ROUND_THE_CLOCK;

    /** As much of that time as one day has. */
    Duration days(int days) {
        return (this == WORKING_TIME ? WorkingTime.DAY : Duration.ofDays(1)).multipliedBy(days);
    }

    Instant after(Instant start, Duration time, WorkingTime working) {
        return this == WORKING_TIME ? working.after(start, time) : start.plus(time);
    }

    Duration between(Instant from, Instant until, WorkingTime working) {
        if (this == WORKING_TIME) {
            return working.between(from, until);
        }
        return from.isBefore(until) ? Duration.between(from, until) : Duration.ZERO;
    }
}
