package org.xinju.acceptance;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What the calls of rows 1 and 4 and a row of a roster (row 8) cost when more and more cases and residents are stored, in one running system; as a table, and as
 * {@code docs/growth.svg} and {@code docs/growth-residents.svg}.
 */
final class GrowthBench implements Bench {

    private static final List<String> CASES = List.of("file", "accept", "dispatch", "resolve", "find");
    private static final List<String> RESIDENTS = List.of("register", "find by number", "open", "approve");
    private static final Step LIFE_CYCLES = new Step(5, 40); // far from what the machine can do: the cost of a call, not of a queue
    private static final Step REGISTRATIONS = new Step(1, 40);
    private static final int ROSTER = 1_000;
    private static final Duration PATIENCE = Duration.ofMinutes(10);

    private final int[] sizes;
    private final long seed;

    GrowthBench(long seed, int... sizes) {
        this.sizes = sizes;
        this.seed = seed;
    }

    @Override
    public String row() {
        return "growth";
    }

    @Override
    public String title() {
        return "life cycles of cases, registrations and rosters with %s cases and residents stored, %s and %s a second and %d rows, seed %d".formatted(Arrays.toString(sizes),
                LIFE_CYCLES.rate(), REGISTRATIONS.rate(), ROSTER, seed);
    }

    /**
     * What each kind of work cost when so many were stored.
     *
     * @param stored what was stored
     * @param milliseconds by work and by how many were stored
     */
    private record Costs(String stored, Map<String, SortedMap<Integer, Double>> milliseconds) {

        Costs(String stored) {
            this(stored, new LinkedHashMap<>());
        }

        Figure add(String work, int size, double cost, String figure) {
            milliseconds.computeIfAbsent(work, _ -> new TreeMap<>()).put(size, cost);
            return new Figure("growth", "%s, %,d %s stored".formatted(work, size, stored), figure, "grows with log n at most");
        }

        List<Figure> add(List<String> calls, int size, Samples samples) {
            return calls.stream().map(call -> {
                var times = samples.of(call).done().times();
                return add(call, size, times.at(50), times.summary(95));
            }).toList();
        }

        void draw(String title, String file) {
            new Picture(title, milliseconds).write(RunningSystem.root().resolve("docs").resolve(file));
        }
    }

    @Override
    public List<Figure> measure() {
        var figures = new ArrayList<Figure>();
        var ofCases = new Costs("cases");
        var ofResidents = new Costs("residents");
        try (var scene = new LoadScene(seed)) {
            scene.people();
            scene.run(Map.of("lifecycles", Step.told(LoadScene.WARM_UP)));
            var employer = new Employer(scene.system);
            roster(scene, employer); // the first one pays for what is not compiled yet
            for (var size : sizes) {
                scene.storeCases(size);
                scene.storeResidents(size);
                var samples = calls(scene);
                figures.addAll(ofCases.add(CASES, size, samples));
                figures.addAll(ofResidents.add(RESIDENTS, size, samples));
                var perRow = roster(scene, employer);
                figures.add(ofResidents.add("a row of a roster", size, perRow, "%.2f ms until stored and published".formatted(perRow)));
            }
        }
        ofCases.draw("A call of a case's life, median, by cases stored", "growth.svg");
        ofResidents.draw("A call of a registration, median, and a row of a roster", "growth-residents.svg");
        return figures;
    }

    private static Samples calls(LoadScene scene) {
        scene.newcomers((int) REGISTRATIONS.perSecond() * REGISTRATIONS.seconds() + 1);
        return scene.run(Map.of("lifecycles", Step.told(List.of(LIFE_CYCLES)), "registrations", Step.told(List.of(REGISTRATIONS))));
    }

    /** @return milliseconds a row */
    private static double roster(LoadScene scene, Employer employer) {
        var before = Topics.messages(scene.system, "registry.residents");
        var csv = Person.csv(scene.strangers(ROSTER));
        var start = System.nanoTime();
        var sent = employer.send("roster.csv", csv, false);
        employer.awaitDone(sent, PATIENCE);
        Waiting.until("the roster is published", PATIENCE, () -> Topics.messages(scene.system, "registry.residents") >= before + ROSTER);
        return RosterBench.seconds(start) * 1000 / ROSTER;
    }
}
