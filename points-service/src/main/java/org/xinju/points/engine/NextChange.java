package org.xinju.points.engine;

import java.math.BigDecimal;
import java.time.LocalDate;

/**
 * The next change that comes by itself if nothing new is stated: from this day on the indicator gives these points, its own cap applied.
 */
public record NextChange(LocalDate on, BigDecimal points) {}
