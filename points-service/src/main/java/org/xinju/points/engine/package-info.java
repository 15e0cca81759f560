/**
 * Facts and a policy version and a date make a score. Pure: no clock, no store, no framework; the same three always give the same score.
 *
 * <p>Start with {@link org.xinju.points.engine.Engine#score}. {@link org.xinju.points.engine.Facts} are statements about one resident, in
 * any order, repeated or not; of one fact the newest revision holds. The {@link org.xinju.points.engine.Score} is a list of
 * {@link org.xinju.points.engine.Line lines}: one for each indicator, zero ones included, and one for each limit that bites. Each line says
 * what went in, which facts it rests on, what did not count and why, and when it will change by itself.
 *
 * <p>How one indicator is worked out: {@code Selection} takes the facts inside its window, {@code TimeRules} and {@code AmountRules} apply
 * the rule, {@code IndicatorScore} rounds once and looks ahead, {@code Limits} applies caps in the order indicator, choice, group, tier,
 * whole.
 */
@NullMarked
package org.xinju.points.engine;

import org.jspecify.annotations.NullMarked;
