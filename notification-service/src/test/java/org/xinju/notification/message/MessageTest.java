package org.xinju.notification.message;

import java.time.Instant;
import java.util.List;
import java.util.Map;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

import org.xinju.events.Change;
import org.xinju.events.Codec;
import org.xinju.notification.recipient.ChannelName;
import org.xinju.notification.recipient.Recipient;

import static org.assertj.core.api.Assertions.assertThat;

class MessageTest {

    private static final Instant NOW = Instant.parse("2026-11-25T01:00:00Z");

    private static Message queued() {
        return new Message(new Recipient(Recipient.Kind.RESIDENT, "r1"), ChannelName.SMS, Lane.NORMAL, true,
                new Origin("e1", "grid.case.accepted.v1", "case-accepted", NOW), new Letter("case-accepted", 1, Map.of("number", "1")), null,
                Positions.of(NOW, "m1"), new Progress.Queued(NOW.toEpochMilli(), NOW, 0, null), null);
    }

    @Provide
    Arbitrary<List<Messages.Step>> steps() {
        return Arbitraries.<Messages.Step>of(m -> m.sent("SIM-1", NOW), m -> m.delivered(NOW), m -> m.undelivered(NOW),
                m -> m.failed(Reason.PROVIDER_REJECTED, NOW), m -> m.skipped(Reason.MUTED, NOW)).list().ofMaxSize(12);
    }

    /** Whatever reports come in whatever order: a final state stays, each event is raised once, and the store gives back what it was given. */
    @Property
    void final_states_never_go_back(@ForAll("steps") List<Messages.Step> steps) {
        var message = queued();
        var finals = 0;
        for (var step : steps) {
            var wasFinal = isFinal(message);
            var before = message;
            switch (step.on(message)) {
                case Change.Accepted<Message, MessageEvent>(var state, var events) -> {
                    assertThat(wasFinal).isFalse();
                    assertThat(events).hasSize(1);
                    message = state;
                    finals += isFinal(state) ? 1 : 0;
                }
                case Change.Unchanged<Message, MessageEvent>(var state) -> assertThat(state).isSameAs(before);
                case Change.Rejected<Message, MessageEvent> _ -> throw new AssertionError("reports are never refused");
            }
            assertThat(Codec.fromDocument(Codec.toDocument(message), Message.class)).isEqualTo(message);
        }
        assertThat(finals).isLessThanOrEqualTo(1);
    }

    private static boolean isFinal(Message message) {
        return !(message.progress() instanceof Progress.Queued || message.progress() instanceof Progress.Sent);
    }
}
