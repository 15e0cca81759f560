/**
 * How long a case may take. {@link org.xinju.grid.clock.WorkingTime} counts the hours of working days, {@link org.xinju.grid.clock.Timer}
 * runs, pauses and goes on, and {@link org.xinju.grid.clock.CaseClock} is what resident and staff alike see: a deadline and a colour. Pure: no
 * class here reads a clock. How long is data: {@link org.xinju.grid.clock.Limits}.
 */
@NullMarked
package org.xinju.grid.clock;

import org.jspecify.annotations.NullMarked;
