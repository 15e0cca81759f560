package org.xinju.registry.identity;

import java.text.Normalizer;

/** Undoes what keyboards and spreadsheets do to a value. */
public final class Typed {

    private Typed() {}

    /** Full-width characters to plain ones, all kinds of blanks to one blank, ends trimmed, a leading apostrophe of a spreadsheet removed. */
    public static String plain(String raw) {
        var text = Normalizer.normalize(raw, Normalizer.Form.NFKC).replaceAll("[\\p{Z}\\s\\uFEFF\\u200B]+", " ").strip();
        return text.startsWith("'") || text.startsWith("\u2018") || text.startsWith("\u2019") ? text.substring(1).strip() : text;
    }

    /** As {@link #plain}, without any blanks. */
    public static String compact(String raw) {
        return plain(raw).replace(" ", "");
    }
}
