package org.xinju.registry.area;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;

import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

import org.xinju.events.Rule;
import org.xinju.web.Caller;
import org.xinju.web.Command;
import org.xinju.web.Cursor;
import org.xinju.web.Page;
import org.xinju.web.RejectedException;
import org.xinju.web.Role;

/** The areas: public to read, kept by administrators. */
@RestController
@RequestMapping("/api/registry/areas")
class AreaController {

    static final Rule UNKNOWN = Rule.unknown("area-unknown", "product R1");

    private final Areas areas;
    private final Clock clock;

    AreaController(Areas areas, Clock clock) {
        this.areas = areas;
        this.clock = clock;
    }

    /** @param parent null at the top */
    record View(String id, @Nullable String parent, String path, Area.Level level, String code, String name, boolean madeUp, List<String> ranges) {
        static View of(Area area, AreaTree tree) {
            return new View(area.id(), tree.parent(area.id()).orElse(null), tree.path(area.id()), area.level(), area.code(), area.name(),
                    area.madeUp(), area.ranges().stream().map(AddressRange::written).toList());
        }
    }

    /** Where an address lies; {@code grid} false: only the lowest certain area is known. */
    record Resolution(String area, String name, String path, boolean grid) {}

    record Imported(List<String> changed) {}

    /** All areas on a day, or those inside one. */
    @GetMapping
    Page<View> list(@RequestParam(required = false) @Nullable String parent, @RequestParam(required = false) @Nullable LocalDate on,
            @RequestParam(required = false) @Nullable String cursor, @RequestParam(defaultValue = "200") int limit) {
        var tree = areas.on(on == null ? LocalDate.now(clock) : on);
        var after = Cursor.decode(cursor);
        var found = (parent == null ? tree.all() : tree.children(parent)).stream().filter(a -> a.id().compareTo(after) > 0)
                .sorted(Comparator.comparing(Area::id)).limit(Cursor.limit(limit) + 1L).toList();
        return Page.of(found, limit, Area::id, area -> View.of(area, tree));
    }

    @GetMapping("/{id}")
    View read(@PathVariable String id, @RequestParam(required = false) @Nullable LocalDate on) {
        var tree = areas.on(on == null ? LocalDate.now(clock) : on);
        return tree.find(id).map(area -> View.of(area, tree)).orElseThrow(() -> RejectedException.of(UNKNOWN, id));
    }

    @GetMapping("/resolutions")
    Resolution resolve(@RequestParam String address) {
        var found = areas.resolve(address);
        return new Resolution(found.area().id(), found.area().name(), areas.today().path(found.area().id()), found.grid());
    }

    @GetMapping(value = "/export", produces = "text/csv;charset=UTF-8")
    String export() {
        return AreaCsv.write(areas.all());
    }

    /** Adds and changes areas; a placement that ends is written with its last day and followed by the next. */
    @PostMapping(value = "/imports", consumes = {"text/csv", MediaType.TEXT_PLAIN_VALUE})
    Imported importCsv(Caller caller, Command command, @RequestBody String csv) {
        caller.require(Role.ADMINISTRATOR);
        return new Imported(areas.importCsv(csv, command.cause(csv, 200)));
    }
}
