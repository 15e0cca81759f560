package org.xinju.grid.unit;

import java.util.List;

/**
 * Somebody who can be given a case.
 *
 * @param code of a department, or id of the district or grid
 * @param within of a district or grid, from the sub-district down; empty for a department
 */
public record Unit(String code, Level level, List<String> within) {

    public Unit {
        within = List.copyOf(within);
    }
}
