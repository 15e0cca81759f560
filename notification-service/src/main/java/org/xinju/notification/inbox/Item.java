package org.xinju.notification.inbox;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

import org.xinju.notification.recipient.Recipient;

/**
 * A message as its reader sees it; personal.
 *
 * @param at when that happened which is written about
 * @param event type of the event, so that a page can lead to the matter
 * @param readAt null while unread
 */
record Item(String id, Recipient recipient, @Nullable String subject, String body, Instant at, String event, boolean urgent,
        @Nullable Instant readAt) {

    @Override
    public String toString() {
        return "Item[" + id + "]";
    }
}
