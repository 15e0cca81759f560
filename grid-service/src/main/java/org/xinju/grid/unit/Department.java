package org.xinju.grid.unit;

import java.util.Locale;

/** A department of the sub-district, or one that works in it. */
public record Department(String code, String zh, String en) {

    String name(Locale locale) {
        return locale.getLanguage().equals(Locale.ENGLISH.getLanguage()) ? en : zh;
    }
}
