package org.xinju.grid.population;

import java.util.List;

import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

import org.xinju.events.Rejection;
import org.xinju.events.Rule;
import org.xinju.grid.area.Area;
import org.xinju.grid.area.Areas;
import org.xinju.web.Caller;
import org.xinju.web.RejectedException;
import org.xinju.web.Role;

/** Tells how many people live where: everybody without the numbers that could point at one person, staff of the area exactly. */
@RestController
@RequestMapping("/api/grid/populations")
class PopulationController {

    static final Rule AREA = Rule.unknown("area-unknown", "product R1");

    private static final Role[] STAFF = {Role.GRID_WORKER, Role.GRID_LEADER, Role.DISTRICT_CHIEF, Role.COMMAND_ROOM};

    private final Populations populations;
    private final Areas areas;

    PopulationController(Populations populations, Areas areas) {
        this.populations = populations;
        this.areas = areas;
    }

    /**
     * @param registered registered and present: {@code 623}; {@code <5} from 1 to 4
     * @param pending waiting to be confirmed, written alike
     * @param withheld areas inside whose numbers are too small to be told and are not in the sum
     */
    record Told(String area, String name, String level, String registered, String pending, long withheld) {}

    /** @param counted the areas that the sum was made of, those without anybody left out */
    record Exact(String area, String name, String level, int registered, int pending, List<Part> counted) {}

    record Part(String area, String name, int registered, int pending) {}

    /** For everybody. */
    @GetMapping
    Told told(@RequestParam String area) {
        var asked = known(area);
        var inside = areas.today().below(area).stream().map(Area::id).toList();
        var found = populations.find(inside);
        if (inside.size() == 1) {
            var only = found.getOrDefault(area, Population.NONE);
            return new Told(area, asked.name(), asked.level(), Population.told(only.registered()), Population.told(only.pending()), 0);
        }
        var sum = found.values().stream().map(Population::tellable).reduce(Population.NONE, Population::plus);
        var withheld = found.values().stream().filter(part -> !part.tellable().equals(part)).count();
        return new Told(area, asked.name(), asked.level(), Population.told(sum.registered()), Population.told(sum.pending()), withheld);
    }

    /** For staff of the area. */
    @GetMapping("/{area}")
    Exact exact(Caller caller, @PathVariable String area) {
        caller.require(STAFF);
        caller.requireScope(areas.today().within(area));
        var asked = known(area);
        var tree = areas.today();
        var found = populations.find(tree.below(area).stream().map(Area::id).toList());
        var sum = found.values().stream().reduce(Population.NONE, Population::plus);
        var parts = found.entrySet().stream().filter(part -> !part.getValue().equals(Population.NONE))
                .map(part -> new Part(part.getKey(), tree.name(part.getKey()), part.getValue().registered(), part.getValue().pending()))
                .sorted(java.util.Comparator.comparing(Part::area)).toList();
        return new Exact(area, asked.name(), asked.level(), sum.registered(), sum.pending(), parts);
    }

    private Area known(String area) {
        return areas.today().find(area).orElseThrow(() -> new RejectedException(List.of(Rejection.of(AREA, area).at("area"))));
    }
}
