package org.xinju.acceptance.compose;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.xinju.acceptance.Api;
import org.xinju.acceptance.Deployment;
import org.xinju.acceptance.Program;
import org.xinju.acceptance.RunningSystem;
import org.xinju.acceptance.Waiting;

/** A stack of docker-compose.yml of its own: another project name, another port, volumes that are deleted before and after. */
final class Stack implements Deployment, AutoCloseable {

    private static final Path ROOT = RunningSystem.root();
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String PROJECT = "xinju-check";
    private static final String PORT = "18443";
    private static final String ADDRESS = "https://localhost:" + PORT;
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final Duration FRESH = Duration.ofMinutes(5); // tokens are good for fifteen
    private static final Map<String, String> ENVIRONMENT = Map.of("COMPOSE_PROJECT_NAME", PROJECT, "COMPOSE_FILE",
            "docker-compose.yml:docker/check.yml", "PORT", PORT, "PUBLIC_URL", ADDRESS);

    private record Given(Api api, Instant at) {}

    private final HttpClient client = trusting(ROOT.resolve("secrets/certificate"));
    private final Map<String, Given> tokens = new ConcurrentHashMap<>();

    /** What {@code docker compose} prints. */
    String compose(String... arguments) {
        return docker(Duration.ofMinutes(5), Stream.concat(Stream.of("compose"), Stream.of(arguments)).toList(), Map.of());
    }

    /** @throws IllegalStateException with what was printed; the environment may spoil what {@code .env} says */
    static String docker(Duration limit, List<String> arguments, Map<String, String> more) {
        var line = new ArrayList<>(List.of("docker"));
        line.addAll(arguments);
        var program = new ProcessBuilder(line).directory(ROOT.toFile());
        program.environment().putAll(ENVIRONMENT);
        program.environment().putAll(more);
        return Program.output(program, limit);
    }

    /** Ids of the containers of some services that run; of all without a name. */
    List<String> containers(String... services) {
        return running(services).map(line -> line[1]).toList();
    }

    private static Stream<String[]> running(String... services) {
        var wanted = List.of(services);
        return docker(Duration.ofSeconds(30), List.of("ps", "--no-trunc", "--filter", "label=com.docker.compose.project=" + PROJECT, "--format",
                "{{.Label \"com.docker.compose.service\"}} {{.ID}} {{.Status}}"), Map.of()).lines().map(line -> line.split(" ", 3))
                .filter(line -> wanted.isEmpty() || wanted.contains(line[0]));
    }

    /** Whether so many containers run and all are healthy that can tell. Asks the engine at most once a second: each question costs. */
    boolean isHealthy(int containers) {
        Waiting.happens(Duration.ofSeconds(1), () -> false);
        var all = running().map(line -> line[2]).toList();
        return all.size() == containers && all.stream().allMatch(status -> status.startsWith("Up") && !status.contains("health: starting") && !status.contains("unhealthy"));
    }

    /** For whoever looks for a cause: all containers, the last lines of each, and the threads of those that are not healthy. */
    String symptoms() {
        var text = new StringBuilder(compose("ps", "--all")).append(compose("logs", "--tail", "10", "--no-color"));
        running().filter(line -> line[2].contains("unhealthy")).map(line -> line[1]).forEach(ill -> {
            docker(PATIENCE, List.of("kill", "--signal", "QUIT", ill), Map.of());
            Waiting.pause(Duration.ofSeconds(3));
            text.append(docker(PATIENCE, List.of("logs", "--tail", "1500", ill), Map.of()));
        });
        return text.toString();
    }

    /** One field of {@code docker inspect}, by a Go template. */
    static String inspect(String container, String template) {
        return docker(Duration.ofSeconds(20), List.of("inspect", "--format", template, container), Map.of()).strip();
    }

    static String name(String container) {
        return inspect(container, "{{.Name}}").replace("/" + PROJECT + "-", "");
    }

    /** SIGKILL from outside: the engine takes it for the process's own death and starts it again. */
    static void kill(String container) {
        ProcessHandle.of(Long.parseLong(inspect(container, "{{.State.Pid}}"))).orElseThrow().destroyForcibly();
    }

