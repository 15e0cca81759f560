package org.xinju.notification.sending;

import java.time.Clock;
import java.time.Instant;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import org.xinju.notification.message.Message;
import org.xinju.notification.message.Origin;
import org.xinju.notification.message.Progress;
import org.xinju.notification.message.Reason;
import org.xinju.notification.recipient.ChannelName;
import org.xinju.notification.recipient.Recipients;

/** Says what would become of a message now, without sending it. */
@Component
public class Forecast {

    private final Recipients recipients;
    private final Guards guards;
    private final Delivery delivery;
    private final Clock clock;

    Forecast(Recipients recipients, Guards guards, Delivery delivery, Clock clock) {
        this.recipients = recipients;
        this.guards = guards;
        this.delivery = delivery;
        this.clock = clock;
    }

    /** Why it would not go, or would wait; null: it would go. */
    public @Nullable Reason reason(Draft draft) {
        if (draft.channel() == ChannelName.INBOX) {
            return null;
        }
        var now = clock.instant();
        var message = new Message(draft.recipient(), draft.channel(), draft.lane(), draft.mutable(), new Origin("", "", "", Instant.EPOCH),
                draft.letter(), draft.expiresAt(), "", new Progress.Queued(now.toEpochMilli(), now, 0, null), null);
        return switch (delivery.verdict(message, recipients.contact(draft.recipient()), guards.of(draft.channel()).channel().isOn(), now)) {
            case Delivery.Verdict.Go _ -> null;
            case Delivery.Verdict.Skip(var reason) -> reason;
            case Delivery.Verdict.Wait(_, var reason) -> reason;
        };
    }
}
