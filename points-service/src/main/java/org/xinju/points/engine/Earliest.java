package org.xinju.points.engine;

import java.time.LocalDate;

import org.jspecify.annotations.Nullable;

/** The earlier of days of which any may be unknown. */
final class Earliest {

    private Earliest() {}

    static @Nullable LocalDate of(@Nullable LocalDate one, @Nullable LocalDate other) {
        if (one == null || other == null) {
            return one == null ? other : one;
        }
        return one.isBefore(other) ? one : other;
    }
}
