package org.xinju.points.policy;

import java.util.Locale;

/** What people call a thing, in both languages of the service. */
public record Names(String zh, String en) {

    /** The name in the reader's language; Chinese for every language but English. */
    public String in(Locale locale) {
        return locale.getLanguage().equals("en") ? en : zh;
    }
}
