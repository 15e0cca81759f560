package org.xinju.notification.message;

/** How much a message hurries. Each lane has workers of its own, so a later one never stands in the way of an earlier one. */
public enum Lane {
    /** Codes, dangers: at any hour, whatever is muted. */
    URGENT,
    /** What concerns one person. */
    NORMAL,
    /** The same to many. */
    BULK
}
