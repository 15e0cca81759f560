package org.xinju.registry.world;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Profile;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

import org.xinju.events.Rejection;
import org.xinju.events.Stored;
import org.xinju.web.Answers;
import org.xinju.web.Caller;
import org.xinju.web.Command;
import org.xinju.web.RejectedException;
import org.xinju.web.Role;

/** Loads the made-up world; for operators of a development system. */
@RestController
@Profile("development")
@RequestMapping("/api/registry/worlds")
class WorldController {

    private final Worlds worlds;
    private final WorldChunks chunks;
    private final WorldWorker worker;

    WorldController(Worlds worlds, WorldChunks chunks, WorldWorker worker) {
        this.worlds = worlds;
        this.chunks = chunks;
        this.worker = worker;
    }

    /** @param dwellings null: one for five residents; @param enterprises null: one for 37.5 residents; @param publish null: yes */
    record Request(@Nullable Long seed, @Nullable Integer residents, @Nullable Integer dwellings, @Nullable Integer enterprises, @Nullable Boolean publish) {

        World.Size size() {
            var refusals = new ArrayList<Rejection>();
            if (seed == null) {
                refusals.add(Rejection.of(WorldRules.SEED).at("seed"));
            }
            check("residents", residents, refusals);
            check("dwellings", dwellings == null ? Integer.valueOf(1) : dwellings, refusals);
            check("enterprises", enterprises == null ? Integer.valueOf(1) : enterprises, refusals);
            if (!refusals.isEmpty() || seed == null || residents == null) {
                throw new RejectedException(refusals);
            }
            var homes = WorldIds.dwellingOf(residents - 1) + 1;
            var employers = Work.enterprisesFor(residents);
            var size = new World.Size(seed, residents, Objects.requireNonNullElse(dwellings, homes), Objects.requireNonNullElse(enterprises, employers),
                    publish == null || publish);
            if (size.dwellings() < homes || size.enterprises() < employers) {
                throw RejectedException.of(WorldRules.TOO_FEW, residents, homes, employers);
            }
            return size;
        }

        private static void check(String field, @Nullable Integer given, List<Rejection> refusals) {
            if (given == null || given < 1 || given > WorldRules.MOST) {
                refusals.add(Rejection.of(WorldRules.SIZE, WorldRules.MOST).at(field));
            }
        }
    }

    /**
     * How far a world has come.
     *
     * @param done of {@code total} in the phase it is in, of the last phase when it is done
     * @param rate aggregates or snapshots per second of that phase
     */
    record View(String id, World.Phase phase, long seed, int residents, int dwellings, int enterprises, boolean publish, int run, int done, int total,
            long rate, Step placing, @Nullable Step publishing, Instant startedAt, @Nullable Instant doneAt) {}

    /** One phase. @param taken not placed: an ID number or a code belongs to somebody who was there before */
    record Step(int done, int total, int placed, int present, int taken, double seconds, long rate, Map<Chunk.Kind, WorldChunks.Part> kinds) {

        static Step of(Map<Chunk.Kind, WorldChunks.Part> kinds, Duration took) {
            var all = kinds.values().stream().reduce(WorldChunks.Part.NOTHING, WorldChunks.Part::plus);
            return new Step(all.done(), all.total(), all.placed(), all.present(), all.taken(), took.toMillis() / 1000.0,
                    took.isZero() ? 0 : all.done() * 1000L / Math.max(1, took.toMillis()), kinds);
        }
    }

    /** Goes on with what was begun under the same seed; loads it again when it was done, which changes nothing. */
    @PostMapping
    ResponseEntity<View> load(Caller caller, Command command, @RequestBody Request request) {
        caller.require(Role.OPERATOR);
        var outcome = worlds.start(request.size(), command.cause(request, 202), Instant.now().truncatedTo(ChronoUnit.MILLIS));
        var answer = Answers.created(outcome, "/api/registry/worlds", this::view);
        worker.wake();
        return answer;
    }

    @GetMapping("/{id}")
    ResponseEntity<View> read(Caller caller, @PathVariable String id) {
        caller.require(Role.OPERATOR);
        return Answers.found(worlds.find(id).orElseThrow(() -> RejectedException.of(WorldRules.UNKNOWN)), this::view);
    }

    private View view(Stored<World> stored) {
        var world = stored.state();
        var placing = step(world, World.Phase.PLACING);
        var publishing = world.placedAt() == null || !world.size().publish() ? null : step(world, World.Phase.PUBLISHING);
        var current = Stream.of(publishing, placing).filter(Objects::nonNull).findFirst().orElseThrow();
        return new View(stored.id(), world.phase(), world.size().seed(), world.size().residents(), world.size().dwellings(), world.size().enterprises(),
                world.size().publish(), world.run(), current.done(), current.total(), current.rate(), placing, publishing, world.startedAt(),
                world.doneAt());
    }

    private Step step(World world, World.Phase phase) {
        return Step.of(chunks.progress(WorldChunks.work(world, phase)), world.took(phase, Instant.now()));
    }
}
