package org.xinju.notification.sending;

import java.time.Duration;
import java.time.Instant;

import org.xinju.notification.message.Lane;
import org.xinju.notification.message.Message;
import org.xinju.notification.message.Progress;
import org.xinju.notification.message.Reason;
import org.xinju.notification.recipient.ChannelName;
import org.xinju.notification.recipient.Contact;
import org.xinju.notification.recipient.Recipient;

/**
 * Whether a message may go now.
 *
 * @param patience how long a message waits for its recipient to become known
 */
record Delivery(QuietHours quietHours, Duration patience) {

    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(5);
    private static final int MOST_DOUBLINGS = 9;

    /** What is to be done. */
    sealed interface Verdict {

        record Go() implements Verdict {}

        record Wait(Instant until, Reason reason) implements Verdict {}

        record Skip(Reason reason) implements Verdict {}
    }

    /** @param channelOn whether there is a provider at all */
    Verdict verdict(Message message, Contact contact, boolean channelOn, Instant now) {
        if (message.expiresAt() != null && !now.isBefore(message.expiresAt())) {
            return new Verdict.Skip(Reason.EXPIRED);
        }
        if (!channelOn) {
            return new Verdict.Skip(Reason.CHANNEL_OFF);
        }
        if (!contact.known() && message.recipient().kind() == Recipient.Kind.RESIDENT) {
            return unknown(message, now);
        }
        if (message.mutable() && contact.muted().contains(message.channel())) {
            return new Verdict.Skip(Reason.MUTED);
        }
        return message.channel() == ChannelName.SMS ? sms(message, contact, now) : email(contact);
    }

    /** The registry's event may come after the one that is written about. */
    private Verdict unknown(Message message, Instant now) {
        return message.progress() instanceof Progress.Queued queued && now.isBefore(queued.since().plus(patience))
                ? new Verdict.Wait(now.plus(pause(queued.attempts())), Reason.UNKNOWN_RECIPIENT) : new Verdict.Skip(Reason.UNKNOWN_RECIPIENT);
    }

    private Verdict sms(Message message, Contact contact, Instant now) {
        if (contact.phone() == null) {
            return new Verdict.Skip(contact.known() ? Reason.NO_PHONE : Reason.UNKNOWN_RECIPIENT);
        }
        if (!contact.mobile()) {
            return new Verdict.Skip(Reason.LANDLINE);
        }
        if (message.lane() == Lane.URGENT) {
            return new Verdict.Go();
        }
        return quietHours.endAfter(now).<Verdict>map(end -> new Verdict.Wait(end, Reason.QUIET_HOURS)).orElseGet(Verdict.Go::new);
    }

    private static Verdict email(Contact contact) {
        return contact.email() == null ? new Verdict.Skip(Reason.NO_EMAIL) : new Verdict.Go();
    }

    /** How long to wait after so many attempts: 1, 2, 4 seconds and so on, at most five minutes. */
    static Duration pause(int attempts) {
        var pause = Duration.ofSeconds(1L << Math.min(attempts, MOST_DOUBLINGS));
        return pause.compareTo(LONGEST_PAUSE) < 0 ? pause : LONGEST_PAUSE;
    }

    /** Until when a provider that is away is asked again. */
    static Instant givenUpAt(Lane lane, Instant queuedSince) {
        return queuedSince.plus(switch (lane) {
            case URGENT -> Duration.ofHours(1);
            case NORMAL -> Duration.ofHours(24);
            case BULK -> Duration.ofHours(72);
        });
    }
}
