/**
 * How many people of an area get how many points for what. Nothing is added up from events: the write that changes an account leaves a mark
 * for the area it is counted in ({@link org.xinju.events.Marks}), and an area is counted anew from its accounts, so that the work is in what has
 * changed and a number cannot drift. Each area has numbers of its own for each month in which it was counted; larger areas are sums.
 */
@NullMarked
package org.xinju.points.statistics;

import org.jspecify.annotations.NullMarked;
