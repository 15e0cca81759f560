package org.xinju.acceptance;

import java.util.List;

/** Row 10: from {@code ./run} to ready with the demonstration world, caches made; memory of all processes then. */
final class StartBench implements Bench {

    @Override
    public String row() {
        return "10";
    }

    @Override
    public String title() {
        return "./run on a built checkout, caches made, with the demonstration world of 500 people";
    }

    @Override
    public List<Figure> measure() throws Exception {
        var data = RunningSystem.root().resolve("data/bench-start");
        RunningSystem.start(data).close(); // makes the caches
        RunningSystem.reset(data);
        var start = System.nanoTime();
        try (var system = RunningSystem.start(data)) {
            var ready = RosterBench.seconds(start);
            return List.of(
                    new Figure("10", "ready with the demonstration world", "%.1f s".formatted(ready), "must 60 s, aim 20 s"),
                    new Figure("10", "memory of the launcher and its " + system.components().size() + " processes (RSS)", "%.2f GB".formatted(system.residentKilobytes() / 1e6),
                            "must 2.5 GB, aim 1.5 GB"));
        }
    }
}
