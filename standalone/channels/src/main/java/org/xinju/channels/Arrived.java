package org.xinju.channels;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * A message as it arrived.
 *
 * @param channel {@code SMS} or {@code EMAIL}
 * @param id by which the sender names it: a second arrival of the same id is the same message
 * @param to phone number or address, as given
 * @param subject of a mail, null in an SMS
 * @param at of the first arrival
 * @param times how often it was handed in; it is delivered once
 * @param receipt what the sender's service answered to the receipt, null as long as none was answered
 */
public record Arrived(String channel, String id, String to, @Nullable String subject, String text, Instant at, int times,
        @Nullable String receipt) {

    Arrived again() {
        return new Arrived(channel, id, to, subject, text, at, times + 1, receipt);
    }

    Arrived receipted(String answer) {
        return new Arrived(channel, id, to, subject, text, at, times, answer);
    }

    /** The name that the provider gives it; the same id always gets the same. */
    String providerId() {
        return "SIM-" + UUID.nameUUIDFromBytes(id.getBytes(StandardCharsets.UTF_8));
    }
}
