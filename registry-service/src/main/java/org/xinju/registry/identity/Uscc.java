package org.xinju.registry.identity;

import java.util.Locale;

import org.xinju.events.Rule;

/**
 * Unified social credit code (GB 32100): 18 characters of 0-9 and A-Z without I, O, S, V, Z; the last is a check character, and so is the
 * last of the nine-character organisation code inside (GB 11714). Lower case is accepted and stored in capitals.
 */
public record Uscc(String code) {

    public static final Rule FORMAT = Rule.invalid("uscc-format", "GB 32100");
    public static final Rule CHECK = Rule.invalid("uscc-check", "GB 32100, GB 11714");

    private static final String ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY";
    private static final int[] ORGANISATION_WEIGHTS = {3, 7, 9, 10, 5, 8, 4, 2};

    public static Parsed<Uscc> parse(String raw) {
        var code = Typed.compact(raw).toUpperCase(Locale.ROOT);
        if (code.length() != 18 || !code.chars().allMatch(c -> ALPHABET.indexOf(c) >= 0) || !code.substring(2, 8).matches("[0-9]{6}")) {
            return Parsed.refused(FORMAT);
        }
        return code.charAt(17) == checkCharacter(code) && code.charAt(16) == organisationCheck(code.substring(8, 16))
                ? Parsed.of(new Uscc(code)) : Parsed.refused(CHECK);
    }

    static char checkCharacter(String code) {
        var sum = 0;
        var weight = 1;
        for (var i = 0; i < 17; i++) {
            sum += ALPHABET.indexOf(code.charAt(i)) * weight;
            weight = weight * 3 % 31;
        }
        return ALPHABET.charAt((31 - sum % 31) % 31);
    }

    /** Letters count from 10; 10 is written X and 11 as 0. */
    private static char organisationCheck(String organisation) {
        var sum = 0;
        for (var i = 0; i < ORGANISATION_WEIGHTS.length; i++) {
            sum += Character.digit(organisation.charAt(i), 36) * ORGANISATION_WEIGHTS[i];
        }
        var check = 11 - sum % 11;
        return check == 10 ? 'X' : check == 11 ? '0' : (char) ('0' + check);
    }
}
