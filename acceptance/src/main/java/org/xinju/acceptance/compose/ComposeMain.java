package org.xinju.acceptance.compose;

import java.io.IOException;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import tools.jackson.databind.JsonNode;

import org.xinju.acceptance.Api;
import org.xinju.acceptance.Employer;
import org.xinju.acceptance.Journey;
import org.xinju.acceptance.Person;
import org.xinju.acceptance.Waiting;

/**
 * {@code ./run compose-check}: the system in containers starts, does its work, is scaled, loses containers, and nothing is lost or done
 * twice. Everything is asked from outside. Ends with 1 at the first thing that is not so; images and secrets must be there ({@code docker/check}
 * makes them).
 */
public final class ComposeMain {

    private static final ZoneId NINGBO = ZoneId.of("Asia/Shanghai");
    private static final Duration START = Duration.ofMinutes(5);
    private static final Duration SOON = Duration.ofMinutes(5);
    private static final double BAR_SECONDS = 120;
    private static final double BAR_GIGABYTES = 4;
    private static final int NEWCOMERS = 300;
    private static final int OF_THE_JOURNEY = 100; // whose phones these may be
    private static final int AT_A_TIME = 60;
    private static final int CONTAINERS = 10; // that stay; kafka-access ends
    private static final int REPLICAS = 3;
    private static final int SCALED = CONTAINERS + (REPLICAS - 1) + 1; // one more of notification-service
    private static final List<String> SERVICES = List.of("gateway", "registry-service", "points-service", "grid-service", "notification-service");

    private final Stack stack;
    private final LocalDate today = LocalDate.now(NINGBO);
    private final List<Person> people = Person.generate(77, OF_THE_JOURNEY + NEWCOMERS + 5 * AT_A_TIME, today)
            .subList(OF_THE_JOURNEY, OF_THE_JOURNEY + NEWCOMERS + 5 * AT_A_TIME);
    private final List<String> figures = new ArrayList<>();

    private ComposeMain(Stack stack) {
        this.stack = stack;
    }

    public static void main(String[] arguments) throws IOException {
        try (var stack = new Stack()) {
            stack.close(); // of an earlier run
            var check = new ComposeMain(stack);
            try {
                check.run();
            } catch (RuntimeException | AssertionError e) {
                tellSymptoms(stack, e);
                throw e;
            }
            System.out.println("| What | Figure |\n|---|---|");
            check.figures.forEach(System.out::println);
        }
    }

    private static void tellSymptoms(Stack stack, Throwable failure) {
        try {
            System.out.println(stack.symptoms());
        } catch (RuntimeException untold) {
            failure.addSuppressed(untold);
        }
    }

    private void run() throws IOException {
        starts();
        wrongSettingsAreNamed();
        onlyTheGatewayIsReached();
        says("the journey, every call through the gateway with Keycloak's tokens", () -> new Journey(stack, today).walk());
        scales();
        everyReplicaWorks();
        survivesKills();
        prometheusSeesAll();
        memoryIsWithinLimits();
    }

    private interface Part {
        void run() throws IOException;
    }

    private void says(String what, Part part) throws IOException {
        System.out.println(what + " ...");
        var start = System.nanoTime();
        part.run();
        System.out.printf("... %.1f s%n", seconds(start));
    }

    private void figure(String what, String figure) {
        System.out.println(what + ": " + figure);
        figures.add("| " + what + " | " + figure + " |");
    }

    private static double seconds(long since) {
        return (System.nanoTime() - since) / 1e9;
    }

    private static void require(boolean holds, String otherwise) {
        if (!holds) {
            throw new IllegalStateException(otherwise);
        }
    }

    private static void refused(String naming, List<String> arguments, Map<String, String> environment) {
        try {
            Stack.docker(Duration.ofMinutes(2), arguments, environment);
        } catch (IllegalStateException e) {
            require(String.valueOf(e.getMessage()).contains(naming), arguments + " is refused, but without a word on " + naming + ": " + e.getMessage());
            return;
        }
        throw new IllegalStateException(arguments + " is not refused; it had to name " + naming);
    }

