package org.xinju.acceptance.crash;

import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

import org.xinju.acceptance.crash.agent.Break;
import org.xinju.acceptance.crash.agent.Fault;
import org.xinju.acceptance.crash.agent.Orders;
import org.xinju.acceptance.crash.agent.Point;

/** Shows that the harness would find a broken protocol: breaks it in a running system, in one way after the other. */
public final class Proof {

    private static final String REGISTRY = "registry-service";
    private static final String POINTS = "points-service";
    private static final String GRID = "grid-service";
    private static final String NOTIFICATION = "notification-service";
    private static final List<String> BOTH_GRIDS = List.of(GRID, GRID + "-2");

    /**
     * What became of a trial.
     *
     * @param findings that nobody had before it
     */
    public record Result(Break broken, int rounds, List<String> findings, Duration took) {

        /** Whether the harness was right: it finds every break, and nothing where nothing is broken. */
        public boolean isAsItShouldBe() {
            return findings.isEmpty() == (broken == Break.NONE);
        }
    }

    private final Scene scene;
    private final PrintStream out;
    private final Set<String> known = new HashSet<>();

    private Proof(Scene scene, PrintStream out) {
        this.scene = scene;
        this.out = out;
    }

    /**
     * @param breaks to be tried; all when empty
     * @param data folder for the system's data; caches in it are used
     */
    public static List<Result> run(long seed, Set<Break> breaks, Path data, PrintStream out) {
        try (var scene = Scene.begin(seed, data, GRID + "=2", out)) {
            Orders.befall(scene.orders(GRID + "-2"), Fault.SLOW); // two replicas that do the same at the same speed seldom meet
            var proof = new Proof(scene, out);
            return proof.trials().filter(trial -> breaks.isEmpty() || breaks.contains(trial.broken())).map(proof::trial).toList();
        }
    }

    private Stream<Trial> trials() {
        return Stream.of(
                new Trial(Break.NONE, List.of(), () -> together(scene.registered(15), scene.looked(), scene.hazards(4)),
                        List.of(new Trial.Death(REGISTRY, Point.AFTER_SAVE), new Trial.Death(POINTS, Point.BETWEEN_STEPS),
                                new Trial.Death(NOTIFICATION, Point.BEFORE_COMMIT)), 1),
                new Trial(Break.EVENT_DROPPED, List.of(REGISTRY), () -> scene.registered(15), List.of(), 3),
                new Trial(Break.KEY_AFTER_SAVE, List.of(REGISTRY), () -> scene.registered(15),
                        List.of(new Trial.Death(REGISTRY, Point.AFTER_SAVE)), 3),
                new Trial(Break.EARLY_RETURN, List.of(POINTS), () -> scene.cameOnce(15), List.of(new Trial.Death(POINTS, Point.BETWEEN_STEPS)), 3),
                new Trial(Break.EARLY_COMMIT, List.of(POINTS), () -> scene.cameOnce(15), List.of(new Trial.Death(POINTS, Point.BETWEEN_STEPS)), 3),
                new Trial(Break.INTAKES_BEFORE_VERSION, List.of(GRID), () -> scene.inTurn(40), List.of(), 10),
                new Trial(Break.EQUAL_NOT_WRITTEN, BOTH_GRIDS, () -> scene.comeAndGone(1), List.of(), 25),
                new Trial(Break.MARKS_BY_BUCKET, BOTH_GRIDS, () -> scene.inTurn(40), List.of(), 10),
                new Trial(Break.OUTBOX_UNSET, List.of(REGISTRY), () -> scene.registered(15), List.of(), 3),
                new Trial(Break.INCREMENTED, BOTH_GRIDS, () -> scene.registered(15), List.of(new Trial.Death(GRID, Point.BEFORE_COMMIT)), 4),
                // Last: a look that was doubled once is found with every later look, in other words each time.
                new Trial(Break.RANDOM_ID, List.of(REGISTRY, NOTIFICATION), () -> together(scene.registered(10), scene.looked()),
                        List.of(new Trial.Death(REGISTRY, Point.BEFORE_COMMIT), new Trial.Death(NOTIFICATION, Point.BEFORE_COMMIT)), 10));
    }

    @SafeVarargs
    private static List<Story> together(List<Story>... stories) {
        return Stream.of(stories).flatMap(List::stream).toList();
    }

    private Result trial(Trial trial) {
        var start = System.nanoTime();
        order(trial, trial.broken());
        var found = Set.<String>of();
        var rounds = 0;
        while (found.isEmpty() && rounds < trial.rounds()) {
            rounds++;
            scene.tell(trial.stories().get(), trial.kills());
            found = scene.compare();
            found.removeAll(known);
        }
        order(trial, Break.NONE);
        known.addAll(scene.differences()); // what stays wrong is found again by every later look
        var result = new Result(trial.broken(), rounds, found.stream().sorted().toList(), Duration.ofNanos(System.nanoTime() - start));
        out.printf("%-55s %-17s %3d findings in %d rounds, %3d s%s%n", result.broken().words(),
                result.isAsItShouldBe() ? "as it should be:" : "WRONG:", result.findings().size(), rounds, result.took().toSeconds(),
                result.findings().isEmpty() ? "" : "; for example " + result.findings().getFirst());
        return result;
    }

    private void order(Trial trial, Break broken) {
        trial.services().forEach(service -> Orders.breakOnPurpose(scene.orders(service), broken));
    }
}
