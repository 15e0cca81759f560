package org.xinju.notification.message;

import java.time.Instant;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import org.jspecify.annotations.Nullable;

/** How far a message has come; stored and shown as {@code state}. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "state")
@JsonSubTypes({
    @JsonSubTypes.Type(value = Progress.Queued.class, name = "QUEUED"),
    @JsonSubTypes.Type(value = Progress.Sent.class, name = "SENT"),
    @JsonSubTypes.Type(value = Progress.Delivered.class, name = "DELIVERED"),
    @JsonSubTypes.Type(value = Progress.Failed.class, name = "FAILED"),
    @JsonSubTypes.Type(value = Progress.Skipped.class, name = "SKIPPED")
})
public sealed interface Progress {

    /**
     * To be handed to a provider.
     *
     * @param due epoch milliseconds from which on anybody may take it; a worker that has taken it puts this into the future
     * @param since when it was written
     * @param attempts how often it was taken up in vain
     * @param heldBy why it waits, null while nothing holds it up
     */
    record Queued(long due, Instant since, int attempts, @Nullable Reason heldBy) implements Progress {}

    /** Handed to the provider, which calls it {@code providerId}. */
    record Sent(String providerId, Instant at) implements Progress {}

    /** Has arrived: in the inbox, or by the provider's receipt. */
    record Delivered(Instant at) implements Progress {}

    /** Was tried and came to nothing. */
    record Failed(Reason reason, Instant at) implements Progress {}

    /** Was not tried. */
    record Skipped(Reason reason, Instant at) implements Progress {}

    /** Its name in store and API. */
    default String state() {
        return switch (this) {
            case Queued _ -> "QUEUED";
            case Sent _ -> "SENT";
            case Delivered _ -> "DELIVERED";
            case Failed _ -> "FAILED";
            case Skipped _ -> "SKIPPED";
        };
    }

    /** Why it ended so or waits; null where there is nothing to say. */
    default @Nullable Reason why() {
        return switch (this) {
            case Queued queued -> queued.heldBy();
            case Failed failed -> failed.reason();
            case Skipped skipped -> skipped.reason();
            case Sent _, Delivered _ -> null;
        };
    }

    /** When it came to this. */
    default Instant at() {
        return switch (this) {
            case Queued queued -> queued.since();
            case Sent sent -> sent.at();
            case Delivered delivered -> delivered.at();
            case Failed failed -> failed.at();
            case Skipped skipped -> skipped.at();
        };
    }
}
