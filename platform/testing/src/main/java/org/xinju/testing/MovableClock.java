package org.xinju.testing;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/** A clock that stands still until a test moves it. */
public final class MovableClock extends Clock {

    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    private volatile Instant now;

    private MovableClock(Instant start) {
        now = start;
    }

    /** Nine in the morning of a day in Ningbo. */
    public static MovableClock on(LocalDate day) {
        return new MovableClock(day.atTime(9, 0).atZone(ZONE).toInstant());
    }

    public void moveTo(LocalDate day) {
        now = day.atTime(9, 0).atZone(ZONE).toInstant();
    }

    public synchronized void advance(Duration by) {
        now = now.plus(by);
    }

    @Override
    public Instant instant() {
        return now;
    }

    @Override
    public ZoneId getZone() {
        return ZONE;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return Clock.fixed(instant(), zone);
    }
}
