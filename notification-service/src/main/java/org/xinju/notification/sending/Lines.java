package org.xinju.notification.sending;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

import org.xinju.events.Background;
import org.xinju.notification.message.Lane;
import org.xinju.notification.message.Messages;
import org.xinju.notification.recipient.ChannelName;

/** The workers of this replica: for each channel and lane a short line of messages that are held for it, and threads of its own. */
@Component
class Lines implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(Lines.class);
    private static final Duration LAST_WORK = Duration.ofSeconds(6);

    private final Map<ChannelName, Map<Lane, Line>> lines = new EnumMap<>(ChannelName.class);
    private final List<Thread> workers = new ArrayList<>();
    private final Sender sender;
    private final Messages messages;
    private final Clock clock;
    private final int workersPerLine;
    private volatile boolean running;

    /** @param room permits for messages that may still be put into the line */
    private record Line(BlockingQueue<Taken> waiting, Semaphore room) {}

    Lines(Sender sender, Messages messages, SendingConfiguration.Settings settings, Clock clock) {
        this.sender = sender;
        this.messages = messages;
        this.clock = clock;
        this.workersPerLine = settings.workers();
        for (var channel : List.of(ChannelName.SMS, ChannelName.EMAIL)) {
            var lanes = new EnumMap<Lane, Line>(Lane.class);
            for (var lane : Lane.values()) {
                lanes.put(lane, new Line(new LinkedBlockingQueue<>(), new Semaphore(settings.room())));
            }
            lines.put(channel, lanes);
        }
    }

    /** Whether there is room for one more; who gets true puts one in, or gives the room back. */
    boolean reserve(ChannelName channel, Lane lane) {
        return running && line(channel, lane).room().tryAcquire();
    }

    void giveBack(ChannelName channel, Lane lane) {
        line(channel, lane).room().release();
    }

    /** Into reserved room. */
    void put(Taken taken) {
        line(taken.message().channel(), taken.message().lane()).waiting().add(taken);
    }

    private void work(Line line) {
        while (running) {
            try {
                var next = line.waiting().poll(500, TimeUnit.MILLISECONDS);
                if (next != null) {
                    line.room().release();
                    sender.work(next);
                }
            } catch (InterruptedException e) {
                return;
            } catch (RuntimeException e) {
                log.error("a message waits until its hold ends", e);
            }
        }
    }

    private Line line(ChannelName channel, Lane lane) {
        return Objects.requireNonNull(Objects.requireNonNull(lines.get(channel)).get(lane));
    }

    @Override
    public void start() {
        running = true;
        lines.forEach((channel, lanes) -> lanes.forEach((lane, line) -> {
            for (var i = 0; i < workersPerLine; i++) {
                workers.add(Thread.ofPlatform().daemon().name("send-" + channel + "-" + lane + "-" + i).priority(priority(lane)).start(() -> work(line)));
            }
        }));
    }

    private static int priority(Lane lane) {
        return lane == Lane.URGENT ? Thread.NORM_PRIORITY : Background.PRIORITY;
    }

    /** Lets the workers finish what they hold in their hands, and lets go of the rest for other replicas. */
    @Override
    public void stop() {
        running = false;
        try {
            for (var worker : workers) {
                worker.join(LAST_WORK);
            }
            workers.clear();
            lines.values().forEach(lanes -> lanes.values().forEach(this::letGo));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException e) {
            log.info("other replicas find the rest when its hold ends: {}", e.getClass().getSimpleName());
        }
    }

    private void letGo(Line line) {
        for (var taken = line.waiting().poll(); taken != null; taken = line.waiting().poll()) {
            line.room().release();
            messages.hold(taken.id(), taken.due(), clock.instant(), 0, null);
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
