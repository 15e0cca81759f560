package org.xinju.grid.unit;

/** The three platforms of handling (domain.md 0): the grid settles what it can, the district coordinates, departments enforce. */
public enum Level { GRID, DISTRICT, DEPARTMENT }
