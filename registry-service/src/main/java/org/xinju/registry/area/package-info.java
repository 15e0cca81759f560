/**
 * Areas: sub-district, districts, villages and communities, grids; any depth. Where an area belongs is dated, so a grid that moves to
 * another district leaves its history true. Grids own ranges of house numbers; {@link org.xinju.registry.area.AddressResolver} finds the grid
 * of an address, or the lowest area that is certain, never a guess.
 */
@NullMarked
package org.xinju.registry.area;

import org.jspecify.annotations.NullMarked;