    private void wrongSettingsAreNamed() {
        refused("PUBLIC_URL", List.of("compose", "config", "--quiet"), Map.of("PUBLIC_URL", ""));
        refused("sealing-birth-date.json is missing", List.of("compose", "run", "--rm", "--no-deps", "--env", "XINJU_KEYS_DIRECTORY=/tmp", "points-service"), Map.of());
        refused("kafka-grid-service", List.of("compose", "run", "--rm", "--no-deps", "kafka-access", "kafka:9092", "/etc/xinju/access.properties", "/tmp"),
                Map.of());
    }

    private void starts() {
        var start = System.nanoTime();
        stack.compose("up", "--detach");
        Waiting.until("all is healthy", START, () -> stack.isHealthy(CONTAINERS));
        var took = seconds(start);
        figure("from nothing to healthy, images made, volumes empty", "%.1f s (bar %.0f s)".formatted(took, BAR_SECONDS));
    }

    private void onlyTheGatewayIsReached() {
        for (var container : stack.containers()) {
            var published = Stack.inspect(container, "{{range .NetworkSettings.Ports}}{{range .}}{{.HostPort}} {{end}}{{end}}");
            var name = Stack.name(container);
            require(published.isBlank() != name.startsWith("gateway"), name + " publishes: " + published);
            require(Stack.inspect(container, "{{.HostConfig.ReadonlyRootfs}} {{.HostConfig.CapDrop}} {{.HostConfig.CapAdd}}").equals("true [ALL] []"),
                    name + " may write or has capabilities");
            require(!Stack.inspect(container, "{{.Config.User}}").matches("|0|root|0:.*"), name + " runs as root");
        }
        require(stack.status("/actuator/prometheus") != 200, "metrics are read from outside");
        require(stack.status("/realms/master") == 404, "the identity server's own realm is reached from outside");
        require(stack.status("/api/registry/areas") == 200, "the public list of areas is not reached");
        require(stack.status("/api/registry/residents") == 401, "residents are read without a token");
    }

    private void scales() {
        var start = System.nanoTime();
        stack.compose("up", "--detach", "--no-recreate", "--scale", "points-service=" + REPLICAS, "--scale", "notification-service=2");
        Waiting.until("all replicas are healthy", START, () -> stack.isHealthy(SCALED));
        figure("points-service from 1 to 3 and notification-service to 2", "%.1f s".formatted(seconds(start)));
        Waiting.until("the gateway takes the new replicas", SOON, () ->
                stack.prometheus("sum(xinju_gateway_replica_up{service=\"points\"})").stream().anyMatch(it -> value(it) == REPLICAS));
    }

    private static double value(JsonNode series) {
        return Double.parseDouble(series.path("value").path(1).asString("NaN"));
    }

    /** Rosters until each replica has worked off events: before any is killed, as a new process counts from zero. */
    private void everyReplicaWorks() throws IOException {
        says("rosters until every replica of points-service has worked off events", () -> {
            var employer = new Employer(stack);
            var worked = new HashMap<String, Double>();
            for (var from = NEWCOMERS; worked.size() < REPLICAS; from += AT_A_TIME) {
                require(from < people.size(), "after " + (from - NEWCOMERS) + " people only these replicas of points-service have worked: " + worked);
                employer.awaitDone(employer.send("some.csv", Person.csv(people.subList(from, from + AT_A_TIME)), false), SOON);
                Waiting.happens(Duration.ofSeconds(45), () -> {
                    stack.prometheus("sum by (instance) (xinju_consumer_lag_seconds_count{job=\"points-service\", group=\"points.accounts\"}) > 0")
                            .forEach(it -> worked.put(it.path("metric").path("instance").asString(), value(it)));
                    return worked.size() == REPLICAS;
                });
            }
            figure("events that each replica of points-service worked off", worked.values().stream().map(it -> "%.0f".formatted(it)).sorted().toList().toString());
        });
    }

