package org.xinju.privacy;

import java.util.Locale;

/**
 * What kind of personal data a sealed field holds. Each class has a keyset of its own, so a service can be given the names without the ID
 * numbers. The constant's name is part of every sealed value: a constant may be added but never renamed.
 */
public enum FieldClass {
    /** Names of persons, as they stand in the document. */
    NAME,
    /** Citizen ID numbers, passport and permit numbers. */
    ID_NUMBER,
    /** Telephone numbers. */
    PHONE,
    /** Dates of birth. */
    BIRTH_DATE,
    /** The text of an address below the community: road, house, room. */
    ADDRESS,
    /** The bytes of a file that shows a person or a document. */
    FILE,
    /** E-mail addresses. */
    EMAIL,
    /** One-time codes on their way to a phone: who reads one can bind a sign-in. */
    CODE,
    /** What people write in their own words: a name or a number may stand in it. */
    TEXT;

    /** The name of its keyset file in the key folder. */
    String fileName() {
        return "sealing-" + code() + ".json";
    }

    /** As written in configuration: {@code id-number}. */
    String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
