package org.xinju.registry.world;

import java.time.Duration;
import java.time.Instant;

import org.jspecify.annotations.Nullable;

import org.xinju.events.Change;

/**
 * The made-up world that is being loaded or was.
 *
 * @param run counts how often it was loaded
 * @param placedAt null while aggregates are being placed
 * @param doneAt null while there is something to do
 */
record World(Size size, int run, Phase phase, Instant startedAt, @Nullable Instant placedAt, @Nullable Instant doneAt) {

    enum Phase { PLACING, PUBLISHING, DONE }

    /**
     * What the world consists of.
     *
     * @param publish whether the others are told afterwards
     */
    record Size(long seed, int residents, int dwellings, int enterprises, boolean publish) {}

    /** What happens to a world. */
    sealed interface WorldEvent {

        record Started(int run) implements WorldEvent {}

        record Placed() implements WorldEvent {}

        record Published() implements WorldEvent {}
    }

    /** What others may know. */
    record Published(long seed, int residents, Phase phase) {
        static Published of(World world) {
            return new Published(world.size.seed, world.size.residents, world.phase);
        }
    }

    static Change<World, WorldEvent> first(Size size, Instant at) {
        return Change.of(new World(size, 1, Phase.PLACING, at, null, null), new WorldEvent.Started(1));
    }

    /** While it is being loaded the same again changes nothing; afterwards it is loaded again. Two seeds would give their people the same ID numbers. */
    Change<World, WorldEvent> start(Size wanted, Instant at) {
        if (wanted.seed() != size.seed()) {
            return Change.rejected(WorldRules.OTHER_SEED, size.seed());
        }
        if (phase != Phase.DONE) {
            return wanted.equals(size) ? Change.unchanged(this) : Change.rejected(WorldRules.BUSY);
        }
        return Change.of(new World(wanted, run + 1, Phase.PLACING, at, null, null), new WorldEvent.Started(run + 1));
    }

    Change<World, WorldEvent> placed(Instant at) {
        if (phase != Phase.PLACING) {
            return Change.unchanged(this);
        }
        return Change.of(size.publish() ? new World(size, run, Phase.PUBLISHING, startedAt, at, null)
                : new World(size, run, Phase.DONE, startedAt, at, at), new WorldEvent.Placed());
    }

    Change<World, WorldEvent> published(Instant at) {
        return phase != Phase.PUBLISHING ? Change.unchanged(this)
                : Change.of(new World(size, run, Phase.DONE, startedAt, placedAt, at), new WorldEvent.Published());
    }

    /** How long a phase took, or has taken so far; zero before it began. */
    Duration took(Phase asked, Instant now) {
        return switch (asked) {
            case PLACING -> Duration.between(startedAt, placedAt == null ? now : placedAt);
            case PUBLISHING -> placedAt == null ? Duration.ZERO : Duration.between(placedAt, doneAt == null ? now : doneAt);
            case DONE -> Duration.ZERO;
        };
    }
}
