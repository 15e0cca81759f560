package org.xinju.registry.area;

import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

/** The areas as they belonged together on one day. */
public final class AreaTree {

    private final Map<String, Area> areas = new HashMap<>();
    private final Map<String, String> parents = new HashMap<>();
    private final Map<String, List<Area>> children = new HashMap<>();
    private final List<Area> roots = new ArrayList<>();

    public AreaTree(Collection<Area> all, LocalDate day) {
        for (var area : all) {
            area.placementOn(day).ifPresent(placement -> {
                areas.put(area.id(), area);
                var parent = placement.parent();
                if (parent == null) {
                    roots.add(area);
                } else {
                    parents.put(area.id(), parent);
                    children.computeIfAbsent(parent, _ -> new ArrayList<>()).add(area);
                }
            });
        }
    }

    public Optional<Area> find(String id) {
        return Optional.ofNullable(areas.get(id));
    }

    public Area get(String id) {
        return find(id).orElseThrow(() -> new NoSuchElementException("no area " + id + " on that day"));
    }

    public Collection<Area> all() {
        return areas.values();
    }

    public List<Area> roots() {
        return roots;
    }

    public List<Area> children(String id) {
        return children.getOrDefault(id, List.of());
    }

    public Optional<String> parent(String id) {
        return Optional.ofNullable(parents.get(id));
    }

    /** Ids from the top down to the area itself: whoever works for one of them has the area in scope. */
    public List<String> within(String id) {
        var ids = new ArrayDeque<String>();
        for (@Nullable String at = id; at != null; at = parents.get(at)) {
            ids.addFirst(at);
            if (ids.size() > areas.size()) {
                throw new IllegalStateException("area " + id + " lies inside itself");
            }
        }
        return List.copyOf(ids);
    }

    /** {@code 330206004/PQ01/C001/G005}. */
    public String path(String id) {
        return String.join("/", within(id));
    }

    /** The lowest area that all of these lie in, or are. */
    Optional<Area> common(List<Area> some) {
        var shared = new ArrayList<>(within(some.getFirst().id()));
        some.forEach(area -> shared.retainAll(within(area.id())));
        return shared.isEmpty() ? Optional.empty() : find(shared.getLast());
    }
}
