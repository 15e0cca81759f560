package org.xinju.notification.sending;

import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Optional;

/**
 * When no SMS disturbs, unless it is urgent.
 *
 * @param from in the evening
 * @param until in the morning after
 */
record QuietHours(LocalTime from, LocalTime until, ZoneId zone) {

    /** When they end; empty outside of them. */
    Optional<Instant> endAfter(Instant moment) {
        var local = moment.atZone(zone);
        var time = local.toLocalTime();
        if (!time.isBefore(from)) {
            return Optional.of(local.toLocalDate().plusDays(1).atTime(until).atZone(zone).toInstant());
        }
        return time.isBefore(until) ? Optional.of(local.toLocalDate().atTime(until).atZone(zone).toInstant()) : Optional.empty();
    }
}
