package org.xinju.notification.recipient;

import java.util.Locale;

import com.fasterxml.jackson.annotation.JsonProperty;

/** The languages that people are written to in. */
public enum Language {
    @JsonProperty("zh-CN")
    CHINESE(Locale.SIMPLIFIED_CHINESE),
    @JsonProperty("en")
    ENGLISH(Locale.ENGLISH);

    private final Locale locale;

    Language(Locale locale) {
        this.locale = locale;
    }

    public Locale locale() {
        return locale;
    }

    /** As written in the API: {@code zh-CN}, {@code en}. */
    public String tag() {
        return locale.toLanguageTag();
    }

    /** The language of a reader: English for English, else Chinese. */
    public static Language of(Locale reader) {
        return reader.getLanguage().equals(Locale.ENGLISH.getLanguage()) ? ENGLISH : CHINESE;
    }
}
