package org.xinju.points.engine;

/**
 * A number or level that went into a line, in plain data and never personal: an age in years, not a date of birth.
 *
 * @param fact kind of fact it was taken from
 * @param name what it is: a constant of this type, or the code of an amount
 */
public record Input(String fact, String name, String value) {
    public static final String AGE_YEARS = "age-years";
    public static final String FULL_MONTHS = "full-months";
    public static final String CONTINUOUS_MONTHS = "continuous-months";
    public static final String COUNT = "count";
    public static final String LEVEL = "level";
}
