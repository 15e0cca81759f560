package org.xinju.acceptance;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.DoubleStream;

/**
 * Row 5: from the command that is accepted to the message that the provider has. Residents are registered by a grid worker through the gateway,
 * at a fixed rate whether or not earlier ones are done; the simulated SMS provider says when each welcome arrived.
 */
final class MessageBench implements Bench {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);
    private static final int EVERY_MILLIS = 200;
    private static final int WARM_UP = 150; // half a minute: the JVMs have just started
    private static final String BAR = "must median 80 ms, p99 1 s; aim median 20 ms";

    private final int registrations;
    private final long seed;

    MessageBench(int registrations, long seed) {
        this.registrations = registrations;
        this.seed = seed;
    }

    @Override
    public String row() {
        return "5";
    }

    @Override
    public String title() {
        return registrations + " registrations through the gateway, one every " + EVERY_MILLIS + " ms, seed " + seed;
    }

    @Override
    public List<Figure> measure() throws Exception {
        try (var system = RunningSystem.startEmpty(RunningSystem.root().resolve("data/bench"), "--date", TODAY + "T10:00")) {
            var people = Person.generate(seed, WARM_UP + registrations, TODAY);
            var accepted = register(system.as("grid-worker"), people);
            var provider = new Api(system.channels(), "");
            var answers = DoubleStream.builder();
            var messages = DoubleStream.builder();
            for (var i = 0; i < people.size(); i++) {
                var phone = people.get(i).phone();
                Waiting.until("a welcome to " + phone, Duration.ofMinutes(2), () -> arrivals(provider, phone).size() == 1);
                if (i >= WARM_UP) {
                    answers.add(accepted.get(i).took().toNanos() / 1e6);
                    messages.add(Duration.between(accepted.get(i).at(), arrivals(provider, phone).getFirst()).toNanos() / 1e6);
                }
            }
            return List.of(
                    new Figure("5", registrations + " registrations: answered", Times.of(answers.build()).summary(95, 99, 100), "row 4: p95 300 ms"),
                    new Figure("5", "from the answer to the provider", Times.of(messages.build()).summary(95, 99, 100), BAR));
        }
    }

    /** @param took from the request to the answer, which came {@code at} */
    private record Accepted(Duration took, Instant at) {}

    private List<Accepted> register(Api worker, List<Person> people) throws Exception {
        try (var clients = Executors.newScheduledThreadPool(8)) {
            var answers = new ArrayList<Future<Accepted>>();
            for (var i = 0; i < people.size(); i++) {
                var person = people.get(i);
                answers.add(clients.schedule(() -> register(worker, person), (long) i * EVERY_MILLIS, TimeUnit.MILLISECONDS));
            }
            var accepted = new ArrayList<Accepted>();
            for (var answer : answers) {
                accepted.add(answer.get());
            }
            return accepted;
        }
    }

    private static Accepted register(Api worker, Person person) {
        var start = Instant.now();
        var answer = worker.post("/api/registry/residents", Map.of("name", person.name(), "idNumber", person.idNumber(), "phone", person.phone(),
                "address", "高田王 8号 201室"));
        if (answer.status() != 201) {
            throw new IllegalStateException("not accepted: " + answer.status() + " " + answer.body());
        }
        var end = Instant.now();
        return new Accepted(Duration.between(start, end), end);
    }

    private static List<Instant> arrivals(Api provider, String phone) {
        return provider.get("/messages?to=" + phone).body().path("items").valueStream().map(m -> Instant.parse(m.path("at").asString())).toList();
    }
}
