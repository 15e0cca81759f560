package org.xinju.events;

import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;

/**
 * The hybrid clock that numbers the events of an aggregate: never behind the last number, never behind the machine's clock in
 * microseconds. A source that was restored from an old backup therefore continues above what it had published before.
 */
final class Sequences {

    private final InstantSource machineClock;

    /** @param machineClock the machine's own clock, never the one that tests and demonstrations move */
    Sequences(InstantSource machineClock) {
        this.machineClock = machineClock;
    }

    long after(long last) {
        return Math.max(last + 1, ChronoUnit.MICROS.between(Instant.EPOCH, machineClock.instant()));
    }

    Instant now() {
        return machineClock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
