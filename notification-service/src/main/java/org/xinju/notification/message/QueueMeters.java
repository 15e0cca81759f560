package org.xinju.notification.message;

import java.time.Clock;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

import org.xinju.notification.recipient.ChannelName;

/** Shows the queue: how many wait ({@code xinju_messages_queued}) and how long the one due longest has been due ({@code xinju_messages_overdue_seconds}). */
@Component
class QueueMeters {

    private final Messages messages;
    private final Clock clock;
    private final Map<Lane, AtomicLong> queued = new EnumMap<>(Lane.class);
    private final Map<Lane, AtomicLong> overdue = new EnumMap<>(Lane.class);

    QueueMeters(Messages messages, Clock clock, MeterRegistry meters) {
        this.messages = messages;
        this.clock = clock;
        for (var lane : Lane.values()) {
            var tags = Tags.of("lane", lane.name());
            queued.put(lane, meters.gauge("xinju.messages.queued", tags, new AtomicLong()));
            overdue.put(lane, meters.gauge("xinju.messages.overdue.seconds", tags, new AtomicLong()));
        }
    }

    @Scheduled(fixedDelayString = "${xinju.sending.meter-every:5s}")
    void look() {
        var now = clock.instant();
        queued.forEach((lane, value) -> value.set(messages.waiting(ChannelName.SMS, lane) + messages.waiting(ChannelName.EMAIL, lane)));
        overdue.forEach((lane, value) -> value.set(Math.max(overdue(ChannelName.SMS, lane, now), overdue(ChannelName.EMAIL, lane, now))));
    }

    private long overdue(ChannelName channel, Lane lane, java.time.Instant now) {
        return messages.dueSince(channel, lane, now).map(since -> Duration.between(since, now).toSeconds()).orElse(0L);
    }
}
