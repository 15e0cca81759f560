package org.xinju.registry.identity;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.Period;
import java.util.Locale;

import org.xinju.events.Rule;

/**
 * A citizen ID number (GB 11643): 6 digits area, 8 birth date, 3 sequence (odd: male), 1 check character (ISO 7064 MOD 11-2). The area is
 * not checked against the division list, because the list changes and the numbers stay.
 */
public record CitizenId(String number) {

    public static final Rule MISSING = Rule.invalid("id-number-missing", "Zhejiang residence regulation art. 29");
    public static final Rule LENGTH = Rule.invalid("id-number-length", "GB 11643");
    public static final Rule CHARACTERS = Rule.invalid("id-number-characters", "GB 11643");
    public static final Rule BIRTH_DATE = Rule.invalid("id-number-birth-date", "GB 11643");
    public static final Rule CHECK = Rule.invalid("id-number-check", "GB 11643, ISO 7064 MOD 11-2");

    private static final int[] WEIGHTS = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};
    private static final String CHECK_CHARACTERS = "10X98765432";

    /** @param today no birth date lies after it */
    public static Parsed<CitizenId> parse(String raw, LocalDate today) {
        var number = Typed.compact(raw).replace("-", "").toUpperCase(Locale.ROOT);
        if (number.isEmpty()) {
            return Parsed.refused(MISSING);
        }
        if (number.length() != 18) {
            return Parsed.refused(LENGTH, number.length());
        }
        if (!number.matches("[0-9]{17}[0-9X]")) {
            return Parsed.refused(CHARACTERS);
        }
        if (number.charAt(17) != checkCharacter(number)) {
            return Parsed.refused(CHECK);
        }
        try {
            var born = birthDate(number);
            return born.isAfter(today) || born.getYear() < 1850 ? Parsed.refused(BIRTH_DATE) : Parsed.of(new CitizenId(number));
        } catch (DateTimeException e) {
            return Parsed.refused(BIRTH_DATE);
        }
    }

    static char checkCharacter(String number) {
        var sum = 0;
        for (var i = 0; i < WEIGHTS.length; i++) {
            sum += (number.charAt(i) - '0') * WEIGHTS[i];
        }
        return CHECK_CHARACTERS.charAt(sum % 11);
    }

    private static LocalDate birthDate(String number) {
        return LocalDate.of(Integer.parseInt(number.substring(6, 10)), Integer.parseInt(number.substring(10, 12)),
                Integer.parseInt(number.substring(12, 14)));
    }

    public LocalDate birthDate() {
        return birthDate(number);
    }

    public Sex sex() {
        return (number.charAt(16) - '0') % 2 == 1 ? Sex.MALE : Sex.FEMALE;
    }

    /** Age in full years on a day. */
    public int ageOn(LocalDate day) {
        return Period.between(birthDate(), day).getYears();
    }

    /** Never the number: this ends up in logs. */
    @Override
    public String toString() {
        return "CitizenId";
    }
}
