package org.xinju.registry.roster;

import java.util.List;
import java.util.Optional;

import com.mongodb.client.model.Filters;
import org.springframework.stereotype.Component;

import org.xinju.events.AggregateType;
import org.xinju.events.Aggregates;
import org.xinju.events.Cause;
import org.xinju.events.Change;
import org.xinju.events.Events;
import org.xinju.events.Ids;
import org.xinju.events.Outcome;
import org.xinju.events.Stored;

/** The only door to the stored rosters. */
@Component
class Rosters {

    private final Aggregates<RosterJob, RosterJob.RosterEvent> store;
    private final RosterChunks chunks;

    Rosters(Events events, RosterChunks chunks) {
        this.store = events.aggregates(AggregateType.<RosterJob, RosterJob.RosterEvent>of(
                "registry.roster", "rosters", "registry.rosters", RosterJob.class, RosterJob.Published::of).indexed("state.phase"));
        this.chunks = chunks;
    }

    /** The chunks first: a roster that is there has all its rows. What a crash leaves without a roster is never worked off. */
    Outcome<RosterJob> receive(String id, Cause.Command cause, RosterJob job, List<Verdict> verdicts) {
        if (store.find(id).isEmpty()) {
            chunks.store(chunksOf(id, job), verdicts);
        }
        return store.change(id, cause, loaded -> loaded.state().isPresent()
                ? Change.unchanged(loaded.state().get()) : Change.of(job, new RosterJob.RosterEvent.Received()));
    }

    /** Two files under one key never share a chunk. */
    static String chunksOf(String id, RosterJob job) {
        return Ids.derive(id, job.content()).toString();
    }

    Optional<Stored<RosterJob>> find(String id) {
        return store.find(id);
    }

    List<Stored<RosterJob>> waiting() {
        return store.find(Filters.eq("state.phase", RosterJob.Phase.RECEIVED.name()));
    }

    Outcome<RosterJob> done(String id, java.time.Instant at) {
        return store.change(id, new Cause.Deadline("all rows worked off"), loaded -> loaded.state().orElseThrow().done(at));
    }
}
