package org.xinju.privacy;

import java.util.Locale;

/**
 * What a blind index is for. Each purpose has a keyset of its own and its name goes into every index value, so values of two purposes
 * cannot be compared. A constant may be added but never renamed.
 */
public enum IndexPurpose {
    /** Find one person by the whole ID number; also keeps the number unique. */
    ID_NUMBER,
    /** Find persons by the whole telephone number. */
    PHONE,
    /** Find persons by the whole name, for duplicates and for search within one's area. */
    NAME;

    /** The name of its keyset file in the key folder. */
    String fileName() {
        return "index-" + name().toLowerCase(Locale.ROOT).replace('_', '-') + ".json";
    }
}
