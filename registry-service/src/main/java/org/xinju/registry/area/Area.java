package org.xinju.registry.area;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

/**
 * An area.
 *
 * @param id unique by itself, never reused: {@code 330206004}, {@code PQ01}, {@code C001}, {@code G001}
 * @param code official division code; grids: 12-digit community code and three digits (assumed, GB/T 34300 was not at hand); empty where
 *     there is none
 * @param aliases other names people write in addresses
 * @param madeUp invented for the demonstration world
 * @param placements to whom it belonged when, oldest first, without overlap
 * @param ranges house numbers of a grid inside its community
 */
public record Area(String id, Level level, String code, String name, List<String> aliases, boolean madeUp, List<Placement> placements,
        List<AddressRange> ranges) {

    /** Kinds of areas from the top down. */
    public enum Level { SUB_DISTRICT, DISTRICT, VILLAGE, COMMITTEE, GRID, MICRO_GRID }

    /**
     * @param parent null at the top
     * @param from first day
     * @param until last day, null: still
     */
    public record Placement(@Nullable String parent, LocalDate from, @Nullable LocalDate until) {

        boolean holdsOn(LocalDate day) {
            return !day.isBefore(from) && (until == null || !day.isAfter(until));
        }
    }

    public Area {
        aliases = List.copyOf(aliases);
        placements = List.copyOf(placements);
        ranges = List.copyOf(ranges);
    }

    /** Where it belongs on a day; empty before it existed and after it ended. */
    public Optional<Placement> placementOn(LocalDate day) {
        return placements.stream().filter(p -> p.holdsOn(day)).findFirst();
    }

    boolean isCommunity() {
        return level == Level.VILLAGE || level == Level.COMMITTEE;
    }
}
