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
import java.util.Set;
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

/** Against a server that answers as the API promises; the whole journey on the real services is the acceptance module's. */
class DemoWorldTest {

    private static final Set<String> RUNNING = Set.of("registry-service", "grid-service");
    private static final String ISSUER = "http://issuer.test";

    @TempDir
    private Path folder;
    private final HttpServer server = server();
    private final Map<String, String> done = new LinkedHashMap<>(); // what was done, by idempotency key
    private final List<Integer> troubles = new ArrayList<>(); // statuses to answer posts with, before doing what was asked
    private final List<Integer> gridTroubles = new ArrayList<>();
    private final ByteArrayOutputStream said = new ByteArrayOutputStream();

    @BeforeEach
    void start() throws IOException {
        Files.writeString(folder.resolve("client-secret"), "secret");
        server.createContext("/personas", this::personas);
        server.createContext("/oauth2/token", exchange -> answer(exchange, 200, "{\"access_token\":\"t\"}"));
        server.createContext("/api/registry/", this::registry);
        server.createContext("/api/grid/", this::grid);
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @Test
    void it_makes_enterprises_rosters_and_bindings() throws Exception {
        tell();

        assertThat(done.values()).filteredOn(what -> what.startsWith("/api/registry/enterprises {")).hasSize(6);
        assertThat(done.values()).filteredOn(what -> what.contains("/rosters?dryRun=false")).hasSize(6);
        assertThat(bindings()).contains("persona-employer ENTERPRISE 91990206TTTT00014L", "persona-employer-6 ENTERPRISE 93990206TTTT00057U",
                "persona-resident RESIDENT r1", "persona-resident-2 RESIDENT r2");
    }

    @Test
    void the_newcomer_registers_alone_and_is_nobody_of_the_rosters() throws Exception {
        tell();

        assertThat(bindings()).noneMatch(binding -> binding.startsWith("persona-newcomer"));
        var newcomer = DemoPeople.newcomer();
        assertThat(done.values()).filteredOn(what -> what.startsWith("/api/registry/residents {")).singleElement().asString()
                .contains(newcomer.idNumber(), newcomer.phone());
        assertThat(done.values()).filteredOn(what -> what.contains("/rosters")).noneMatch(what -> what.contains(newcomer.idNumber())
                || what.contains(newcomer.phone()));
    }

    @Test
    void thirteen_grids_have_teams_and_the_last_one_lacks_volunteers() throws Exception {
        tell();

        assertThat(done.values()).filteredOn(what -> what.startsWith("/api/grid/teams/")).hasSize(13 * 9 - 2);
        assertThat(done.values()).filteredOn(what -> what.startsWith("/api/grid/teams/G001/members") && what.contains("LEADER")).hasSize(1);
        assertThat(done.values()).filteredOn(what -> what.startsWith("/api/grid/teams/G013/members") && what.contains("VOLUNTEER")).hasSize(3);
    }

    @Test
    void a_hazard_goes_the_whole_loop_and_another_one_is_open() throws Exception {
        tell();

        assertThat(done.values()).filteredOn(what -> what.startsWith("/api/grid/cases/")).extracting(what -> what.substring(0, what.indexOf(' ')))
                .containsExactly("/api/grid/cases/1/acceptances", "/api/grid/cases/1/dispatches", "/api/grid/cases/1/handlings",
                        "/api/grid/cases/1/feedbacks", "/api/grid/cases/1/verifications", "/api/grid/cases/1/closures",
                        "/api/grid/cases/1/ratings", "/api/grid/cases/2/acceptances", "/api/grid/cases/2/dispatches");
        assertThat(done.values()).filteredOn(what -> what.startsWith("/api/grid/photos")).hasSize(3);
        assertThat(done.values()).filteredOn(what -> what.startsWith("/api/grid/cases {")).first().asString()
                .as("a photo that was sent before").contains("\"photos\":[\"photo-1\"]");
    }

    @Test
    void telling_twice_does_everything_once() throws Exception {
        tell();
        var once = Map.copyOf(done);

        tell();

        assertThat(done).isEqualTo(once);
    }

    @Test
    void what_was_told_is_not_told_again() throws Exception {
        assertThat(tell()).containsExactly("people", "newcomer", "teams", "settled-hazard", "open-hazard");
        done.clear();

        assertThat(tell(Set.of("people", "newcomer", "teams", "settled-hazard", "open-hazard"), RUNNING)).isEmpty();
        assertThat(done).isEmpty();
    }

    @Test
    void a_story_waits_for_the_services_that_it_is_about() throws Exception {
        assertThat(tell(Set.of(), Set.of("registry-service"))).containsExactly("people", "newcomer");
        assertThat(tell(Set.of("people", "newcomer"), RUNNING)).containsExactly("teams", "settled-hazard", "open-hazard");
    }

    @Test
    void what_is_busy_is_asked_again() throws Exception {
        troubles.addAll(List.of(503, 429, 502));

        tell();

        assertThat(bindings()).hasSize(8);
    }

    @Test
    void what_the_grid_has_not_heard_yet_is_asked_again() throws Exception {
        gridTroubles.addAll(List.of(404, 403));

        assertThat(tell()).contains("teams");
    }

    @Test
    void a_refusal_is_told_and_leaves_the_other_stories_and_the_next_time_goes_on() throws Exception {
        troubles.add(400);

        assertThat(tell()).containsExactly("newcomer", "teams", "settled-hazard", "open-hazard");
        assertThat(said.toString(StandardCharsets.UTF_8)).contains("POST /api/registry/enterprises answered: 400");

        assertThat(tell(Set.of("newcomer", "teams", "settled-hazard", "open-hazard"), RUNNING)).containsExactly("people");
        assertThat(bindings()).hasSize(8);
    }

    private List<String> tell() throws InterruptedException {
        return tell(Set.of(), RUNNING);
    }

    private List<String> tell(Set<String> told, Set<String> running) throws InterruptedException {
        var gateway = URI.create("http://127.0.0.1:" + server.getAddress().getPort());
        var then = new ArrayList<String>();
        new DemoWorld(gateway, new Tokens(gateway, folder), ISSUER, new Console(new PrintStream(said, true, StandardCharsets.UTF_8),
                Words.ENGLISH)).tell(told, running, then::add);
        return then;
    }

    private Stream<String> bindings() {
        return done.values().stream().filter(what -> what.startsWith("/api/registry/bindings")).map(what -> {
            var body = Api.JSON.readTree(what.substring(what.indexOf('{')));
            assertThat(body.get("issuer").asString()).isEqualTo(ISSUER);
            return body.get("subject").asString() + " " + body.get("kind").asString() + " " + body.get("target").asString();
        });
    }

    private void personas(HttpExchange exchange) throws IOException {
        var residents = Stream.of("newcomer", "resident", "resident-2").map(name -> persona(name, "resident"));
        var employers = IntStream.rangeClosed(1, 6).mapToObj(n -> persona(n == 1 ? "employer" : "employer-" + n, "employer"));
        var staff = Stream.of("administrator", "grid-worker", "grid-worker-3", "grid-leader", "command-room", "department")
                .map(name -> persona(name, name.replaceAll("-[0-9]", "")));
        answer(exchange, 200, Stream.of(residents, employers, staff).flatMap(all -> all)
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

    /** Numbers what it makes; the same key is answered as before. */
    private void grid(HttpExchange exchange) throws IOException {
        var path = exchange.getRequestURI().toString();
        var body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        if (!gridTroubles.isEmpty()) {
            answer(exchange, gridTroubles.removeFirst(), "{}");
            return;
        }
        done.putIfAbsent(exchange.getRequestHeaders().getFirst("Idempotency-Key"), path + " " + body);
        var kind = path + " ";
        var number = List.copyOf(done.values()).stream().filter(what -> what.startsWith(kind)).toList().indexOf(path + " " + body) + 1;
        exchange.getResponseHeaders().add("Location", path + "/" + number);
        answer(exchange, 201, path.endsWith("/photos") ? "{\"id\":\"photo-" + number + "\"}" : "{}");
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
