package org.xinju.grid.population;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * What is read of a resident's state: where they live now and whether the registration is confirmed.
 *
 * @param status {@code PENDING}, {@code REGISTERED} or {@code LEFT}
 * @param stays oldest first
 */
record ResidentKnown(String status, List<Stay> stays) {

    /** @param until last day, null: still */
    record Stay(String area, @Nullable String until) {}

    ResidentKnown {
        stays = List.copyOf(stays);
    }

    Counted counted() {
        var area = stays.isEmpty() ? "" : stays.getLast().area();
        return switch (status) {
            case "REGISTERED" -> new Counted(area, Presence.REGISTERED);
            case "PENDING" -> new Counted(area, Presence.PENDING);
            default -> Counted.NOWHERE;
        };
    }
}