    private void survivesKills() throws IOException {
        says("a roster of " + NEWCOMERS + " people while containers are killed", () -> {
            var newcomers = people.subList(0, NEWCOMERS);
            var employer = new Employer(stack);
            var roster = employer.send("newcomers.csv", Person.csv(newcomers), false);
            var victims = Stream.of("points-service", "registry-service", "kafka", "notification-service", "mongodb", "grid-service", "gateway")
                    .map(service -> stack.containers(service).getFirst()).toList();
            for (var victim : victims) {
                Stack.kill(victim);
                System.out.println("killed " + Stack.name(victim));
                Waiting.pause(Duration.ofSeconds(4));
            }
            Waiting.until("all is healthy again", START, () -> stack.isHealthy(SCALED));
            employer.awaitDone(roster, SOON);
            var ids = new HashMap<String, Person>();
            employer.rows(roster).forEach(row -> ids.put(row.path("residentId").asString(""), newcomers.get(row.path("row").asInt() - 2)));
            require(ids.size() == NEWCOMERS && !ids.containsKey(""), "of " + NEWCOMERS + " people " + ids.size() + " were registered");
            ids.forEach(this::hasTheRightScore);
            var simulator = new Api(stack.channels(), "");
            newcomers.forEach(person -> isWelcomedOnce(person, simulator));

            var again = employer.send("newcomers.csv", Person.csv(newcomers), false);
            employer.awaitDone(again, SOON);
            var same = new HashSet<String>();
            employer.rows(again).forEach(row -> {
                require(row.path("effect").asString("").equals("UNCHANGED"), "the same roster again changes something: " + row);
                same.add(row.path("residentId").asString(""));
            });
            require(same.equals(ids.keySet()), "the same roster again finds other people");
            figure("people registered while " + victims.size() + " containers were killed: right score, told once, unchanged by the same roster again",
                    "%d of %d".formatted(same.size(), NEWCOMERS));
        });
    }

    private void hasTheRightScore(String id, Person person) {
        var path = "/api/points/accounts/" + id + "?purpose=points-review";
        Waiting.until("an account for " + id, SOON, () -> officer().get(path).status() == 200);
        var total = new BigDecimal(officer().get(path).body().path("score").path("total").asString());
        require(total.compareTo(person.goldenScore(today)) == 0, "the score of " + id + " is " + total + ", not " + person.goldenScore(today));
    }

    private Api officer() {
        return stack.as("points-officer");
    }

    private static void isWelcomedOnce(Person person, Api simulator) {
        var path = "/messages?to=" + person.phone();
        Waiting.until("a welcome to " + person.phone(), SOON, () -> !simulator.get(path).body().path("items").isEmpty());
        var told = simulator.get(path).body().path("items").size();
        require(told == 1, person.phone() + " was told " + told + " times");
    }

    private void prometheusSeesAll() {
        for (var service : SERVICES) {
            var replicas = stack.containers(service).size();
            Waiting.until("Prometheus reads every replica of " + service, SOON, () -> stack.prometheus("up{job=\"" + service + "\"} == 1").size() == replicas);
        }
        require(!stack.prometheus("http_server_requests_seconds_count{job=\"gateway\"}").isEmpty(), "Prometheus has no calls of the gateway");
        SERVICES.stream().skip(1).forEach(service -> require(!stack.prometheus("xinju_relay_sent_events_total{job=\"" + service + "\"}").isEmpty(),
                "Prometheus has no events of " + service));
        var waiting = stack.prometheus("sum by (group) (xinju_dead_letters_written_total) > 0");
        require(waiting.isEmpty(), "dead letters: " + waiting);
    }

    private void memoryIsWithinLimits() {
        var all = 0L;
        for (var container : stack.containers()) {
            var memory = Stack.memory(container);
            require(memory.used() < memory.limit(), Stack.name(container) + " uses " + memory);
            System.out.printf("%-28s %5d of %5d MiB%n", Stack.name(container), memory.used() >> 20, memory.limit() >> 20);
            all += memory.used();
        }
        figure("memory of all " + stack.containers().size() + " containers, from their cgroups", "%.2f GB (bar %.0f GB)".formatted(all / 1e9, BAR_GIGABYTES));
        require(all / 1e9 < BAR_GIGABYTES, "more memory than " + BAR_GIGABYTES + " GB");
    }
}
