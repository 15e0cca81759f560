package org.xinju.acceptance;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * Row 9: what a hop through the gateway costs. In one run the same answer of grid-service is asked for directly, through nginx, through the gateway, and
 * through a second gateway without the native transport; sixteen connections for throughput, one for the delay. Needs {@code wrk} and {@code nginx}.
 * Each is warmed up until it gets no faster: a gateway is compiled by C2, which takes a minute or two.
 */
final class GatewayBench implements Bench {

    private static final String ASKED = "/api/grid/loop";
    private static final String OURS = "through the gateway";
    private static final int CALLERS = 400; // none of them comes near the limit that a caller has
    private static final int CONNECTIONS = 16;
    private static final int ROUNDS = 3;
    private static final int WARM_UP_SECONDS = 5; // of each round
    private static final int WARM_UP_ROUNDS = 36;
    private static final int NO_FASTER = 8; // rounds: C2 rests for half a minute and goes on
    private static final double FASTER = 1.02;
    private static final Duration SOON = Duration.ofMinutes(1);
    private static final Pattern RATE = Pattern.compile("Requests/sec:\\s+([0-9.]+)");
    private static final Pattern MEDIAN = Pattern.compile("50%\\s+([0-9.]+)(us|ms|s)");

    private final int seconds;
    private final long seed;

    GatewayBench(int seconds, long seed) {
        this.seconds = seconds;
        this.seed = seed;
    }

    @Override
    public String row() {
        return "9";
    }

    @Override
    public String title() {
        return "a hop through the gateway beside nginx and none, " + ROUNDS + " rounds of " + seconds + " s each when they get no faster";
    }

    @Override
    public Optional<String> lacks() {
        return List.of("wrk", "nginx").stream().allMatch(GatewayBench::isThere) ? Optional.empty()
                : Optional.of("Row 9 needs wrk and nginx, packages of Debian: apt-get install wrk nginx-light");
    }

    /** @param rates calls a second over many connections, in each round; @param medians delays over one, in milliseconds */
    private record Way(String name, String base, List<Double> rates, List<Double> medians) {

        Way(String name, String base) {
            this(name, base, new ArrayList<>(), new ArrayList<>());
        }

        double rate() {
            return middle(rates);
        }

        double median() {
            return middle(medians);
        }

        private static double middle(List<Double> values) {
            return values.stream().sorted().toList().get(values.size() / 2);
        }
    }

    @Override
    public List<Figure> measure() throws Exception {
        try (var scene = new LoadScene(seed)) {
            var folder = scene.folder();
            var script = script(scene, folder);
            var service = scene.system.address("grid-service");
            var nginx = free();
            var plain = free();
            var helpers = List.of(nginx(folder, nginx, service), gatewayWithoutNative(scene.system, plain));
            try {
                var ways = List.of(new Way("directly", service), new Way("through nginx", "http://127.0.0.1:" + nginx), new Way(OURS, scene.system.gateway()),
                        new Way("through a gateway without native transport", "http://127.0.0.1:" + plain));
                var token = scene.token("load-caller-0", "grid-worker", List.of("G001"));
                ways.forEach(way -> Waiting.until(way.base() + " answers", SOON, () -> new Api(way.base(), token).get(ASKED).status() == 200));
                measure(ways, script);
                return ways.stream().map(way -> figure(way, ways.getFirst())).toList();
            } finally {
                helpers.forEach(Process::destroy);
            }
        }
    }

    private static boolean isThere(String program) {
        return Arrays.stream((System.getenv("PATH") + ":/usr/sbin").split(":")).anyMatch(folder -> Files.isExecutable(Path.of(folder, program)));
    }

    private void measure(List<Way> ways, Path script) {
        ways.forEach(way -> warmUp(way, script));
        for (var round = 0; round < ROUNDS; round++) {
            for (var way : ways) {
                way.rates().add(number(RATE, wrk(way.base(), CONNECTIONS, seconds, script)));
                way.medians().add(number(MEDIAN, wrk(way.base(), 1, seconds, script)));
            }
        }
    }

