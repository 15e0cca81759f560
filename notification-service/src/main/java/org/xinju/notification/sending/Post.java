package org.xinju.notification.sending;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

import org.springframework.stereotype.Component;

import org.xinju.events.Cause;
import org.xinju.notification.message.Message;
import org.xinju.notification.message.Messages;
import org.xinju.notification.message.Origin;
import org.xinju.notification.message.Positions;
import org.xinju.notification.message.Progress;
import org.xinju.notification.recipient.ChannelName;

/**
 * Where messages are posted. One that is to be handed to a provider is written as held by this replica, if that has room, so its worker can begin
 * without asking the store again.
 */
@Component
public class Post {

    private final Messages messages;
    private final Lines lines;
    private final Duration hold;
    private final Clock clock;

    Post(Messages messages, Lines lines, SendingConfiguration.Settings settings, Clock clock) {
        this.messages = messages;
        this.lines = lines;
        this.hold = settings.hold();
        this.clock = clock;
    }

    /** Writes the message under its id, once, and sees that it goes on its way. */
    public void post(String id, Draft draft, Origin origin) {
        var cause = new Cause.Reaction(origin.event(), origin.rule());
        var now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        if (draft.channel() == ChannelName.INBOX) {
            messages.insert(id, message(id, draft, origin, new Progress.Delivered(now)), cause);
            return;
        }
        var held = lines.reserve(draft.channel(), draft.lane());
        var due = held ? now.plus(hold).toEpochMilli() : now.toEpochMilli();
        var message = message(id, draft, origin, new Progress.Queued(due, now, 0, null));
        var handedOn = false;
        try {
            if (messages.insert(id, message, cause) && held) {
                lines.put(new Taken(id, message, due));
                handedOn = true;
            }
        } finally {
            if (held && !handedOn) {
                lines.giveBack(draft.channel(), draft.lane());
            }
        }
    }

    /** The order of lists is that of the machine's clock, whatever day is played. */
    private static Message message(String id, Draft draft, Origin origin, Progress progress) {
        return new Message(draft.recipient(), draft.channel(), draft.lane(), draft.mutable(), origin, draft.letter(), draft.expiresAt(),
                Positions.of(Instant.now(), id), progress, null);
    }
}
