package org.xinju.acceptance;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** A running system under load: the people who report, the staff of every grid, and the process that sends what they do. */
final class LoadScene implements AutoCloseable {

    /** Life cycles before any that count. */
    static final List<Step> WARM_UP = List.of(new Step(2, 15), new Step(10, 45));

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);
    private static final int GRIDS = 143;
    private static final int REPORTERS = 60;
    private static final String TOP = "330206004";
    private static final int AT_ONCE = 1_000;
    private static final Duration PATIENCE = Duration.ofMinutes(90);
    private static final Duration SOON = Duration.ofMinutes(2);

    final RunningSystem system;
    private final Path folder;
    private final Tokens tokens;
    private final long seed;
    private int known = REPORTERS;

    LoadScene(long seed) {
        var data = RunningSystem.root().resolve("data/bench-load");
        this.seed = seed;
        this.system = RunningSystem.startEmpty(data, "--date", TODAY + "T10:00");
        this.tokens = new Tokens(system.issuer(), data);
        this.folder = data.resolve("load");
        try {
            Files.createDirectories(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Where it puts what the programs read that make the load. */
    Path folder() {
        return folder;
    }

    String token(String subject, String role, List<String> areas) {
        return tokens.of(subject, role, areas);
    }

    /** Settled cases of the made-up world, as many as that. */
    void storeCases(int cases) {
        var operator = system.as("operator", "grid-service");
        for (var from = 0; from < cases; from += AT_ONCE) {
            var request = Map.of("seed", seed, "residents", 150_000, "from", from, "until", Math.min(cases, from + AT_ONCE));
            Waiting.until("cases from " + from + " are stored", SOON, () -> operator.post("/api/grid/histories", request).status() == 200);
        }
    }

    /** Residents of the made-up world, scored and counted. */
    void storeResidents(int residents) {
        var operator = system.as("operator");
        var world = operator.post("/api/registry/worlds", Map.of("seed", seed, "residents", residents)).location();
        Waiting.until("the world is placed and told", PATIENCE, () -> operator.get(world).text("phase").equals("DONE"));
        Quiet.await(system, PATIENCE);
    }

    /** Everybody who reports and works, with a token each. */
    void people() {
        var administrator = system.as("administrator", "registry-service");
        var worker = system.as("grid-worker", "registry-service");
        var issuer = administrator.claim("iss");
        var reporters = Person.generate(seed, REPORTERS, TODAY);
        for (var n = 0; n < REPORTERS; n++) {
            var resident = made(worker.post("/api/registry/residents", registration(reporters.get(n)))).text("id");
            made(administrator.post("/api/registry/bindings", Map.of("issuer", issuer, "subject", reporter(n), "kind", "RESIDENT", "target", resident)));
        }
        file("reporters.csv", "reporter", REPORTERS, n -> tokens.of(reporter(n), "resident", List.of()));
        file("grids.csv", "grid,worker,room", GRIDS, n -> {
            var grid = "G%03d".formatted(n + 1);
            return String.join(",", grid, tokens.of("load-worker-" + n, "grid-worker", List.of(grid)), tokens.of("load-room-" + n, "command-room", List.of(TOP)));
        });
        var last = new Api(system.address("grid-service"), tokens.of(reporter(REPORTERS - 1), "resident", List.of()));
        Waiting.until("grid-service knows who reports", SOON, () -> last.post("/api/grid/cases",
                Map.of("category", "hazard.fire", "area", "G001", "description", "楼道里堆满纸箱。")).status() == 201);
        Quiet.await(system, SOON);
    }

    /** Who registers in the next run: people whom nobody knows yet. */
    void newcomers(int count) {
        var newcomers = strangers(count);
        file("people.csv", "name,idNumber,phone,newcomer,registrar", count, n -> {
            var person = newcomers.get(n);
            return String.join(",", person.name(), person.idNumber(), person.phone(), tokens.of("load-newcomer-" + n, "resident", List.of()),
                    tokens.of("load-registrar-" + n % GRIDS, "grid-worker", List.of(TOP)));
        });
    }

    /** So many people whom nobody knows yet, others each time. */
    List<Person> strangers(int count) {
        var all = Person.generate(seed, known + count, TODAY);
        var strangers = all.subList(known, all.size());
        known = all.size();
        return strangers;
    }

    /**
     * Sends what people do through the gateway.
     *
     * @param arrivals {@code lifecycles} and {@code registrations}, as the simulation takes them
     */
    Samples run(Map<String, String> arrivals) {
        var load = RunningSystem.root().resolve("load/target");
        var line = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Xmx512m", "-XX:+UseSerialGC",
                "--enable-native-access=ALL-UNNAMED", "--add-opens=java.base/java.lang=ALL-UNNAMED", "-Dxinju.load.base=" + system.gateway(), "-Dxinju.load.folder=" + folder));
        arrivals.forEach((name, steps) -> line.add("-Dxinju.load." + name + "=" + steps));
        line.addAll(List.of("-cp", load.resolve("xinju-load.jar") + ":" + load.resolve("lib") + "/*", "io.gatling.app.Gatling", "-s", "org.xinju.load.Peers", "-nr", "-rf",
                folder.resolve("gatling").toString()));
        Program.output(new ProcessBuilder(line).directory(folder.toFile()), PATIENCE);
        return Samples.read(folder.resolve("samples.tsv"));
    }

    /** How long it takes from now until all that followed from the load is worked off. */
    String untilQuiet() {
        return "%.1f s".formatted(Quiet.await(system, PATIENCE).toMillis() / 1000.0);
    }

    private static Map<String, String> registration(Person person) {
        return Map.of("name", person.name(), "idNumber", person.idNumber(), "phone", person.phone(), "address", "高田王 8号 201室");
    }

    private static Api.Answer made(Api.Answer answer) {
        if (answer.status() > 201) {
            throw new IllegalStateException("refused: " + answer.status() + " " + answer.body());
        }
        return answer;
    }

    private static String reporter(int n) {
        return "load-reporter-" + n;
    }

    private void file(String name, String head, int rows, IntFunction<String> row) {
        try {
            Files.write(folder.resolve(name), Stream.concat(Stream.of(head), IntStream.range(0, rows).mapToObj(row)).toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        system.close();
    }
}
