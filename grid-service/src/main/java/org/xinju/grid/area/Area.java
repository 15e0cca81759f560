package org.xinju.grid.area;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

/**
 * What this service needs of an area, read from the registry's events.
 *
 * @param level {@code SUB_DISTRICT}, {@code DISTRICT}, {@code VILLAGE}, {@code COMMITTEE}, {@code GRID} or {@code MICRO_GRID}
 * @param placements to whom it belonged when, oldest first
 */
public record Area(String id, String level, String name, List<Placement> placements) {

    static final String DISTRICT = "DISTRICT";
    static final String GRID = "GRID";

    /**
     * @param parent null at the top
     * @param until last day, null: still
     */
    public record Placement(@Nullable String parent, LocalDate from, @Nullable LocalDate until) {

        boolean holdsOn(LocalDate day) {
            return !day.isBefore(from) && (until == null || !day.isAfter(until));
        }
    }

    public Area {
        placements = List.copyOf(placements);
    }

    public boolean isGrid() {
        return level.equals(GRID);
    }

    public boolean isDistrict() {
        return level.equals(DISTRICT);
    }

    Optional<Placement> placementOn(LocalDate day) {
        return placements.stream().filter(placement -> placement.holdsOn(day)).findFirst();
    }
}
