package org.xinju.notification.message;

import java.time.Instant;
import java.util.Locale;

/** Positions of messages in lists: the moment they came to this service, then their id. Text order is time order. */
public final class Positions {

    /** Clocks of replicas may differ by so much: who continues after a position looks back this far. */
    private static final long SKEW_MILLIS = 5_000;
    private static final int DIGITS = 13;

    private Positions() {}

    public static String of(Instant at, String id) {
        return String.format(Locale.ROOT, "%013d-%s", at.toEpochMilli(), id);
    }

    /** A little before a position; the empty text where it is none of ours. */
    public static String before(String position) {
        return position.matches("[0-9]{13}(-.{0,60})?")
                ? String.format(Locale.ROOT, "%013d", Long.parseLong(position.substring(0, DIGITS)) - SKEW_MILLIS) : "";
    }
}
