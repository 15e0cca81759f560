package org.xinju.web;

import java.util.Arrays;
import java.util.Locale;

import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;

import org.xinju.events.Rejection;

/** The words of refusals, in the reader's language. */
public final class Words {

    private final MessageSource bundles;

    Words(MessageSource bundles) {
        this.bundles = bundles;
    }

    /** What a rejection says; the rule's code where its words are missing. */
    public String of(Rejection rejection, Locale locale) {
        return of("rule." + rejection.rule().code(), locale, rejection.arguments().toArray());
    }

    /** The words under a key; the key itself where they are missing. */
    public String of(String key, Locale locale, Object... arguments) {
        return bundles.getMessage(key, plain(arguments), key, locale) instanceof String words ? words : key;
    }

    /** Numbers and dates as they are written in the API, without a locale's separators. */
    private static Object[] plain(Object... arguments) {
        return Arrays.stream(arguments).map(String::valueOf).toArray();
    }

    /** What the reader can do next; null where there is nothing to add. */
    @Nullable String nextStep(String code, Locale locale) {
        return bundles.getMessage("rule." + code + ".next", null, null, locale);
    }
}
