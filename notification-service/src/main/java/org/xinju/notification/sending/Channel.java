package org.xinju.notification.sending;

import java.time.Duration;

import org.jspecify.annotations.Nullable;

import org.xinju.notification.recipient.ChannelName;
import org.xinju.notification.template.Text;

/** A way out of the system, by one provider. */
interface Channel {

    ChannelName name();

    /** Whether a provider is set up. */
    boolean isOn();

    /** @param perSecond how many messages the provider takes; a replica keeps to it on its own */
    record Limit(int perSecond) {}

    Limit limit();

    /** A letter with its address; personal. @param id idempotency key towards the provider */
    record Envelope(String id, String to, Text text) {
        @Override
        public String toString() {
            return "Envelope[" + id + "]";
        }
    }

    /** What the provider said. */
    sealed interface Handed {

        /** It has it. */
        record Taken(String providerId) implements Handed {}

        /** It will not take it, now or later. @param code for the operator's log */
        record Refused(String code) implements Handed {}

        /** Not known whether it has it: to be handed again under the same key. @param after what the provider asks for, null: own pace */
        record Unavailable(String what, @Nullable Duration after) implements Handed {}
    }

    Handed hand(Envelope envelope);
}
