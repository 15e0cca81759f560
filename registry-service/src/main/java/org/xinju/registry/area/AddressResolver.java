package org.xinju.registry.area;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.xinju.registry.identity.Typed;

/** Finds the grid of an address. */
public final class AddressResolver {

    private static final Pattern ABOVE = Pattern.compile("^(浙江省)?(宁波市?)?(北仑区?)?(大碶街道|大碶)?");
    private static final Pattern NUMBER = Pattern.compile("^(\\D*?)(\\d{1,5})(号楼|幢|栋|号)");

    private final AreaTree tree;

    public AddressResolver(AreaTree tree) {
        this.tree = tree;
    }

    /**
     * @param area the grid, or the lowest area that is certain
     * @param grid whether the grid is known; if not, the address goes to the task list of the area
     */
    public record Resolution(Area area, boolean grid) {}

    /** Never a guess: no number, a number out of every range or a name that two communities share leave it to the people of the area above. */
    public Resolution resolve(String address) {
        var text = ABOVE.matcher(Typed.compact(address)).replaceFirst("");
        var named = longestNamed(text);
        if (named.size() == 1 && named.getFirst().area().isCommunity()) {
            var community = named.getFirst().area();
            return grid(community, text.substring(named.getFirst().length())).map(g -> new Resolution(g, true))
                    .orElse(new Resolution(community, false));
        }
        return new Resolution(named.isEmpty() ? top() : tree.common(named.stream().map(Named::area).toList()).orElseGet(this::top), false);
    }

    private record Named(Area area, int length) {}

    /** "灵峰片区" is the district although the community 灵峰 has a shorter name that fits too. */
    private List<Named> longestNamed(String text) {
        var named = tree.all().stream().filter(area -> area.isCommunity() || area.level() == Area.Level.DISTRICT)
                .flatMap(area -> Stream.concat(Stream.of(area.name()), area.aliases().stream()).filter(text::startsWith)
                        .map(name -> new Named(area, name.length())).max(Comparator.comparingInt(Named::length)).stream())
                .toList();
        var longest = named.stream().mapToInt(Named::length).max().orElse(0);
        return named.stream().filter(n -> n.length() == longest).toList();
    }

    private Optional<Area> grid(Area community, String rest) {
        var m = NUMBER.matcher(rest);
        if (!m.find()) {
            return Optional.empty();
        }
        var unit = m.group(3).equals("栋") ? "幢" : m.group(3);
        var number = Integer.parseInt(m.group(2));
        var grids = tree.children(community.id()).stream()
                .filter(grid -> grid.ranges().stream().anyMatch(range -> range.contains(m.group(1), number, unit))).toList();
        return grids.size() == 1 ? Optional.of(grids.getFirst()) : Optional.empty();
    }

    private Area top() {
        return tree.roots().getFirst();
    }
}
