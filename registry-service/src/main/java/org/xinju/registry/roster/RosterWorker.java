package org.xinju.registry.roster;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

import org.xinju.events.Stored;

/**
 * Works off rosters in the background, several chunks at a time; every replica takes chunks, and what a dead one held is free again when its lease
 * ends.
 */
@Component
class RosterWorker implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(RosterWorker.class);
    private static final Duration LOOK_EVERY = Duration.ofSeconds(2);
    private static final int AT_ONCE = 4; // most of its time a worker waits for the store

    private final Rosters rosters;
    private final RosterChunks chunks;
    private final RosterIntake intake;
    private final Clock clock;
    private final Semaphore work = new Semaphore(0);
    private volatile boolean running;
    private volatile List<Thread> workers = List.of();

    RosterWorker(Rosters rosters, RosterChunks chunks, RosterIntake intake, Clock clock) {
        this.rosters = rosters;
        this.chunks = chunks;
        this.intake = intake;
        this.clock = clock;
    }

    /** There is something to do; without this call it would be found a moment later. */
    void wake() {
        work.release(AT_ONCE);
    }

    private void run() {
        while (running) {
            try {
                work.tryAcquire(LOOK_EVERY.toMillis(), TimeUnit.MILLISECONDS);
                rosters.waiting().forEach(this::workOff);
            } catch (InterruptedException e) {
                return;
            } catch (RuntimeException e) {
                log.warn("roster rows wait for the next look: {}", e.toString());
            }
        }
    }

    private void workOff(Stored<RosterJob> roster) {
        var chunksId = Rosters.chunksOf(roster.id(), roster.state());
        for (var chunk = chunks.lease(chunksId); chunk.isPresent() && running; chunk = chunks.lease(chunksId)) {
            chunks.finish(chunk.get().id(), intake.workOff(roster.id(), roster.state(), chunk.get()));
        }
        if (running && chunks.allDone(chunksId)) {
            rosters.done(roster.id(), clock.instant().truncatedTo(java.time.temporal.ChronoUnit.MILLIS));
        }
    }

    @Override
    public void start() {
        running = true;
        workers = IntStream.range(0, AT_ONCE).mapToObj(n -> Thread.ofPlatform().name("roster-worker-" + n).start(this::run)).toList();
    }

    @Override
    public void stop() {
        running = false;
        try {
            for (var worker : workers) {
                worker.join(Duration.ofSeconds(10));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
