package org.xinju.grid.cases;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.jspecify.annotations.Nullable;

import org.xinju.grid.clock.CaseClock;
import org.xinju.grid.clock.Colour;
import org.xinju.grid.clock.Severity;
import org.xinju.grid.unit.Level;
import org.xinju.privacy.Sealed;

/**
 * A case as stored. Sealed values are bound to the case's id.
 *
 * @param number for people: {@code DG-20261125-40417}
 * @param listed place in lists: when it was reported, then its id; every case has another
 * @param state of the loop
 * @param open whether the state is none that a case may stay in
 * @param category path of a leaf: {@code hazard.fire}
 * @param reporter null when anonymous
 * @param followUp hash of the code that an anonymous reporter follows it by
 * @param unit who handles it, or handled it last; null: nobody has got it
 * @param handler sign-in of whoever handled it last
 * @param closedAt null unless closed
 * @param reopened how often
 */
record Case(String number, String listed, String state, boolean open, String category, Severity severity, Openness openness, Place place,
        @Nullable Reporter reporter, @Nullable String followUp, Sealed description, Level level, @Nullable String unit, @Nullable String handler,
        CaseClock clock, @Nullable Extension extension, @Nullable Integer rating, Instant reportedAt, @Nullable Instant closedAt, int reopened,
        List<Step> steps) {

    /**
     * Where it is.
     *
     * @param area a grid, or the lowest area that is certain
     * @param within ids from the sub-district down to the area
     */
    record Place(String area, List<String> within, @Nullable Sealed address) {
        Place {
            within = List.copyOf(within);
        }
    }

    /** What others may know. */
    record Published(String number, String state, String category, Severity severity, Openness openness, String area, List<String> within,
            @Nullable Reporter reporter, @Nullable String unit, Level level, Colour colour, @Nullable Instant dueAt, Instant reportedAt) {}

    Case {
        steps = List.copyOf(steps);
    }

    Published published() {
        return new Published(number, state, category, severity, openness, place.area(), place.within(), reporter, unit, level, clock.colour(),
                clock.due(), reportedAt);
    }

    /** Whoever works for one of these sees it in lists: the areas it lies in and the unit it is given to. */
    @JsonProperty(access = JsonProperty.Access.READ_ONLY)
    List<String> scope() {
        var scope = new ArrayList<>(place.within());
        if (unit != null && !scope.contains(unit)) {
            scope.add(unit);
        }
        return scope;
    }

    /** The same while it is open; a small index of what there is to do. */
    @JsonProperty(access = JsonProperty.Access.READ_ONLY)
    @Nullable List<String> openScope() {
        return open ? scope() : null;
    }

    @JsonProperty(access = JsonProperty.Access.READ_ONLY)
    @Nullable String openListed() {
        return open ? listed : null;
    }

    @JsonProperty(access = JsonProperty.Access.READ_ONLY)
    @Nullable Colour openColour() {
        return open ? clock.colour() : null;
    }

    @JsonProperty(access = JsonProperty.Access.READ_ONLY)
    @Nullable String reporterKey() {
        return reporter == null ? null : reporter.key();
    }

    /** All its photos, those of the report and of every step; null for none, so that the unique index leaves it out. */
    @JsonProperty(access = JsonProperty.Access.READ_ONLY)
    @Nullable List<String> photoIds() {
        var ids = steps.stream().flatMap(step -> step.photos().stream()).toList();
        return ids.isEmpty() ? null : ids;
    }

    /** When the colour next gets worse, in milliseconds: a number sorts as it should in the store. */
    @JsonProperty(access = JsonProperty.Access.READ_ONLY)
    @Nullable Long turnsAt() {
        var turns = clock.turns();
        return open && turns != null ? turns.toEpochMilli() : null;
    }

    Case at(CaseClock newClock) {
        return new Case(number, listed, state, open, category, severity, openness, place, reporter, followUp, description, level, unit, handler,
                newClock, extension, rating, reportedAt, closedAt, reopened, steps);
    }

    Draft draft() {
        return new Draft(this);
    }
}
