package org.xinju.acceptance.crash;

import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Duration;
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

    // A replica looks for what has to be counted twice a second; the second one counts 1.2 s later; what is broken takes 4 s.
    private static final Duration DURING_A_COUNT = Duration.ofMillis(900);
    private static final Duration AFTER_BOTH_COUNTS = Duration.ofMillis(2_500);

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
    private Set<String> known = Set.of();

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
            Orders.befall(scene.orders(GRID + "-2"), Fault.LATE); // two replicas that count at the same speed seldom meet
            var proof = new Proof(scene, out);
            return proof.trials().filter(trial -> breaks.isEmpty() || breaks.contains(trial.broken())).map(proof::trial).toList();
        }
    }

    private Stream<Trial> trials() {
        return Stream.of(
                new Trial(Break.NONE, List.of(), () -> together(scene.registered(15), scene.looked(), scene.hazards(4)),
                        List.of(new Trial.Death(REGISTRY, Point.AFTER_SAVE), new Trial.Death(POINTS, Point.BETWEEN_STEPS),
                                new Trial.Death(NOTIFICATION, Point.BEFORE_COMMIT)), 1),
                // First those that show in a count only: others lose people for it or add some, and one more or less would not be seen.
                new Trial(Break.INTAKES_BEFORE_VERSION, List.of(GRID), () -> scene.twoApart(DURING_A_COUNT), List.of(), 10),
                new Trial(Break.EQUAL_NOT_WRITTEN, BOTH_GRIDS, scene::comeAndGone, List.of(), 10),
                new Trial(Break.MARKS_BY_BUCKET, BOTH_GRIDS, () -> scene.twoApart(AFTER_BOTH_COUNTS), List.of(), 10),
                new Trial(Break.INCREMENTED, BOTH_GRIDS, () -> scene.registered(15), List.of(new Trial.Death(GRID, Point.BEFORE_COMMIT)), 4),
                new Trial(Break.EVENT_DROPPED, List.of(REGISTRY), () -> scene.registered(15), List.of(), 3),
                new Trial(Break.KEY_AFTER_SAVE, List.of(REGISTRY), () -> scene.registered(15),
                        List.of(new Trial.Death(REGISTRY, Point.AFTER_SAVE)), 3),
                new Trial(Break.EARLY_RETURN, List.of(POINTS), () -> scene.cameOnce(15), List.of(new Trial.Death(POINTS, Point.BETWEEN_STEPS)), 3),
                new Trial(Break.EARLY_COMMIT, List.of(POINTS), () -> scene.cameOnce(15), List.of(new Trial.Death(POINTS, Point.BETWEEN_STEPS)), 3),
                new Trial(Break.OUTBOX_UNSET, List.of(REGISTRY), () -> scene.registered(15), List.of(), 3),
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
        scene.tell(scene.cameOnce(1), List.of()); // has everybody counted anew, so that a count that is wrong in the same way later is a new finding
        known = scene.differences(); // what stays wrong is found again by every later look
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
