package org.xinju.grid.team;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;

import com.mongodb.client.model.Filters;
import org.springframework.stereotype.Component;

import org.xinju.events.AggregateType;
import org.xinju.events.Aggregates;
import org.xinju.events.Cause;
import org.xinju.events.Change;
import org.xinju.events.Events;
import org.xinju.events.Outcome;
import org.xinju.events.Stored;
import org.xinju.grid.team.Team.TeamEvent;

/** The only door to the stored teams. */
@Component
class Teams {

    private final Aggregates<Team, TeamEvent> store;

    Teams(Events events) {
        this.store = events.aggregates(AggregateType.of("grid.team", "teams", "grid.teams", Team.class, Team::published));
    }

    Map<String, Stored<Team>> find(Collection<String> grids) {
        var found = new HashMap<String, Stored<Team>>();
        store.find(Filters.in("_id", grids)).forEach(team -> found.put(team.id(), team));
        return found;
    }

    Outcome<Team> join(String grid, Cause cause, Team.Member member) {
        return store.change(grid, cause, loaded -> loaded.state().orElse(Team.EMPTY).join(member));
    }

    Outcome<Team> change(String grid, Cause cause, Team.Member member) {
        return store.change(grid, cause, loaded -> loaded.state().map(team -> team.change(member))
                .orElseGet(() -> Change.rejected(Team.MEMBER_UNKNOWN)));
    }

    Outcome<Team> leave(String grid, Cause cause, String member) {
        return store.change(grid, cause, loaded -> loaded.state().map(team -> team.leave(member))
                .orElseGet(() -> Change.rejected(Team.MEMBER_UNKNOWN)));
    }
}
