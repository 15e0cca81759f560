package org.xinju.notification.recipient;

import org.springframework.stereotype.Component;

import org.xinju.events.Intakes;
import org.xinju.events.Received;

/** Keeps the newest state of a resident as far as it is needed to reach the person. */
@Component
public class ResidentIntake {

    private final Intakes intakes;

    ResidentIntake(Intakes intakes) {
        this.intakes = intakes;
    }

    public void take(Received event) {
        var recipient = new Recipient(Recipient.Kind.RESIDENT, event.subject());
        intakes.take(Recipients.COLLECTION, recipient.key(), Recipients.RESIDENT, event, event.state(ResidentKnown.class));
    }
}
