package org.xinju.grid.cases;

import java.time.Instant;
import java.util.List;

import org.jspecify.annotations.Nullable;

import org.xinju.grid.clock.Severity;
import org.xinju.grid.loop.Act;
import org.xinju.grid.loop.Actor;
import org.xinju.privacy.Sealed;
import org.xinju.web.Role;

/**
 * One step of a case.
 *
 * @param act null: the report
 * @param to the state after it
 * @param who in what standing
 * @param role as in the token; null for reporters
 * @param unit for whom somebody acted, or to whom the case was dispatched
 * @param by sign-in of staff, for staff; null for reporters
 * @param note what was written
 * @param analysis only when closing
 */
record Step(@Nullable Act act, String to, Instant at, Actor who, @Nullable Role role, @Nullable String unit, @Nullable String by,
        @Nullable Sealed note, @Nullable Sealed analysis, List<String> photos, @Nullable Integer rating, @Nullable Severity severity) {

    Step {
        photos = List.copyOf(photos);
    }
}
