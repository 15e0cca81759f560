package org.xinju.registry.identity;

import java.util.regex.Pattern;

import org.xinju.events.Rule;

/** A person's name as in the document: Han characters (rare ones too) with a middle dot where a name has parts, or Latin letters. */
public record PersonName(String text) {

    public static final Rule MISSING = Rule.invalid("name-missing", "Zhejiang residence regulation art. 29");
    public static final Rule NOT_A_NAME = Rule.invalid("name-format", "Zhejiang residence regulation art. 29: the name in the document");

    private static final Pattern HAN = Pattern.compile("[\\p{IsHan}\uE000-\uF8FF]{1,30}(?:·[\\p{IsHan}]{1,30}){0,8}");
    private static final Pattern LATIN = Pattern.compile("[\\p{IsLatin}][\\p{IsLatin}\\p{M}'’. -]{1,79}");

    public static Parsed<PersonName> parse(String raw) {
        var text = Typed.plain(raw);
        if (text.isEmpty()) {
            return Parsed.refused(MISSING);
        }
        var dotted = text.replaceAll("[•・．∙⋅·‧]", "·");
        var joined = dotted.replaceAll("(?<=[\\p{IsHan}·]) | (?=[\\p{IsHan}·])", "");
        return HAN.matcher(joined).matches() || LATIN.matcher(joined).matches()
                ? Parsed.of(new PersonName(joined)) : Parsed.refused(NOT_A_NAME);
    }

    @Override
    public String toString() {
        return "PersonName";
    }
}
