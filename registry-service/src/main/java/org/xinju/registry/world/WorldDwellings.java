package org.xinju.registry.world;

import java.math.BigDecimal;

import org.jspecify.annotations.Nullable;

import org.xinju.registry.dwelling.Dwelling;

/** The dwellings of a made-up world, in plain. */
final class WorldDwellings {

    private final long seed;
    private final Streets streets;

    WorldDwellings(long seed, Streets streets) {
        this.seed = seed;
        this.streets = streets;
    }

    /** @param rooms whether those who live there write the number of their room behind the address */
    record Planned(Dwelling.Status status, String address, boolean rooms, Dwelling.Particulars particulars, @Nullable String landlord) {}

    Planned planned(int d) {
        var draws = new Draws(seed, "dwelling", d);
        var status = draws.chance(30) ? Dwelling.Status.PENDING : Dwelling.Status.REGISTERED;
        var landlord = draws.chance(50) ? null : WorldIds.landlord(seed, d / 3);
        var grid = WorldIds.gridOfDwelling(seed, d);
        if (draws.chance(30)) {
            return new Planned(status, streets.vague(grid, draws), false, house(draws), landlord);
        }
        var building = streets.building(grid, draws);
        if (building.range().street().contains("宿舍")) {
            return new Planned(status, building.text(), true, dormitory(draws), null);
        }
        if (!building.range().unit().equals("号")) {
            return new Planned(status, building.text() + " " + room(draws, 6), false, flat(draws), landlord);
        }
        return new Planned(status, building.text() + (draws.chance(700) ? "附" + (1 + draws.below(90)) + "号" : ""), true, house(draws), landlord);
    }

    /** Where a person in this dwelling says to live. */
    static String addressOf(Planned dwelling, Draws draws) {
        return dwelling.rooms() ? dwelling.address() + " " + room(draws, 3) : dwelling.address();
    }

    private static String room(Draws draws, int floors) {
        return 1 + draws.below(floors) + "0" + (1 + draws.below(8)) + "室";
    }

    private static Dwelling.Particulars house(Draws draws) {
        var use = draws.chance(60) ? Dwelling.Use.SHOP_HOUSE : Dwelling.Use.RURAL_HOUSE;
        var many = draws.chance(120);
        var rooms = many ? 8 + draws.below(10) : 3 + draws.below(5);
        return new Dwelling.Particulars(use, area(draws, rooms * 14), rooms, many ? 10 + draws.below(12) : WorldIds.PEOPLE_PER_DWELLING + draws.below(5));
    }

    private static Dwelling.Particulars flat(Draws draws) {
        var rooms = 2 + draws.below(3);
        return new Dwelling.Particulars(draws.chance(80) ? Dwelling.Use.PUBLIC_RENTAL : Dwelling.Use.COMMODITY_FLAT, area(draws, 25 + rooms * 22), rooms,
                WorldIds.PEOPLE_PER_DWELLING + draws.below(2));
    }

    private static Dwelling.Particulars dormitory(Draws draws) {
        var rooms = 12 + draws.below(30);
        return new Dwelling.Particulars(Dwelling.Use.DORMITORY, area(draws, rooms * 22), rooms, rooms * (2 + draws.below(3)));
    }

    /** About so many square metres, with two places. */
    private static BigDecimal area(Draws draws, int about) {
        return BigDecimal.valueOf(about * 80L + draws.below(about * 40), 2);
    }
}
