/**
 * Ways to a threshold: what a resident can do, and on which day it is enough.
 *
 * <p>Start with {@link org.xinju.points.way.Ways#of}. The policy says what can be done ({@link org.xinju.points.policy.Step}) and what it
 * takes; what comes of it is asked of the engine, with the facts that would be known then, day by day. So a {@link org.xinju.points.way.Way}
 * is exact: done as it says, it reaches the threshold on the day it says and not before. Which steps are tried together is a choice, made in
 * {@code Search}. Where nothing leads there, that is the answer, with the most that can be had.
 */
@NullMarked
package org.xinju.points.way;

import org.jspecify.annotations.NullMarked;
