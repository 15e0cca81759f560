package org.xinju.launcher.demo;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.xinju.launcher.words.Console;
import org.xinju.launcher.words.Words;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** Against a server that answers as the API promises; the whole journey on the real services is the acceptance module's. */
class DemoWorldTest {

    private static final String ISSUER = "http://issuer.test";

    @TempDir
    private Path folder;
    private final HttpServer server = server();
    private final Map<String, String> done = new LinkedHashMap<>(); // what was done, by idempotency key
    private final List<Integer> troubles = new ArrayList<>(); // statuses to answer posts with, before doing what was asked

    @BeforeEach
    void start() throws IOException {
        Files.writeString(folder.resolve("client-secret"), "secret");
        server.createContext("/personas", this::personas);
        server.createContext("/oauth2/token", exchange -> answer(exchange, 200, "{\"access_token\":\"t\"}"));
        server.createContext("/api/registry/", this::registry);
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @Test
    void it_makes_enterprises_rosters_and_bindings() throws Exception {
        world().load();

        assertThat(done.values()).filteredOn(what -> what.startsWith("/api/registry/enterprises {")).hasSize(6);
        assertThat(done.values()).filteredOn(what -> what.contains("/rosters?dryRun=false")).hasSize(6);
        assertThat(bindings()).contains("persona-employer ENTERPRISE 91990206TTTT00014L", "persona-employer-6 ENTERPRISE 93990206TTTT00057U",
                "persona-resident RESIDENT r1", "persona-resident-2 RESIDENT r2");
    }

    @Test
    void loading_twice_does_everything_once() throws Exception {
        world().load();
        var once = Map.copyOf(done);

        world().load();

        assertThat(done).isEqualTo(once);
    }

    @Test
    void what_is_busy_is_asked_again() throws Exception {
        troubles.addAll(List.of(503, 429, 502));

        world().load();

        assertThat(bindings()).hasSize(8);
    }

    @Test
    void a_refusal_is_told_and_the_next_time_goes_on() throws Exception {
        troubles.add(400);

        assertThatThrownBy(() -> world().load()).hasMessageContaining("POST /api/registry/enterprises answered: 400");
        world().load();

        assertThat(bindings()).hasSize(8);
    }

    private DemoWorld world() {
        var gateway = URI.create("http://127.0.0.1:" + server.getAddress().getPort());
        return new DemoWorld(gateway, new Tokens(gateway, folder), ISSUER, new Console(new PrintStream(new ByteArrayOutputStream(), false,
                StandardCharsets.UTF_8), Words.ENGLISH));
    }

    private Stream<String> bindings() {
        return done.values().stream().filter(what -> what.startsWith("/api/registry/bindings")).map(what -> {
            var body = Api.JSON.readTree(what.substring(what.indexOf('{')));
            assertThat(body.get("issuer").asString()).isEqualTo(ISSUER);
            return body.get("subject").asString() + " " + body.get("kind").asString() + " " + body.get("target").asString();
        });
    }

    private void personas(HttpExchange exchange) throws IOException {
        var residents = Stream.of("resident", "resident-2").map(name -> persona(name, "resident"));
        var employers = IntStream.rangeClosed(1, 6).mapToObj(n -> persona(n == 1 ? "employer" : "employer-" + n, "employer"));
        answer(exchange, 200, Stream.of(residents, employers, Stream.of(persona("administrator", "administrator"))).flatMap(all -> all)
                .collect(Collectors.joining(",", "[", "]")));
    }

    private static String persona(String name, String role) {
        return "{\"name\":\"%s\",\"subject\":\"persona-%s\",\"roles\":[\"%s\"],\"areas\":[]}".formatted(name, name, role);
    }

    private void registry(HttpExchange exchange) throws IOException {
        var path = exchange.getRequestURI().toString();
        var body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        if (exchange.getRequestMethod().equals("GET")) {
            answer(exchange, 200, path.contains("/rows") ? "{\"items\":[{\"residentId\":\"r1\"},{\"outcome\":\"REFUSED\"},{\"residentId\":\"r2\"}]}"
                    : "{\"state\":\"DONE\"}");
        } else if (!troubles.isEmpty()) {
            answer(exchange, troubles.removeFirst(), "{}");
        } else {
            done.put(exchange.getRequestHeaders().getFirst("Idempotency-Key"), path + " " + body);
            exchange.getResponseHeaders().add("Location", "/api/registry/rosters/1");
            answer(exchange, path.contains("/rosters") ? 202 : 201, "");
        }
    }

    private static void answer(HttpExchange exchange, int status, String body) throws IOException {
        var bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    private static HttpServer server() {
        try {
            return HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
