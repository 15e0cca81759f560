package org.xinju.notification.recipient;

/**
 * Somebody who is written to.
 *
 * @param id of the resident or landlord, code of the enterprise, name of the test target
 */
public record Recipient(Kind kind, String id) {

    /** What a recipient is to the sub-district; all but {@code TEST} are what a sign-in can stand for. */
    public enum Kind {
        RESIDENT,
        LOCAL_RESIDENT,
        LANDLORD,
        ENTERPRISE,
        /** Somebody from configuration who receives test messages. */
        TEST
    }

    /** As one text, for indexes, paths and parameters: {@code RESIDENT/4f...}. */
    public String key() {
        return kind + "/" + id;
    }
}
