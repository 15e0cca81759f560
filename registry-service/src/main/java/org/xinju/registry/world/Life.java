package org.xinju.registry.world;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;

import org.xinju.registry.resident.Resident;

/**
 * Where somebody has lived since when.
 *
 * @param stays oldest first; the last is in the person's own dwelling
 */
record Life(Resident.Status status, List<Stay> stays) {

    /** The last day of the history. */
    static final LocalDate TODAY = LocalDate.of(2026, 11, 22);

    private static final LocalDate FIRST = LocalDate.of(2013, 1, 1);
    private static final LocalDate LAST_ARRIVAL = LocalDate.of(2026, 10, 31);
    private static final int GROWN_UP = 16;
    private static final int ALL_DWELLINGS = 30_000;

    /**
     * @param until null: still
     * @param dwelling index of a dwelling
     */
    record Stay(LocalDate from, @Nullable LocalDate until, int dwelling) {}

    LocalDate arrival() {
        return stays.getFirst().from();
    }

    /** A grown-up. @param settled has a child here, so has not left */
    static Life of(long seed, int i, LocalDate born, boolean settled) {
        var draws = new Draws(seed, "life", i);
        var home = WorldIds.dwellingOf(i);
        var earliest = born.plusYears(GROWN_UP).isAfter(FIRST) ? born.plusYears(GROWN_UP) : FIRST;
        if (draws.chance(20)) {
            return new Life(Resident.Status.PENDING, List.of(new Stay(draws.day(TODAY.minusDays(60), TODAY), null, home)));
        }
        var stays = new ArrayList<Stay>();
        var at = draws.lateDay(earliest, LAST_ARRIVAL);
        for (var moves = draws.chance(450) ? 1 + draws.below(3) : 0; moves > 0; moves--) {
            var next = draws.day(at.plusDays(40), at.plusDays(900));
            if (next.isAfter(TODAY.minusDays(15))) {
                break;
            }
            var away = draws.chance(120) && !settled ? 20 + draws.below(200) : 0; // left and came back
            stays.add(new Stay(at, next.minusDays(1), elsewhere(home, draws)));
            if (next.plusDays(away).isAfter(TODAY.minusDays(15))) {
                away = 0;
            }
            at = next.plusDays(away);
        }
        if (!settled && draws.chance(75)) {
            stays.add(new Stay(at, draws.day(at.plusDays(10), TODAY), home));
            return new Life(Resident.Status.LEFT, stays);
        }
        stays.add(new Stay(at, null, home));
        return new Life(Resident.Status.REGISTERED, stays);
    }

    /** In the whole sub-district, also where a smaller world has no dwelling: somebody who has moved on needs none there. */
    private static int elsewhere(int home, Draws draws) {
        var dwelling = draws.below(ALL_DWELLINGS);
        return dwelling == home ? home + 1 : dwelling;
    }

    /** A child lives with the parent from birth or arrival on. */
    static Life ofChild(long seed, int i, LocalDate born, Life parent) {
        var draws = new Draws(seed, "life", i);
        var there = parent.stays().getLast().from();
        var registered = born.plusDays(1 + draws.below(40));
        return new Life(parent.status(), List.of(new Stay(registered.isAfter(there) ? registered : there, null, WorldIds.dwellingOf(i))));
    }
}
