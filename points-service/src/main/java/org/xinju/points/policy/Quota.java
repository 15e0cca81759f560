package org.xinju.points.policy;

import java.math.BigDecimal;

/**
 * An award that only so many people may get. The document that owns the quota gives each fact its place and says how many places there are;
 * the rule is here so that the resident can read it (domain.md D10: at most 1 % of last year's migrants).
 *
 * @param share of the people counted, between 0 and 1
 * @param of what is counted
 */
public record Quota(BigDecimal share, Names of) {
    /** The running number of this award within the year, from 1. */
    public static final String PLACE = "place";
    /** How many awards the year has. */
    public static final String PLACES = "places";
}
