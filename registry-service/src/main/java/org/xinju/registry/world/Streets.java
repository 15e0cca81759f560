package org.xinju.registry.world;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.xinju.registry.area.AddressRange;
import org.xinju.registry.area.Area;

/** Addresses that lie in the grids of the areas. */
final class Streets {

    private static final List<String> PREFIXES = List.of("", "", "大碶街道", "宁波市北仑区大碶街道", "北仑区大碶");
    private static final List<String> VAGUE = List.of("公交站旁", "菜场后面", "老桥头", "小店楼上");

    /** A grid and the community it lies in. */
    private record Grid(Area community, List<AddressRange> ranges) {}

    /** A numbered building. @param range the house numbers it is one of */
    record Building(String text, AddressRange range, int number) {}

    private final List<Grid> grids = new ArrayList<>();
    private final Map<String, Integer> highest = new HashMap<>();

    Streets(List<Area> areas) {
        var byId = new HashMap<String, Area>();
        areas.forEach(area -> byId.put(area.id(), area));
        areas.stream().filter(area -> area.level() == Area.Level.GRID).sorted(Comparator.comparing(Area::id)).forEach(grid -> {
            var community = byId.get(grid.placements().getLast().parent());
            if (community == null) {
                throw new IllegalArgumentException("grid " + grid.id() + " lies in no community");
            }
            grids.add(new Grid(community, grid.ranges()));
            grid.ranges().forEach(range -> highest.merge(community.id(), range.to(), Math::max));
        });
    }

    int grids() {
        return grids.size();
    }

    /** A building that is found in the grid by its address. */
    Building building(int grid, Draws draws) {
        var ranges = grids.get(grid).ranges();
        var range = ranges.get(draws.below(ranges.size()));
        var number = range.from() + draws.below(range.to() - range.from() + 1);
        if (range.parity() != AddressRange.Parity.ALL && (number % 2 == 1) != (range.parity() == AddressRange.Parity.ODD)) {
            number += number < range.to() ? 1 : -1;
        }
        var street = range.street().isEmpty() ? "" : range.street();
        return new Building(community(grid, draws) + " " + street + number + range.unit(), range, number);
    }

    /** An address of which nobody can tell the grid: without a number, with one that does not exist, or without a community. */
    String vague(int grid, Draws draws) {
        return switch (draws.below(3)) {
            case 0 -> community(grid, draws) + " " + draws.pick(VAGUE);
            case 1 -> community(grid, draws) + " " + (most(grid) + 1 + draws.below(300)) + "号";
            default -> "大碶街道沿街出租房 " + draws.pick(VAGUE);
        };
    }

    private int most(int grid) {
        return highest.getOrDefault(grids.get(grid).community().id(), 0);
    }

    private String community(int grid, Draws draws) {
        var community = grids.get(grid).community();
        var names = new ArrayList<>(List.of(community.name()));
        names.addAll(community.aliases());
        return draws.pick(PREFIXES) + draws.pick(names);
    }
}
