package org.xinju.grid.population;

/** How somebody counts. */
enum Presence {
    /** Registered and here. */
    REGISTERED,
    /** Has registered and waits to be confirmed. */
    PENDING,
    /** Has left. */
    ABSENT
}
