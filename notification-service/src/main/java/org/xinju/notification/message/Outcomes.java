package org.xinju.notification.message;

import io.micrometer.core.instrument.MeterRegistry;
import org.springframework.stereotype.Component;

/** Counts what becomes of messages: {@code xinju_messages_total} by channel, outcome and reason. */
@Component
class Outcomes {

    private final MeterRegistry meters;

    Outcomes(MeterRegistry meters) {
        this.meters = meters;
    }

    void count(Message message) {
        var why = message.progress().why();
        meters.counter("xinju.messages", "channel", message.channel().name(), "outcome", message.progress().state(), "reason",
                why == null ? "" : why.name()).increment();
    }
}
