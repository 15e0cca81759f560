package org.xinju.notification.message;

import java.time.Clock;
import java.time.temporal.ChronoUnit;

import org.springframework.stereotype.Component;

import org.xinju.events.Cause;
import org.xinju.events.Outcome;

/** What providers report of messages. */
@Component
public class Receipts {

    private final Messages messages;
    private final Clock clock;

    Receipts(Messages messages, Clock clock) {
        this.messages = messages;
        this.clock = clock;
    }

    /** A receipt that comes again, or after another one, changes nothing. The refusal of an unknown message is the outcome's. */
    public Outcome<Message> take(String id, boolean delivered) {
        var at = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        return messages.change(id, new Cause.Reaction(id, delivered ? "delivered" : "undelivered"),
                message -> delivered ? message.delivered(at) : message.undelivered(at));
    }
}
