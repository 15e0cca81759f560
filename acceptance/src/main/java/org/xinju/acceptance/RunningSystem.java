package org.xinju.acceptance;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The system started by {@code ./run} on ports and data of its own; a user's view of it. */
public final class RunningSystem implements Deployment, AutoCloseable {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Path root;
    private final Path data;
    private final Map<String, String> environment;
    private final Map<String, String> tokens = new ConcurrentHashMap<>();

    private RunningSystem(Path root, Path data, Map<String, String> more) {
        this.root = root;
        this.data = data;
        this.environment = new LinkedHashMap<>(more);
        environment.put("XINJU_DATA", data.toString());
        environment.putAll(Ports.free());
    }

    /**
     * Starts everything and returns when it is ready.
     *
     * @param data folder for its data; caches of earlier starts in it are used
     * @param arguments of {@code ./run}, for example {@code --date 2026-11-23}
     */
    public static RunningSystem start(Path data, String... arguments) {
        return start(data, Map.of(), arguments);
    }

    private static RunningSystem start(Path data, Map<String, String> environment, String... arguments) {
        var system = new RunningSystem(root(), data, environment);
        var command = new ArrayList<>(List.of("./run", "--detach", "--no-build"));
        command.addAll(List.of(arguments));
        system.execute(Duration.ofMinutes(6), command);
        return system;
    }

    /** As {@link #start}, without what earlier starts stored and without the demonstration world. */
    static RunningSystem startEmpty(Path data, String... arguments) {
        return startEmpty(data, Map.of(), arguments);
    }

    /** @param environment for {@code ./run}, besides the ports */
    public static RunningSystem startEmpty(Path data, Map<String, String> environment, String... arguments) {
        reset(data);
        return start(data, environment, Stream.concat(Stream.of(arguments), Stream.of("--empty")).toArray(String[]::new));
    }

    /** Deletes what was stored; the start-up caches stay. */
    static void reset(Path data) {
        new RunningSystem(root(), data, Map.of()).execute(Duration.ofMinutes(2), List.of("./run", "reset", "--no-build"));
    }

    /** The checkout that this runs in. */
    public static Path root() {
        var folder = Path.of("").toAbsolutePath();
        while (!Files.isExecutable(folder.resolve("run"))) {
            folder = folder.getParent();
            if (folder == null) {
                throw new IllegalStateException("start this inside a checkout: there is no ./run above " + Path.of("").toAbsolutePath());
            }
        }
        return folder;
    }

    @Override
    public Api as(String persona) {
        return new Api(gateway(), token(persona));
    }

    /** The API of a service itself: the gateway's limits per caller are not what is looked at. */
    public Api as(String persona, String service) {
        return as(persona).at(address(service));
    }

    /** Where a component listens on this machine. */
    public String address(String component) {
        return "http://localhost:" + record(component).path("port").asInt();
    }

    /** Whether the launcher has seen it do its work since it was last started. */
    public boolean isReady(String component) {
        return record(component).path("state").asString("").equals("READY");
    }

    /** Where front ends call. */
    public String gateway() {
        return "http://localhost:" + environment.get("XINJU_PORT");
    }

    /** What a shell prints that somebody has opened in the checkout beside this system. */
    String shell(String script) {
        return execute(Duration.ofMinutes(3), List.of("bash", "-euo", "pipefail", "-c", script));
    }

    public String issuer() {
        return "http://localhost:" + environment.get("XINJU_ISSUER_PORT");
    }

    @Override
    public String channels() {
        return "http://localhost:" + environment.get("XINJU_CHANNELS_PORT");
    }

    public String broker() {
        return "localhost:" + environment.get("XINJU_KAFKA_PORT");
    }

    /** Where the store listens, for the driver. */
    public String store() {
        return "mongodb://localhost:" + environment.get("XINJU_STORE_PORT");
    }

    private String token(String persona) {
        return tokens.computeIfAbsent(persona, name -> execute(Duration.ofSeconds(30), List.of("./run", "token", name)).strip());
    }

    /** SIGKILL; the launcher starts the component again. */
    public void kill(String component) {
        var process = ProcessHandle.of(pid(component)).orElseThrow(() -> new IllegalStateException(component + " is not running"));
        process.destroyForcibly();
        process.onExit().orTimeout(10, TimeUnit.SECONDS).join();
    }

    /** Sends a signal, for example {@code STOP}, to a component or to the {@code launcher}. */
    public void signal(String component, String signal) {
        execute(Duration.ofSeconds(10), List.of("kill", "-" + signal, Long.toString(pid(component))));
    }

    /** Resident memory of all its processes, the launcher's too. */
    long residentKilobytes() {
        return residentKilobytesOfEach().values().stream().mapToLong(Long::longValue).sum();
    }

    Map<String, Long> residentKilobytesOfEach() {
        return Stream.concat(Stream.of("launcher"), components().stream()).collect(Collectors.toMap(component -> component, component -> residentKilobytes(pid(component))));
    }

    static long residentKilobytes(long pid) {
        try (var lines = Files.lines(Path.of("/proc", Long.toString(pid), "status"))) {
            return lines.filter(line -> line.startsWith("VmRSS:")).mapToLong(line -> Long.parseLong(line.replaceAll("\\D", ""))).sum();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Names of everything that runs, the launcher left out. */
    public List<String> components() {
        try (var records = Files.list(data.resolve("run"))) {
            return records.map(file -> file.getFileName().toString()).filter(name -> name.endsWith(".json"))
                    .map(name -> name.replace(".json", "")).filter(name -> !name.equals("launcher")).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Names of all that run of one service. */
    public List<String> replicas(String service) {
        return components().stream().filter(name -> name.replaceFirst("-[0-9]+$", "").equals(service)).toList();
    }

    public long pid(String component) {
        return record(component).path("pid").asLong();
    }

    private JsonNode record(String component) {
        try {
            return JSON.readTree(Files.readAllBytes(data.resolve("run").resolve(component + ".json")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        execute(Duration.ofMinutes(2), List.of("./run", "stop"));
    }

    private String execute(Duration limit, List<String> command) {
        var program = new ProcessBuilder(command).directory(root.toFile());
        program.environment().putAll(environment);
        return Program.output(program, limit);
    }
}
