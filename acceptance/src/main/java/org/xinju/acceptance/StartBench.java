package org.xinju.acceptance;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Row 10: from {@code ./run} to ready with the demonstration world, caches made; memory of all processes then. */
final class StartBench implements Bench {

    private static final List<String> PROCESSES = List.of("store", "broker", "issuer", "registry-service", "points-service", "gateway");

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
            var memory = 0L;
            for (var process : PROCESSES) {
                memory += residentKilobytes(system.pid(process));
            }
            return List.of(
                    new Figure("10", "ready with the demonstration world", "%.1f s".formatted(ready), "must 60 s, aim 20 s"),
                    new Figure("10", "memory of the " + PROCESSES.size() + " processes (RSS)", "%.2f GB".formatted(memory / 1e6),
                            "must 2.5 GB, aim 1.5 GB"));
        }
    }

    static long residentKilobytes(long pid) throws java.io.IOException {
        return Files.readAllLines(Path.of("/proc", Long.toString(pid), "status")).stream().filter(line -> line.startsWith("VmRSS:"))
                .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", ""))).sum();
    }
}
