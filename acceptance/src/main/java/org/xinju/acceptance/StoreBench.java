package org.xinju.acceptance;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;

import com.mongodb.WriteConcern;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Accumulators;
import com.mongodb.client.model.Aggregates;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.ReplaceOptions;
import com.mongodb.client.model.Sorts;
import org.bson.Document;
import org.bson.RawBsonDocument;

/** The stand-in store alone: documents of 2 KB, the queries that services put, one client on the same machine. */
final class StoreBench implements Bench {

    private static final int BATCH = 1_000;
    private static final int GRIDS = 143;
    private static final int ROUNDS = 2_000;
    private static final String UNDER_ONE = "under 1 ms (median, the driver's way included)";

    private static final List<String> AS_STARTED_BY_RUN = List.of("-XX:Tier4InvocationThreshold=50000", "-XX:Tier4MinInvocationThreshold=6000",
            "-XX:Tier4CompileThreshold=150000", "-XX:Tier4BackEdgeThreshold=400000", "-XX:+UseG1GC", "-XX:+UseCompactObjectHeaders");

    private final int[] sizes;
    private final long seed;

    StoreBench(long seed, int... sizes) {
        this.seed = seed;
        this.sizes = sizes;
    }

    @Override
    public String row() {
        return "store";
    }

    @Override
    public String title() {
        return "the stand-in store with " + Arrays.toString(sizes) + " documents of 2 KB, seed " + seed;
    }

    @Override
    public List<Figure> measure() throws Exception {
        var figures = new ArrayList<Figure>();
        for (var size : sizes) {
            measure(size, figures);
        }
        return figures;
    }

    private void measure(int size, List<Figure> figures) throws Exception {
        var folder = RunningSystem.root().resolve("data/bench-store");
        delete(folder);
        Files.createDirectories(folder);
        var of = String.format(Locale.ROOT, "%,d documents: ", size);
        var bar = size == 100_000 ? UNDER_ONE : "-";
        var store = start(folder);
        try (var client = MongoClients.create("mongodb://127.0.0.1:" + port(folder, store))) {
            var collection = client.getDatabase("bench").getCollection("residents").withWriteConcern(WriteConcern.MAJORITY.withJournal(true));
            collection.createIndex(new Document("within", 1).append("on", 1).append("_id", 1));
            figures.add(new Figure(row(), of + "loaded", rate(size, timed(() -> load(collection, size))), "-"));
            var random = new Random(seed);
            figures.add(new Figure(row(), of + "get by id", median(ROUNDS, _ -> collection.find(Filters.eq(id(random, size))).first()), bar));
            var undecoded = collection.withDocumentClass(RawBsonDocument.class);
            figures.add(new Figure(row(), of + "page of 50 by area and date", median(ROUNDS / 4, _ -> undecoded.find(Filters.and(
                    Filters.eq("within", grid(random.nextInt(GRIDS))), Filters.gte("on", 10_000 + random.nextInt(500))))
                    .sort(Sorts.ascending("on", "_id")).limit(50).into(new ArrayList<>())), bar));
            figures.add(new Figure(row(), of + "optimistic save", median(ROUNDS, _ -> save(collection, id(random, size))), bar));
            figures.add(new Figure(row(), of + "aggregation over one grid", median(20, _ -> collection.aggregate(List.of(
                    Aggregates.match(Filters.eq("within", grid(random.nextInt(GRIDS)))), Aggregates.group("$on", Accumulators.sum("n", 1))))
                    .into(new ArrayList<>())), "-"));
            figures.add(new Figure(row(), of + "durable writes, 8 writers", rate(8 * ROUNDS, timed(() -> write(collection, size))),
                    size == 100_000 ? "2,000/s" : "-"));
            figures.add(new Figure(row(), of + "memory (RSS)", "%.2f GB".formatted(RunningSystem.residentKilobytes(store.pid()) / 1e6), "-"));
        } finally {
            store.destroyForcibly().waitFor();
        }
        var start = System.nanoTime();
        var again = start(folder);
        port(folder, again);
        figures.add(new Figure(row(), of + "started again after SIGKILL", "%.1f s".formatted(RosterBench.seconds(start)), "-"));
        again.destroyForcibly().waitFor();
        delete(folder);
    }

