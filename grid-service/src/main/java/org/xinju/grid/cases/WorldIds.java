package org.xinju.grid.cases;

import java.util.UUID;

import org.xinju.events.Ids;

/** Who lives where in the made-up world: the formulas of registry-service, with its test values. */
final class WorldIds {

    private static final int GRIDS = 143;
    private static final int PEOPLE_PER_DWELLING = 5;
    private static final int[] CROWDED = {26, 27, 28, 29, 52, 53, 54, 55};
    private static final int SHARES = GRIDS + 5 * CROWDED.length;

    private WorldIds() {}

    static String resident(long seed, int i) {
        return derive(seed, "resident", i).toString();
    }

    /** Id of the grid in which a person lives, or lived last. */
    static String grid(long seed, int i) {
        var share = Math.floorMod(derive(seed, "grid", i / PEOPLE_PER_DWELLING).getLeastSignificantBits(), SHARES);
        return "G%03d".formatted((share < GRIDS ? share : CROWDED[(share - GRIDS) % CROWDED.length]) + 1);
    }

    static UUID derive(long seed, String kind, int index) {
        return Ids.derive("world", Long.toString(seed), kind, Integer.toString(index));
    }
}