    /**
     * Bytes that a container uses, the cache of files left out that could be given back, and its limit; read from its cgroup.
     *
     * @throws IllegalStateException if it has no limit
     */
    static Memory memory(String container) {
        try {
            var pid = inspect(container, "{{.State.Pid}}");
            var groups = Files.readAllLines(Path.of("/proc", pid, "cgroup"));
            var old = groups.stream().filter(line -> line.split(":")[1].equals("memory")).map(line -> line.split(":", 3)[2]).findFirst();
            var folder = old.map(path -> Path.of("/sys/fs/cgroup/memory" + path))
                    .orElseGet(() -> Path.of("/sys/fs/cgroup" + groups.getFirst().split(":", 3)[2]));
            var used = number(folder.resolve(old.isPresent() ? "memory.usage_in_bytes" : "memory.current"));
            var limit = number(folder.resolve(old.isPresent() ? "memory.limit_in_bytes" : "memory.max"));
            var cache = Files.readAllLines(folder.resolve("memory.stat")).stream()
                    .filter(line -> line.startsWith(old.isPresent() ? "total_inactive_file " : "inactive_file "))
                    .mapToLong(line -> Long.parseLong(line.split(" ")[1])).findFirst().orElse(0);
            return new Memory(used - cache, limit);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    record Memory(long used, long limit) {}

    private static long number(Path file) throws IOException {
        var text = Files.readString(file).strip();
        if (text.equals("max")) {
            throw new IllegalStateException("no limit in " + file);
        }
        return Long.parseLong(text);
    }

    /** On the network that only containers share; this machine reaches it too. */
    String address(String service) {
        return "http://" + inspect(containers(service).getFirst(), "{{range $name, $network := .NetworkSettings.Networks}}{{if eq $name \"" + PROJECT + "_front\"}}{{$network.IPAddress}}{{end}}{{end}}");
    }

    /** Series that Prometheus has for an expression: their labels and last value. */
    List<JsonNode> prometheus(String expression) {
        var answer = new Api(address("prometheus") + ":9090", "").get("/api/v1/query?query=" + URLEncoder.encode(expression, StandardCharsets.UTF_8));
        return answer.body().path("data").path("result").valueStream().toList();
    }

    @Override
    public Api as(String persona) {
        return tokens.compute(persona, (_, given) -> given != null && given.at().plus(FRESH).isAfter(Instant.now()) ? given
                : new Given(new Api(client, ADDRESS, token(persona)), Instant.now())).api();
    }

    private String token(String persona) {
        var form = "grant_type=password&client_id=demo&username=" + persona + "&password=" + secret("demo-password");
        var request = HttpRequest.newBuilder(URI.create(ADDRESS + "/realms/xinju/protocol/openid-connect/token")).timeout(Duration.ofSeconds(20))
                .header("Content-Type", "application/x-www-form-urlencoded").POST(HttpRequest.BodyPublishers.ofString(form)).build();
        var answer = send(request);
        if (answer.statusCode() != 200) {
            throw new IllegalStateException("no token for " + persona + ": " + answer.statusCode() + " " + answer.body());
        }
        return JSON.readTree(answer.body()).path("access_token").asString();
    }

    /** Status of a page that needs no token. */
    int status(String path) {
        return send(HttpRequest.newBuilder(URI.create(ADDRESS + path)).timeout(Duration.ofSeconds(20)).build()).statusCode();
    }

    /** Again while nobody takes the call, or the identity server is on its way back. */
    private HttpResponse<String> send(HttpRequest request) {
        var end = System.nanoTime() + PATIENCE.toNanos();
        while (true) {
            try {
                var answer = client.send(request, BodyHandlers.ofString());
                if (answer.statusCode() < 502 || System.nanoTime() > end) {
                    return answer;
                }
            } catch (IOException e) {
                if (System.nanoTime() > end) {
                    throw new UncheckedIOException(e);
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException(e);
            }
            Waiting.aMoment();
        }
    }

    private static String secret(String name) {
        try {
            return Files.readString(ROOT.resolve("secrets").resolve(name)).strip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public String channels() {
        return address("channels-simulator") + ":9105";
    }

    private static HttpClient trusting(Path certificate) {
        try (var in = Files.newInputStream(certificate)) {
            var store = KeyStore.getInstance(KeyStore.getDefaultType());
            store.load(null, null);
            store.setCertificateEntry("gateway", CertificateFactory.getInstance("X.509").generateCertificate(in));
            var trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            trust.init(store);
            var context = SSLContext.getInstance("TLS");
            context.init(null, trust.getTrustManagers(), null);
            return HttpClient.newBuilder().sslContext(context).connectTimeout(Duration.ofSeconds(2)).build();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** With its volumes. */
    @Override
    public void close() {
        compose("down", "--volumes", "--timeout", "5", "--remove-orphans");
    }
}
