package org.xinju.notification.message;

import java.util.LinkedHashMap;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import org.xinju.notification.recipient.ChannelName;

/**
 * Which messages are looked for; null: whatever it is.
 *
 * @param recipient key of the recipient
 * @param event id of the event
 * @param state name of the state
 */
public record MessageFilter(@Nullable String recipient, @Nullable String event, @Nullable String state, @Nullable Reason reason,
        @Nullable ChannelName channel) {

    /** By stored field, the one that leaves the fewest first. */
    Map<String, String> equal() {
        var fields = new LinkedHashMap<String, String>();
        put(fields, "origin.event", event);
        put(fields, "owner", recipient);
        put(fields, "progress.reason", reason == null ? null : reason.name());
        put(fields, "progress.state", state);
        put(fields, "channel", channel == null ? null : channel.name());
        return fields;
    }

    private static void put(Map<String, String> fields, String field, @Nullable String value) {
        if (value != null) {
            fields.put(field, value);
        }
    }
}
