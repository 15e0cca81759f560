package org.xinju.points.engine;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/**
 * The rounding rule, stated once: the sum of one indicator is rounded to two decimals, half up, after everything in it is added; nothing is
 * rounded before and nothing after, because caps, sums and differences of two-decimal numbers are exact.
 */
public final class Points {

    public static final BigDecimal ZERO = new BigDecimal("0.00");

    /** For divisions inside an indicator, far finer than the rounding that follows. */
    static final MathContext EXACT = MathContext.DECIMAL128;

    private Points() {}

    public static BigDecimal round(BigDecimal exact) {
        return exact.setScale(2, RoundingMode.HALF_UP);
    }
}
