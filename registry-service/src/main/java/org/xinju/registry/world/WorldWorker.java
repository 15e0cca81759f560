package org.xinju.registry.world;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

import org.xinju.events.Bulk;
import org.xinju.events.Republisher;

/** Loads a world in the background, with all processors; what a killed one held goes on when its lease ends, here or in another replica. */
@Component
@Profile("development")
class WorldWorker implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(WorldWorker.class);
    private static final Duration LOOK_EVERY = Duration.ofSeconds(1);
    private static final int THREADS = Math.max(2, Runtime.getRuntime().availableProcessors());

    private final Worlds worlds;
    private final WorldChunks chunks;
    private final Placing placing;
    private final Republisher republisher;
    private final Semaphore work = new Semaphore(0);
    private final ExecutorService hands = Executors.newFixedThreadPool(THREADS, Thread.ofPlatform().daemon().name("world-", 0).factory());
    private volatile boolean running;
    private volatile Thread thread = new Thread();

    WorldWorker(Worlds worlds, WorldChunks chunks, Placing placing, Republisher republisher) {
        this.worlds = worlds;
        this.chunks = chunks;
        this.placing = placing;
        this.republisher = republisher;
    }

    /** There is something to do; without this call it would be found a moment later. */
    void wake() {
        work.release();
    }

    private void run() {
        while (running) {
            try {
                if (work.tryAcquire(LOOK_EVERY.toMillis(), TimeUnit.MILLISECONDS)) {
                    work.drainPermits();
                }
                var world = worlds.find(Worlds.ID);
                if (world.isPresent()) {
                    workOff(world.get().state());
                }
            } catch (InterruptedException e) {
                return;
            } catch (RuntimeException e) {
                log.warn("the world waits for the next look: {}", e.toString());
            }
        }
    }

    private void workOff(World world) throws InterruptedException {
        switch (world.phase()) {
            case PLACING -> {
                if (all(world, Chunk.placing(world.size()), chunk -> placing.place(world.size().seed(), chunk.chunk()))) {
                    worlds.placed(world, now());
                    log.info("placed a world of {} residents in {}", world.size().residents(), world.took(World.Phase.PLACING, now()));
                    wake();
                }
            }
            case PUBLISHING -> {
                if (all(world, Chunk.publishing(world.size()), this::publish)) {
                    worlds.published(world, now());
                    log.info("published a world of {} residents in {}", world.size().residents(), world.took(World.Phase.PUBLISHING, now()));
                }
            }
            case DONE -> { /* nothing */ }
        }
    }

    private interface Step {
        Bulk.Placement on(WorldChunks.Leased chunk);
    }

    /** @return whether nothing of the phase is left; what another replica holds is left */
    private boolean all(World world, List<Chunk> all, Step step) throws InterruptedException {
        var phase = WorldChunks.work(world, world.phase());
        chunks.prepare(phase, all);
        Callable<Void> hand = () -> {
            for (var chunk = chunks.lease(phase); chunk.isPresent() && running; chunk = chunks.lease(phase)) {
                chunks.finish(chunk.get().id(), step.on(chunk.get()));
            }
            return null;
        };
        for (var done : hands.invokeAll(java.util.Collections.nCopies(THREADS, hand))) {
            try {
                done.get();
            } catch (ExecutionException e) {
                log.warn("a chunk of the world waits until its lease ends: {}", String.valueOf(e.getCause()));
            }
        }
        return running && chunks.allDone(phase);
    }

    /** All of the kind, not only what was made up: the republisher knows no difference. */
    private Bulk.Placement publish(WorldChunks.Leased chunk) {
        var sent = republisher.republish(chunk.chunk().kind().published(), soFar -> chunks.renew(chunk.id(), soFar));
        return new Bulk.Placement((int) sent, 0, List.of());
    }

    private static Instant now() {
        return Instant.now().truncatedTo(ChronoUnit.MILLIS);
    }

    @Override
    public void start() {
        running = true;
        thread = Thread.ofPlatform().name("world-worker").start(this::run);
    }

    @Override
    public void stop() {
        running = false;
        try {
            thread.join(Duration.ofSeconds(10));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        hands.shutdownNow();
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
