/**
 * How many people live where. Nothing is incremented: each resident is kept with the area of the present stay (its grid, or the lowest area
 * that is known), and {@link org.xinju.grid.population.Populations} counts an area anew from them. The write that changes where somebody
 * counts leaves a mark for the area left and the area entered in the same document; whoever counts an area clears exactly the marks that were
 * there before it began. So no order, repetition, crash or second replica can leave a number wrong for longer than the next look.
 *
 * <p>Larger areas are sums. Everybody may read them, but a number from 1 to 4 is shown as "&lt;5" and left out of public sums, so that no
 * difference of two numbers tells of one person (product R10).
 */
@NullMarked
package org.xinju.grid.population;

import org.jspecify.annotations.NullMarked;
