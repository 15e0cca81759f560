/**
 * The closed loop as data ({@code loop/loop.json}, product G3, domain.md 4.2): states, transitions, who may do them, what must be given, what
 * they do to the clock, and the limits per severity.
 *
 * <pre>
 * REPORTED ─accept→ ACCEPTED ─dispatch→ DISPATCHED ─handle→ HANDLED ─feed back→ FED_BACK ─verify→ VERIFIED ─close→ CLOSED
 *     │ reject → REJECTED   ↑ ↑──return───┘    ↑                            │                          │ rate
 *     └ withdraw (also from ACCEPTED, DISPATCHED) → WITHDRAWN └──verify: not so──┘        ACCEPTED ←reopen┘
 * </pre>
 *
 * A case that the grid settles itself goes from ACCEPTED to HANDLED. {@link org.xinju.grid.loop.LoopChecks} refuses a loop in which a case could
 * get stuck; the service does not start with one.
 */
@NullMarked
package org.xinju.grid.loop;

import org.jspecify.annotations.NullMarked;
