package org.xinju.acceptance;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Measures rows of the quality bars and writes {@code docs/numbers.md}. {@code BenchMain [ROW] [full]} */
public final class BenchMain {

    private static final long SEED = 20261123;

    private BenchMain() {}

    public static void main(String[] arguments) throws Exception {
        var full = List.of(arguments).contains("full");
        var wanted = List.of(arguments).stream().filter(a -> !a.equals("full")).toList();
        var benches = List.of(new StartBench(), new RosterBench(full ? 50_000 : 5_000, SEED),
                new MessageBench(full ? 600 : 100, SEED), new WorldBench(full ? 150_000 : 10_000, SEED),
                new LifeCycleBench("1", full ? 100_000 : 1_000, Step.of(full ? 60 : 20, 10, 20, 30, 37), "must 10/s with p95 300 ms, aim 37/s", SEED),
                new LifeCycleBench("2", full ? 1_000_000 : 10_000, Step.of(full ? 60 : 20, 10, 20, 30, 37), "must 10/s, aim as with 100,000", SEED),
                new LifeCycleBench("overload", 1_000, Step.of(full ? 60 : 20, 15, 45, 15), "what is let in is done; 503 for the rest, nobody waits for longer than a time-out", SEED),
                new BurstBench("3", full ? 150_000 : 0, full ? 60 : 20, 1, SEED), new BurstBench("4", full ? 150_000 : 0, full ? 60 : 20, full ? 9 : 4, SEED),
                new GatewayBench(full ? 20 : 5, SEED),
                full ? new GrowthBench(SEED, 1_000, 10_000, 100_000) : new GrowthBench(SEED, 1_000, 10_000),
                new StoreBench(SEED, full ? new int[] {1_000, 100_000, 1_000_000} : new int[] {1_000, 100_000}));
        var chosen = benches.stream().filter(bench -> wanted.isEmpty() || wanted.contains(bench.row())).toList();
        if (chosen.isEmpty()) {
            stop("There is no row " + wanted + "; there are " + benches.stream().map(Bench::row).toList());
        }
        chosen.forEach(bench -> bench.lacks().ifPresent(BenchMain::stop)); // before any is measured: the others' figures would be lost
        var machine = new Machine();
        var figures = new ArrayList<Bench.Figure>();
        for (var bench : chosen) {
            System.out.println("row " + bench.row() + ": " + bench.title());
            var measured = bench.measure();
            measured.forEach(f -> System.out.println("  " + f.what() + ": " + f.figure() + "   (" + f.bar() + ")"));
            figures.addAll(measured);
        }
        write(figures, String.join(" ", arguments), machine);
    }

    private static void stop(String why) {
        System.err.println(why);
        System.exit(2);
    }

    private static void write(List<Bench.Figure> figures, String arguments, Machine machine) throws IOException {
        var head = "## " + LocalDate.now() + ": `./run bench" + (arguments.isEmpty() ? "" : " " + arguments) + "`\n\n"
                + "Machine: " + machine.described() + ", client, broker, store and services share them. Commit " + commit() + ". Store: " + store()
                + ". JVM flags: Serial GC (store: G1), " + compiling() + ", compact object headers, AOT cache" + given() + ". Seed "
                + SEED + ".\n\n| Row | Work | Figure | Bar |\n|---|---|---|---|\n";
        var table = figures.stream().map(f -> "| " + f.row() + " | " + f.what() + " | " + f.figure() + " | " + f.bar() + " |")
                .collect(Collectors.joining("\n", head, "\n\n"));
        var file = RunningSystem.root().resolve("docs/numbers.md");
        Files.createDirectories(file.getParent());
        var before = Files.exists(file) ? Files.readString(file) : "# Numbers\n\nWhat was measured, by the command above each table; newest first.\n\n";
        var at = before.indexOf("## ");
        Files.writeString(file, at < 0 ? before + table : before.substring(0, at) + table + before.substring(at), StandardCharsets.UTF_8);
        System.out.println("written to " + file);
    }

    private static String store() {
        return System.getenv("XINJU_MONGODB_URI") == null ? "the stand-in of standalone/store" : "MongoDB";
    }

    private static String compiling() {
        return "work".equals(System.getenv("XINJU_COMPILING")) ? "C1 and, late, C2" : "C1 (store and gateway: C2 too)";
    }

    /** Flags that whoever started this gave to single processes. */
    private static String given() {
        return System.getenv().entrySet().stream().filter(one -> one.getKey().startsWith("XINJU_JVM_OPTIONS_")).sorted(Map.Entry.comparingByKey())
                .map(one -> "; " + one.getKey() + "=" + one.getValue()).collect(Collectors.joining());
    }

    private static String commit() throws IOException {
        var process = new ProcessBuilder("git", "rev-parse", "--short", "HEAD").redirectErrorStream(true).start();
        return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
    }
}
