package org.xinju.acceptance.guard;

import java.util.List;

/** Where a visitor stands to the records of the guards, which lie in grid G001 of district PQ01; cases are in the hands of the fire station. */
enum Position {
    NOWHERE,
    GRID("G001"),
    NEIGHBOUR_GRID("G002"),
    DISTRICT("PQ01"),
    OTHER_DISTRICT("PQ02"),
    SUBDISTRICT("330206004"),
    UNIT("DEP-FIRE"),
    OTHER_UNIT("DEP-SAFETY"),
    /** Works nowhere; the sign-in is bound to the resident, the landlord and the enterprise of the records. */
    OWN;

    private final List<String> areas;

    Position(String... areas) {
        this.areas = List.of(areas);
    }

    /** As in tokens. */
    List<String> areas() {
        return areas;
    }
}
