package org.xinju.grid.unit;

import java.io.InputStream;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

import org.xinju.grid.area.Area;
import org.xinju.grid.area.Areas;

/** Finds units by their codes. */
@Component
public class Units {

    private final Map<String, Department> departments = new LinkedHashMap<>();
    private final Areas areas;

    private record File(List<Department> departments) {}

    Units(Areas areas) {
        this.areas = areas;
        InputStream file = Objects.requireNonNull(Units.class.getResourceAsStream("/units/departments.json"));
        JsonMapper.shared().readValue(file, File.class).departments().forEach(d -> departments.put(d.code(), d));
    }

    List<Department> departments() {
        return List.copyOf(departments.values());
    }

    public Optional<Unit> find(String code) {
        return departments.containsKey(code) ? Optional.of(new Unit(code, Level.DEPARTMENT, List.of()))
                : areas.today().find(code).flatMap(this::unit);
    }

    private Optional<Unit> unit(Area area) {
        var within = areas.today().within(area.id());
        return area.isDistrict() ? Optional.of(new Unit(area.id(), Level.DISTRICT, within))
                : area.isGrid() ? Optional.of(new Unit(area.id(), Level.GRID, within)) : Optional.empty();
    }

    /** What a unit is called in the reader's language; areas have one name. */
    public String name(String code, Locale locale) {
        var department = departments.get(code);
        return department == null ? areas.today().name(code) : department.name(locale);
    }
}
