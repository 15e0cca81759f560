package org.xinju.grid.clock;

import java.time.Duration;
import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * How long a case of one severity may take. Part of the loop's data.
 *
 * @param basis which time the days count
 * @param respond from the report until somebody accepts it; null: only the time to finish counts
 * @param finishDays from the report until the reporter has been told the result
 * @param checkDays from then until somebody else has looked whether it is so
 * @param extendedDays in place of {@code finishDays} once an extension is approved; null where there is none
 */
public record Limits(Severity severity, Basis basis, @Nullable Duration respond, int finishDays, int checkDays, @Nullable Integer extendedDays) {

    @Nullable Timer respond(Instant from) {
        return respond == null ? null : Timer.started(basis, respond, from);
    }

    Timer finish(Instant from) {
        return Timer.started(basis, basis.days(finishDays), from);
    }

    Timer check(Instant from) {
        return Timer.started(basis, basis.days(checkDays), from);
    }

    /** @throws IllegalStateException where there is no extension */
    Timer extended(Timer finish) {
        if (extendedDays == null) {
            throw new IllegalStateException(severity + " has no extension");
        }
        return new Timer(basis, basis.days(extendedDays), finish.used(), finish.since());
    }
}
