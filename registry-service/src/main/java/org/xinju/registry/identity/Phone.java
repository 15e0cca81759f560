package org.xinju.registry.identity;

import java.util.regex.Pattern;

import org.xinju.events.Rule;

/**
 * A telephone number: a mobile (11 digits, stored without 0, 86 or +86) or a landline (area code and number; it gets no SMS).
 *
 * @param number digits only
 */
public record Phone(String number, Kind kind) {

    /** What can be done with a number. */
    public enum Kind { MOBILE, LANDLINE }

    public static final Rule FORMAT = Rule.invalid("phone-format", "domain facts 5: mobile and landline numbers");
    public static final Rule LENGTH = Rule.invalid("phone-length", "domain facts 5: a mobile has 11 digits");
    public static final Rule MISSING = Rule.invalid("phone-missing", "product R3: found by phone, reached by SMS");

    private static final int MOBILE_DIGITS = 11;
    private static final Pattern MOBILE = Pattern.compile("(?:\\+?86|0)?(1[3-9][0-9]{9})");
    private static final Pattern LANDLINE = Pattern.compile("(?:\\+?86)?(0[1-9][0-9]{1,2}[2-8][0-9]{6,7})");

    public static Parsed<Phone> parse(String raw) {
        var digits = Typed.compact(raw).replaceAll("[-()./]", "").replaceFirst("^00(?=86)", "+");
        if (digits.isEmpty()) {
            return Parsed.refused(MISSING);
        }
        var mobile = MOBILE.matcher(digits);
        if (mobile.matches()) {
            return Parsed.of(new Phone(mobile.group(1), Kind.MOBILE));
        }
        var landline = LANDLINE.matcher(digits);
        if (landline.matches()) {
            return Parsed.of(new Phone(landline.group(1), Kind.LANDLINE));
        }
        return digits.matches("1[0-9]+") && digits.length() != MOBILE_DIGITS ? Parsed.refused(LENGTH, digits.length()) : Parsed.refused(FORMAT);
    }

    @Override
    public String toString() {
        return "Phone[" + kind + "]";
    }
}
