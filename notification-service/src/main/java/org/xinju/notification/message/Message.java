package org.xinju.notification.message;

import java.time.Instant;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.jspecify.annotations.Nullable;

import org.xinju.events.Change;
import org.xinju.events.Rule;
import org.xinju.notification.recipient.ChannelName;
import org.xinju.notification.recipient.Recipient;

/**
 * A letter to one recipient by one channel.
 *
 * @param mutable whether the person may do without it
 * @param expiresAt from when on it has no use, null: never
 * @param position where it stands in lists, newest last; unique
 * @param readAt when an inbox message was first read
 */
public record Message(Recipient recipient, ChannelName channel, Lane lane, boolean mutable, Origin origin, Letter letter,
        @Nullable Instant expiresAt, String position, Progress progress, @Nullable Instant readAt) {

    static final Rule UNKNOWN = Rule.unknown("message-unknown", "product N2");

    /** What others may know: nothing that is said and nothing personal. */
    record Published(Recipient recipient, ChannelName channel, Lane lane, String template, String event, String rule, String position,
            String state, @Nullable Reason reason, boolean read) {
        static Published of(Message m) {
            return new Published(m.recipient, m.channel, m.lane, m.letter.template(), m.origin.event(), m.origin.rule(), m.position,
                    m.progress.state(), m.progress.why(), m.readAt != null);
        }
    }

    /** For the index: whose it is. */
    @JsonProperty(access = JsonProperty.Access.READ_ONLY)
    String owner() {
        return recipient.key();
    }

    /** For the index: whose unread inbox message it is, null when it is none. */
    @JsonProperty(access = JsonProperty.Access.READ_ONLY)
    @Nullable String unreadBy() {
        return channel == ChannelName.INBOX && readAt == null ? recipient.key() : null;
    }

    /** The event with which this message comes into being. */
    Change<Message, MessageEvent> written() {
        return switch (progress) {
            case Progress.Queued _ -> Change.of(this, new MessageEvent.Queued());
            case Progress.Delivered _ -> Change.of(this, new MessageEvent.Delivered());
            default -> throw new IllegalStateException("a new message is queued, or delivered by being in the inbox");
        };
    }

    public Change<Message, MessageEvent> sent(String providerId, Instant at) {
        return progress instanceof Progress.Queued ? Change.of(at(new Progress.Sent(providerId, at)), new MessageEvent.Sent()) : Change.unchanged(this);
    }

    /** A provider's receipt may come before its answer is saved here. */
    Change<Message, MessageEvent> delivered(Instant at) {
        return isOpen() ? Change.of(at(new Progress.Delivered(at)), new MessageEvent.Delivered()) : Change.unchanged(this);
    }

    Change<Message, MessageEvent> undelivered(Instant at) {
        return isOpen() ? Change.of(at(new Progress.Failed(Reason.UNDELIVERED, at)), new MessageEvent.Failed(Reason.UNDELIVERED))
                : Change.unchanged(this);
    }

    public Change<Message, MessageEvent> failed(Reason reason, Instant at) {
        return progress instanceof Progress.Queued ? Change.of(at(new Progress.Failed(reason, at)), new MessageEvent.Failed(reason))
                : Change.unchanged(this);
    }

    public Change<Message, MessageEvent> skipped(Reason reason, Instant at) {
        return progress instanceof Progress.Queued ? Change.of(at(new Progress.Skipped(reason, at)), new MessageEvent.Skipped(reason))
                : Change.unchanged(this);
    }

    public Change<Message, MessageEvent> read(Instant at) {
        if (channel != ChannelName.INBOX) {
            return Change.rejected(UNKNOWN);
        }
        return readAt != null ? Change.unchanged(this) : Change.of(
                new Message(recipient, channel, lane, mutable, origin, letter, expiresAt, position, progress, at), new MessageEvent.Read());
    }

    private boolean isOpen() {
        return progress instanceof Progress.Queued || progress instanceof Progress.Sent;
    }

    private Message at(Progress next) {
        return new Message(recipient, channel, lane, mutable, origin, letter, expiresAt, position, next, readAt);
    }
}
