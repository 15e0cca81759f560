package org.xinju.notification.sending;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

import com.mongodb.MongoException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

import org.xinju.events.Stored;
import org.xinju.notification.message.Lane;
import org.xinju.notification.message.Message;
import org.xinju.notification.message.Messages;
import org.xinju.notification.recipient.ChannelName;

/** Finds messages that nobody holds: put off, left behind by a crash, or more than a replica had room for. Any number of replicas may look. */
@Component
class Leftovers {

    private static final Logger log = LoggerFactory.getLogger(Leftovers.class);

    private final Messages messages;
    private final Lines lines;
    private final Duration hold;
    private final Clock clock;

    Leftovers(Messages messages, Lines lines, SendingConfiguration.Settings settings, Clock clock) {
        this.messages = messages;
        this.lines = lines;
        this.hold = settings.hold();
        this.clock = clock;
    }

    @Scheduled(fixedDelayString = "${xinju.sending.look-every:1s}")
    void look() {
        try {
            for (var lane : Lane.values()) {
                for (var channel : List.of(ChannelName.SMS, ChannelName.EMAIL)) {
                    takeAll(channel, lane);
                }
            }
        } catch (MongoException e) {
            log.warn("queued messages wait for the next look: {}", e.getClass().getSimpleName());
        }
    }

    private void takeAll(ChannelName channel, Lane lane) {
        var found = true;
        while (found && lines.reserve(channel, lane)) {
            found = false;
            try {
                var until = clock.instant().plus(hold);
                Optional<Stored<Message>> next = messages.take(channel, lane, clock.instant(), until);
                next.ifPresent(message -> lines.put(new Taken(message.id(), message.state(), until.toEpochMilli())));
                found = next.isPresent();
            } finally {
                if (!found) {
                    lines.giveBack(channel, lane);
                }
            }
        }
    }
}
