package org.xinju.grid.unit;

import java.util.List;
import java.util.Locale;

import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Lists the departments: public. Districts and grids are units too, they stand among the areas. */
@RestController
@RequestMapping("/api/grid/units")
class UnitController {

    private final Units units;

    UnitController(Units units) {
        this.units = units;
    }

    record View(String code, Level level, String name) {}

    record Departments(List<View> items) {}

    @GetMapping
    Departments list(Locale locale) {
        return new Departments(units.departments().stream().map(d -> new View(d.code(), Level.DEPARTMENT, d.name(locale))).toList());
    }
}
