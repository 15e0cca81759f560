package org.xinju.grid.clock;

import java.time.Instant;
import java.util.Comparator;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

/**
 * The clock of a case, as resident and staff see it.
 *
 * @param answer a limit for the next step alone: runs until somebody accepts the case, and again while the result waits to be checked; null
 *     while there is none
 * @param finish runs until the reporter has been told the result
 * @param colour as of the last change; the worse of the two
 * @param due the earlier deadline of those that run, null while none runs
 * @param turns when the colour next gets worse, null when it does not by itself
 */
public record CaseClock(@Nullable Timer answer, Timer finish, Colour colour, @Nullable Instant due, @Nullable Instant turns) {

    /** What a step of the loop does to the clock. */
    public enum Act {
        /** Nothing. */
        KEEP,
        /** Somebody answers; the time to finish runs, or goes on where it paused. */
        RUN,
        /** The result is told: the time to finish pauses, the time to check begins. */
        CHECK,
        /** It ends. */
        STOP,
        /** It begins anew, for a case that is taken up again. */
        RESTART
    }

    public static CaseClock started(Limits limits, Instant at, WorkingTime working) {
        return shown(limits.respond(at), limits.finish(at), at, working);
    }

    /** Another severity, found when the case was accepted: its limits count from the report. */
    public CaseClock regraded(Limits limits, Instant reportedAt, Instant at, WorkingTime working) {
        return shown(null, limits.finish(reportedAt), at, working);
    }

    public CaseClock after(Act act, Limits limits, Instant at, WorkingTime working) {
        return switch (act) {
            case KEEP -> at(at, working);
            case RUN -> shown(null, finish.resumed(at), at, working);
            case CHECK -> shown(limits.check(at), finish.paused(at, working), at, working);
            case STOP -> shown(null, finish.paused(at, working), at, working);
            case RESTART -> shown(null, limits.finish(at), at, working);
        };
    }

    /** An extension was approved: more time to finish. */
    public CaseClock extended(Limits limits, Instant at, WorkingTime working) {
        return shown(answer, limits.extended(finish), at, working);
    }

    /** The same clock looked at later. */
    public CaseClock at(Instant at, WorkingTime working) {
        return shown(answer, finish, at, working);
    }

    private static CaseClock shown(@Nullable Timer answer, Timer finish, Instant at, WorkingTime working) {
        return new CaseClock(answer, finish,
                timers(answer, finish).map(timer -> timer.colour(at, working)).max(Comparator.naturalOrder()).orElseThrow(),
                timers(answer, finish).flatMap(timer -> timer.due(working)).min(Comparator.naturalOrder()).orElse(null),
                timers(answer, finish).flatMap(timer -> timer.turns(at, working)).min(Comparator.naturalOrder()).orElse(null));
    }

    private static Stream<Timer> timers(@Nullable Timer answer, Timer finish) {
        return answer == null ? Stream.of(finish) : Stream.of(answer, finish);
    }
}
