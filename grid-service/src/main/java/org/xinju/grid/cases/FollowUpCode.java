package org.xinju.grid.cases;

import java.util.Locale;

import org.jspecify.annotations.Nullable;

import org.xinju.events.Ids;

/**
 * What an anonymous reporter follows a case by: sixteen letters and digits, 80 bits. It follows from a keyed hash of the request, so that a
 * repeated report is answered with the same; the case keeps only a hash of it.
 */
record FollowUpCode(String text) {

    /** Without letters and digits that look alike (Crockford). */
    private static final String ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    private static final int LENGTH = 16;
    private static final int BITS = 5;
    /** The low end of a UUID's first half holds its version, which is always the same. */
    private static final int VERSION_BITS = 16;

    /** @param secret nobody else can make */
    static FollowUpCode from(String secret) {
        var id = Ids.derive("follow-up code", secret);
        var code = new StringBuilder();
        for (var half : new long[] {id.getMostSignificantBits() >>> VERSION_BITS, id.getLeastSignificantBits()}) {
            for (var i = 0; i < LENGTH / 2; i++) {
                code.append(ALPHABET.charAt((int) (half >>> i * BITS) & ALPHABET.length() - 1));
            }
        }
        return new FollowUpCode(code.toString());
    }

    /** As somebody typed it: hyphens, blanks and small letters do no harm. */
    static @Nullable FollowUpCode typed(@Nullable String typed) {
        return typed == null ? null : new FollowUpCode(typed.replaceAll("[\\s-]", "").toUpperCase(Locale.ROOT));
    }

    /** For people: {@code 4F7K-9MZ2-...}. */
    String written() {
        return text.replaceAll("(.{4})(?=.)", "$1-");
    }

    String hash(String caseId) {
        return Ids.derive("follow-up", caseId, text).toString();
    }
}
