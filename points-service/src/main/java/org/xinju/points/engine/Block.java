package org.xinju.points.engine;

import java.time.LocalDate;

import org.jspecify.annotations.Nullable;

/**
 * Why the points cannot be used for the time being, although they are computed.
 *
 * @param indicator code of the indicator that freezes or vetoes
 * @param fact id of the fact
 * @param endsOn first day on which it does not block any more; null: as long as the fact holds
 */
public record Block(Kind kind, String indicator, String fact, @Nullable LocalDate endsOn) {

    /** A freeze suspends the use of points; a veto rules out every application. */
    public enum Kind { FREEZE, VETO }
}