    private void load(MongoCollection<Document> collection, int size) {
        var random = new Random(seed);
        for (var first = 0; first < size; first += BATCH) {
            collection.insertMany(IntStream.range(first, Math.min(size, first + BATCH)).mapToObj(i -> document(i, random)).toList());
        }
    }

    /** As a resident is stored: a few short fields, areas, and sealed values of 1.6 KB. */
    private static Document document(int i, Random random) {
        var sealed = new byte[150];
        var values = new Document();
        for (var name : List.of("name", "number", "birthDate", "phone", "address", "index1", "index2", "index3")) {
            random.nextBytes(sealed);
            values.append(name, java.util.Base64.getEncoder().encodeToString(sealed));
        }
        return new Document("_id", "r" + i).append("version", 1L).append("sequence", 1_000_000L + i)
                .append("within", List.of("330206004", "PQ" + i % 11, "C" + i % 49, grid(i % GRIDS))).append("on", 10_000 + random.nextInt(1000))
                .append("status", "REGISTERED").append("sealed", values);
    }

    private static String grid(int number) {
        return "G" + number;
    }

    private static String id(Random random, int size) {
        return "r" + random.nextInt(size);
    }

    private static void save(MongoCollection<Document> collection, String id) {
        var found = java.util.Objects.requireNonNull(collection.find(Filters.eq(id)).first());
        var version = found.getLong("version");
        found.append("version", version + 1);
        collection.replaceOne(Filters.and(Filters.eq(id), Filters.eq("version", version)), found);
    }

    private void write(MongoCollection<Document> collection, int size) throws Exception {
        try (var writers = Executors.newFixedThreadPool(8)) {
            var work = IntStream.range(0, 8).<Callable<Void>>mapToObj(w -> () -> {
                var random = new Random(seed + w);
                for (var i = 0; i < ROUNDS; i++) {
                    var id = "w" + w + "-" + i % size;
                    collection.replaceOne(Filters.eq(id), document(i, random).append("_id", id), new ReplaceOptions().upsert(true));
                }
                return null;
            }).toList();
            for (var done : writers.invokeAll(work)) {
                done.get();
            }
        }
    }

    private interface Work {
        void run() throws Exception;
    }

    private static double timed(Work work) throws Exception {
        var start = System.nanoTime();
        work.run();
        return RosterBench.seconds(start);
    }

    private static String rate(int count, double seconds) {
        return String.format(Locale.ROOT, "%.1f s, %,.0f/s", seconds, count / seconds);
    }

    /** After as many rounds to warm up. */
    private static String median(int rounds, IntConsumer work) {
        IntStream.range(0, rounds).forEach(work);
        return Times.of(rounds, work).summary(99);
    }

    private static Process start(Path folder) throws IOException {
        var jar = RunningSystem.root().resolve("standalone/store/target/xinju-store.jar");
        var heap = ((com.sun.management.OperatingSystemMXBean) java.lang.management.ManagementFactory.getOperatingSystemMXBean())
                .getTotalMemorySize() / 3 >> 20;
        var line = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Xmx" + heap + "m"));
        line.addAll(AS_STARTED_BY_RUN);
        line.addAll(List.of("-cp", jar + ":" + jar.resolveSibling("lib") + "/*", "org.xinju.store.StoreMain", "--port", "0",
                "--data", folder.resolve("data").toString()));
        return new ProcessBuilder(line).redirectErrorStream(true).redirectOutput(folder.resolve("out").toFile()).start();
    }

    private static int port(Path folder, Process store) throws Exception {
        var end = System.nanoTime() + TimeUnit.MINUTES.toNanos(5);
        while (System.nanoTime() < end && store.isAlive()) {
            var text = Files.readString(folder.resolve("out"));
            if (text.contains("store ready on") && text.endsWith("\n")) {
                return Integer.parseInt(text.substring(text.lastIndexOf(':') + 1).strip());
            }
            Waiting.aMoment();
        }
        throw new IllegalStateException("the store did not start: " + Files.readString(folder.resolve("out")));
    }

    private static void delete(Path folder) throws IOException {
        if (Files.exists(folder)) {
            try (var files = Files.walk(folder)) {
                for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        }
    }
}
