package org.xinju.grid.area;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The areas as they belong together on one day. What is not placed under the top yet, because an event is still to come, is not in it. */
public final class AreaTree {

    private final Map<String, Area> areas = new TreeMap<>();
    private final Map<String, List<String>> within = new HashMap<>();

    public AreaTree(Collection<Area> all, LocalDate day) {
        var placed = new HashMap<String, Area>();
        all.stream().filter(area -> area.placementOn(day).isPresent()).forEach(area -> placed.put(area.id(), area));
        placed.values().forEach(area -> path(area, placed, day).ifPresent(path -> {
            areas.put(area.id(), area);
            within.put(area.id(), path);
        }));
    }

    private static Optional<List<String>> path(Area area, Map<String, Area> placed, LocalDate day) {
        var path = new ArrayList<String>();
        var at = Optional.of(area);
        while (at.isPresent() && path.size() <= placed.size()) {
            path.addFirst(at.get().id());
            var parent = at.get().placementOn(day).map(Area.Placement::parent);
            if (parent.isEmpty()) {
                return Optional.of(List.copyOf(path));
            }
            at = parent.map(placed::get);
        }
        return Optional.empty();
    }

    public Optional<Area> find(String id) {
        return Optional.ofNullable(areas.get(id));
    }

    /** Ids from the top down to the area itself; empty for an area that is not there. */
    public List<String> within(String id) {
        return within.getOrDefault(id, List.of());
    }

    /** The name of an area; its id where it is not there. */
    public String name(String id) {
        return find(id).map(Area::name).orElse(id);
    }

    /** The area and all that lies in it, in the order of ids. */
    public List<Area> below(String id) {
        return areas.values().stream().filter(area -> within(area.id()).contains(id)).toList();
    }

    /** The areas at the top. */
    public List<String> tops() {
        return within.values().stream().filter(path -> path.size() == 1).map(List::getFirst).toList();
    }
}
