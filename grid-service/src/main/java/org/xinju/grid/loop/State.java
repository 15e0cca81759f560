package org.xinju.grid.loop;

import java.util.Locale;

/**
 * Where a case stands.
 *
 * @param start where every case begins
 * @param end a case may stay here for good
 */
public record State(String code, String zh, String en, boolean start, boolean end) {

    public String name(Locale locale) {
        return locale.getLanguage().equals(Locale.ENGLISH.getLanguage()) ? en : zh;
    }
}
