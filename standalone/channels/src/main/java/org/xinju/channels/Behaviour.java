package org.xinju.channels;

import java.net.URI;

import org.jspecify.annotations.Nullable;

/**
 * How the simulated providers behave.
 *
 * @param sms to SMS
 * @param mail to mails; {@code DROP_ANSWER} and {@code LIMIT} mean {@code FAIL} there
 * @param times how many messages are treated so before all is well again; 0: until told otherwise
 * @param delayMillis before a {@code SLOW} answer
 * @param receipt what becomes of an SMS
 * @param receiptsTo where receipts are posted to; null: nowhere
 */
public record Behaviour(Mode sms, Mode mail, int times, int delayMillis, Receipt receipt, @Nullable URI receiptsTo) {

    /** What happens to a message that is handed in. */
    public enum Mode {
        /** Taken and answered. */
        OK,
        /** Not taken: 503, 451. */
        FAIL,
        /** Refused for good: 422, 550. */
        REFUSE,
        /** Taken, answered late. */
        SLOW,
        /** Taken, but the connection breaks before the answer. */
        DROP_ANSWER,
        /** Not taken: 429, again in a second. */
        LIMIT
    }

    /** What the receipt says; {@code NONE}: there is no receipt. */
    public enum Receipt { DELIVERED, UNDELIVERED, NONE }

    static Behaviour good(@Nullable URI receiptsTo) {
        return new Behaviour(Mode.OK, Mode.OK, 0, 500, Receipt.DELIVERED, receiptsTo);
    }
}
