/**
 * Who can be given a case: the departments, as data ({@code units/departments.json}), a district or a grid. A member of a department carries the
 * department's code among the areas of the token, so a unit is a scope like an area.
 */
@NullMarked
package org.xinju.grid.unit;

import org.jspecify.annotations.NullMarked;
