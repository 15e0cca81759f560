package org.xinju.grid.clock;

import java.time.Duration;
import java.time.Instant;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

/**
 * A limit of time that is being used up.
 *
 * @param limit how much there is
 * @param used how much was used before {@code since}
 * @param since when it was last started; null while it pauses
 */
public record Timer(Basis basis, Duration limit, Duration used, @Nullable Instant since) {

    /** Yellow from 80 % on (product G4). */
    private static final int YELLOW_PERCENT = 80;

    static Timer started(Basis basis, Duration limit, Instant at) {
        return new Timer(basis, limit, Duration.ZERO, at);
    }

    Timer paused(Instant at, WorkingTime working) {
        return since == null ? this : new Timer(basis, limit, usedAt(at, working), null);
    }

    Timer resumed(Instant at) {
        return since == null ? new Timer(basis, limit, used, at) : this;
    }

    Colour colour(Instant at, WorkingTime working) {
        var now = usedAt(at, working);
        return now.compareTo(limit) >= 0 ? Colour.RED : now.compareTo(yellow()) >= 0 ? Colour.YELLOW : Colour.GREEN;
    }

    /** When nothing is left; none while it pauses. A deadline that has passed stays where it was. */
    Stream<Instant> due(WorkingTime working) {
        return reaches(limit, working);
    }

    /** When it will next turn to a worse colour; none if it pauses or cannot get worse. */
    Stream<Instant> turns(Instant at, WorkingTime working) {
        return switch (colour(at, working)) {
            case GREEN -> reaches(yellow(), working);
            case YELLOW -> reaches(limit, working);
            case RED -> Stream.empty();
        };
    }

    private Duration yellow() {
        return limit.multipliedBy(YELLOW_PERCENT).dividedBy(100);
    }

    private Duration usedAt(Instant at, WorkingTime working) {
        return since == null ? used : used.plus(basis.between(since, at, working));
    }

    private Stream<Instant> reaches(Duration amount, WorkingTime working) {
        var left = amount.minus(used);
        return since == null ? Stream.empty() : Stream.of(left.isPositive() ? basis.after(since, left, working) : since);
    }
}
