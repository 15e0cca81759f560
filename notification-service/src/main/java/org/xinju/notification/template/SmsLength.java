package org.xinju.notification.template;

/**
 * How long an SMS is. Counted as providers in China count: every character takes two bytes (UCS-2), so 70 fit into one message, and 67 into each
 * part of a longer one, because the parts carry how they belong together (3GPP TS 23.040, 9.2.3.24.1).
 *
 * @param characters UTF-16 units
 */
public record SmsLength(int characters, int parts) {

    static final int ONE = 70;
    static final int PART = 67;

    public static SmsLength of(String text) {
        var characters = text.length();
        return new SmsLength(characters, characters <= ONE ? 1 : (characters + PART - 1) / PART);
    }
}
