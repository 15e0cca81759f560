package org.xinju.privacy;

import java.util.Base64;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/**
 * Personal data that only a holder of the key can read. Safe to store, to send and to hand on; in JSON it is one string.
 *
 * <p>Two sealings of the same plain text differ, so {@code equals} says nothing about what is inside: to see whether a field has changed,
 * open it and compare, or compare blind index values.
 *
 * @param text the sealed bytes in base64 (URL alphabet, no padding)
 */
public record Sealed(@JsonValue String text) {

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public Sealed {
        if (text.isEmpty() || !isBase64(text)) {
            // Perhaps somebody passed a plain value by mistake: the message does not repeat it.
            throw new IllegalArgumentException("this is not a sealed value");
        }
    }

    static Sealed of(byte[] bytes) {
        return new Sealed(Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
    }

    byte[] bytes() {
        return Base64.getUrlDecoder().decode(text);
    }

    /** Says that something is sealed here and nothing else: this ends up in logs. */
    @Override
    public String toString() {
        return "Sealed";
    }

    private static boolean isBase64(String text) {
        try {
            return Base64.getUrlDecoder().decode(text).length > 0;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
