package org.xinju.registry.world;

import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;

import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

import org.xinju.events.AggregateType;
import org.xinju.events.Aggregates;
import org.xinju.events.Cause;
import org.xinju.events.Change;
import org.xinju.events.Events;
import org.xinju.events.Outcome;
import org.xinju.events.Stored;

/** The only door to the stored world: there is one, so that two seeds cannot meet in a registry. */
@Component
@Profile("development")
class Worlds {

    static final String ID = "dagi";

    private final Aggregates<World, World.WorldEvent> store;

    Worlds(Events events) {
        this.store = events.aggregates(AggregateType.of("registry.world", "worlds", "registry.worlds", World.class, World.Published::of));
    }

    Optional<Stored<World>> find(String id) {
        return store.find(id);
    }

    Outcome<World> start(World.Size size, Cause cause, Instant at) {
        return store.change(ID, cause, loaded -> loaded.state().map(world -> world.start(size, at)).orElseGet(() -> World.first(size, at)));
    }

    /** Everything of this run is placed; another replica may have said so before, or the next run may have begun. */
    void placed(World world, Instant at) {
        go("placed", world, current -> current.placed(at));
    }

    /** Everybody has been told of this run. */
    void published(World world, Instant at) {
        go("published", world, current -> current.published(at));
    }

    private void go(String step, World world, Function<World, Change<World, World.WorldEvent>> decision) {
        store.change(ID, new Cause.Deadline(step + " in run " + world.run()), loaded -> {
            var current = loaded.state().orElseThrow();
            return current.run() == world.run() ? decision.apply(current) : Change.unchanged(current);
        });
    }
}
