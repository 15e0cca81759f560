package org.xinju.registry.dwelling;

import java.math.BigDecimal;

import org.jspecify.annotations.Nullable;

/**
 * A dwelling as shown.
 *
 * @param masked whether the address ends at the name of its area
 */
record DwellingView(String id, Dwelling.Status status, Dwelling.Use use, BigDecimal areaM2, int rooms, int beds, boolean tenOrMore,
        @Nullable String landlord, String area, String areaName, boolean grid, boolean masked, String address) {}