    private static void warmUp(Way way, Path script) {
        var rates = new ArrayList<String>();
        var best = 0.0;
        var noFaster = 0;
        for (var round = 0; round < WARM_UP_ROUNDS && noFaster < NO_FASTER; round++) {
            var rate = number(RATE, wrk(way.base(), CONNECTIONS, WARM_UP_SECONDS, script));
            noFaster = rate > best * FASTER ? 0 : noFaster + 1;
            best = Math.max(best, rate);
            rates.add(String.format(Locale.ROOT, "%.0f", rate));
        }
        System.out.println("  warmed up " + way.name() + ": " + String.join(", ", rates) + " calls/s");
    }

    private static Figure figure(Way way, Way direct) {
        return new Figure("9", "GET " + ASKED + " " + way.name(), String.format(Locale.ROOT, "%.0f calls/s (%.0f %%) over %d connections; median %.2f ms (%+.2f) over one",
                way.rate(), 100 * way.rate() / direct.rate(), CONNECTIONS, way.median(), way.median() - direct.median()),
                way.name().equals(OURS) ? "must 35 %, +0.7 ms; aim 60 %" : "-");
    }

    private static String wrk(String base, int connections, int seconds, Path script) {
        var printed = Program.output(new ProcessBuilder("wrk", "-t1", "-c" + connections, "-d" + seconds + "s", "--latency", "-s", script.toString(), base + ASKED), SOON.plusSeconds(seconds));
        if (printed.contains("Non-2xx") || printed.contains("Socket errors")) {
            throw new IllegalStateException(base + " refused calls:\n" + printed);
        }
        return printed;
    }

    private static double number(Pattern pattern, String printed) {
        var found = pattern.matcher(printed);
        if (!found.find()) {
            throw new IllegalStateException("wrk says nothing of " + pattern + ":\n" + printed);
        }
        var unit = found.groupCount() > 1 ? found.group(2) : "ms";
        return Double.parseDouble(found.group(1)) * (unit.equals("us") ? 0.001 : unit.equals("s") ? 1000 : 1);
    }

    /** Each call as the next of many callers. */
    private static Path script(LoadScene scene, Path folder) throws IOException {
        var tokens = IntStream.range(0, CALLERS).mapToObj(n -> "\"" + scene.token("load-caller-" + n, "grid-worker", List.of("G001")) + "\"").toList();
        return Files.writeString(folder.resolve("callers.lua"), """
                local tokens = {%s}
                local n = 0
                request = function()
                  n = n %% #tokens + 1
                  return wrk.format("GET", nil, {["Authorization"] = "Bearer " .. tokens[n]})
                end
                """.formatted(String.join(",\n", tokens)));
    }

    private static Process nginx(Path folder, int port, String service) throws IOException {
        var settings = Files.writeString(folder.resolve("nginx.conf"), """
                daemon off;
                worker_processes auto;
                pid %1$s/nginx.pid;
                error_log %1$s/nginx.log;
                events { worker_connections 512; }
                http {
                  access_log off;
                  client_body_temp_path %1$s/nginx-temp; proxy_temp_path %1$s/nginx-temp; fastcgi_temp_path %1$s/nginx-temp; uwsgi_temp_path %1$s/nginx-temp; scgi_temp_path %1$s/nginx-temp;
                  upstream service { server %2$s; keepalive 64; }
                  server {
                    listen 127.0.0.1:%3$d;
                    location / { proxy_pass http://service; proxy_http_version 1.1; proxy_set_header Connection ""; }
                  }
                }
                """.formatted(folder, service.replace("http://localhost", "127.0.0.1"), port));
        return new ProcessBuilder("nginx", "-c", settings.toString(), "-p", folder.toString()).inheritIO().start();
    }

    /** The same program with the same settings as the one that runs. */
    private static Process gatewayWithoutNative(RunningSystem system, int port) throws IOException {
        var running = Path.of("/proc", Long.toString(system.pid("gateway")));
        var command = new ArrayList<>(Arrays.asList(Files.readString(running.resolve("cmdline")).split("\0")));
        command.add(1, "-Dreactor.netty.native=false");
        var builder = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.DISCARD);
        Arrays.stream(Files.readString(running.resolve("environ")).split("\0")).map(one -> one.split("=", 2)).filter(one -> one.length == 2)
                .forEach(one -> builder.environment().put(one[0], one[1]));
        builder.environment().put("SERVER_PORT", Integer.toString(port));
        return builder.start();
    }

    private static int free() throws IOException {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
