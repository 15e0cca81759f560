package org.xinju.acceptance;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** What each call of a case's life costs when more and more cases are stored, in one running system; as a table and as {@code docs/growth.svg}. */
final class GrowthBench implements Bench {

    private static final List<String> CALLS = List.of("file", "accept", "dispatch", "resolve", "find");
    private static final Step STEADY = new Step(5, 40); // far from what the machine can do: the cost of a call, not of a queue

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
        return "life cycles of cases with " + Arrays.toString(sizes) + " stored, " + STEADY.rate() + " a second, seed " + seed;
    }

    @Override
    public List<Figure> measure() {
        try (var scene = new LoadScene(seed)) {
            scene.people(0);
            scene.run(Map.of("lifecycles", Step.told(LoadScene.WARM_UP)));
            var figures = new ArrayList<Figure>();
            Map<String, SortedMap<Integer, Double>> medians = new LinkedHashMap<>();
            for (var size : sizes) {
                scene.storeCases(size);
                var samples = scene.run(Map.of("lifecycles", Step.told(List.of(STEADY))));
                for (var call : CALLS) {
                    var times = samples.of(call).done().times();
                    medians.computeIfAbsent(call, _ -> new TreeMap<>()).put(size, times.at(50));
                    figures.add(new Figure("growth", "%s, %,d cases stored".formatted(call, size), times.summary(95), "grows with log n at most"));
                }
            }
            new Picture("A call of a case's life, median, by cases stored", medians).write(RunningSystem.root().resolve("docs/growth.svg"));
            return figures;
        }
    }
}
