package org.xinju.grid.cases;

import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

import org.xinju.grid.loop.Actor;
import org.xinju.web.Caller;
import org.xinju.web.Role;

/** How a caller stands to a case. Who does not stand to it at all does not learn that it exists. */
record Standing(Set<Actor> actors, Caller caller) {

    private static final Role[] GRID_STAFF = {Role.GRID_WORKER, Role.GRID_LEADER};

    Standing {
        actors = Collections.unmodifiableSet(actors);
    }

    /** @param reporter whether the caller has reported it, or holds its follow-up code */
    static Standing of(Case one, Caller caller, boolean reporter) {
        var actors = EnumSet.noneOf(Actor.class);
        var covers = caller.covers(one.place().within());
        if (reporter) {
            actors.add(Actor.REPORTER);
        }
        if (covers && caller.is(GRID_STAFF)) {
            actors.add(Actor.GRID);
        }
        if (covers && caller.is(Role.DISTRICT_CHIEF)) {
            actors.add(Actor.DISTRICT);
        }
        if (covers && caller.is(Role.COMMAND_ROOM)) {
            actors.add(Actor.COMMAND);
        }
        if (isUnit(one, caller, covers)) {
            actors.add(Actor.UNIT);
        }
        return new Standing(actors, caller);
    }

    private static boolean isUnit(Case one, Caller caller, boolean covers) {
        var unit = one.unit();
        if (unit == null) {
            return covers && caller.is(GRID_STAFF);
        }
        var itsOwn = caller.covers(List.of(unit)) || covers && one.place().within().contains(unit);
        return switch (one.level()) {
            case GRID -> itsOwn && caller.is(GRID_STAFF);
            case DISTRICT -> itsOwn && caller.is(Role.DISTRICT_CHIEF);
            case DEPARTMENT -> caller.is(Role.DEPARTMENT) && caller.covers(List.of(unit));
        };
    }

    boolean none() {
        return actors.isEmpty();
    }

    boolean isStaff() {
        return actors.stream().anyMatch(actor -> actor != Actor.REPORTER);
    }
}
