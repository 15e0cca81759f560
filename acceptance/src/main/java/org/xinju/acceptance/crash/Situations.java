package org.xinju.acceptance.crash;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

import org.xinju.acceptance.Waiting;
import org.xinju.acceptance.crash.agent.Fault;
import org.xinju.acceptance.crash.agent.Orders;

/** What can happen besides that a process dies: each once, under commands, in a system with two replicas of every service. */
public final class Situations {

    /** Kind of an event that only a newer version knows. */
    static final String NEWER = "adopted-by-a-newer-version";

    private static final List<String> SERVICES = List.of("registry-service", "points-service", "grid-service", "notification-service");
    private static final Duration PAST_ALL_LIMITS = Duration.ofSeconds(70); // sessions 15 s, requests 30 s, holds 30 s
    private static final Duration AWAY = Duration.ofSeconds(30);
    private static final Duration OF_A_FAULT = Duration.ofSeconds(8);
    private static final int POISONED = 3;

    /** @param findings that were not there before */
    public record Result(String situation, List<String> findings, Duration took) {}

    private interface Disturbance {
        void happen() throws IOException, InterruptedException;
    }

    private final Scene scene;
    private final PrintStream out;
    private final Set<String> known = new HashSet<>();

    private Situations(Scene scene, PrintStream out) {
        this.scene = scene;
        this.out = out;
    }

    /** @param data folder for the system's data; caches in it are used */
    public static List<Result> run(long seed, Path data, PrintStream out) {
        var twoEach = String.join(",", SERVICES.stream().map(service -> service + "=2").toList());
        try (var scene = Scene.begin(seed, data, twoEach, out)) {
            var situations = new Situations(scene, out);
            return Stream.of(
                    situations.of("two replicas, nothing happens", () -> { }),
                    situations.of("answers of the store lost after the write", () -> situations.befall(Map.of(1, Fault.ANSWERS_LOST, 2, Fault.ANSWERS_LOST))),
                    situations.of("slow consumers", () -> situations.befall(Map.of(1, Fault.SLOW, 2, Fault.SLOW))),
                    situations.of("clocks of two replicas forty minutes apart", () -> situations.befall(Map.of(1, Fault.CLOCK_AHEAD, 2, Fault.CLOCK_BEHIND))),
                    situations.of("their clocks the other way round", () -> situations.befall(Map.of(1, Fault.CLOCK_BEHIND, 2, Fault.CLOCK_AHEAD))),
                    situations.of("a poison message in the middle", situations::poison),
                    situations.of("an event of a newer version", situations::newer),
                    situations.of("the broker away for 30 s", () -> situations.freeze(List.of("broker"), AWAY)),
                    situations.of("the store away for 30 s", () -> situations.freeze(List.of("store"), AWAY)),
                    situations.of("one replica of each service asleep past every limit", () -> situations.freeze(SERVICES, PAST_ALL_LIMITS)),
                    situations.of("an old copy of points-service's data put back", () -> new Restoring(scene.system()).putBack("points-service",
                            "points", situations::some))).toList();
        }
    }

    private Result of(String situation, Disturbance disturbance) {
        var start = System.nanoTime();
        var told = scene.begin(Stream.of(scene.registered(12), scene.confirmed(8), scene.hazards(6), scene.looked(), scene.everywhere(5))
                .flatMap(List::stream).toList());
        try {
            disturbance.happen();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
        told.join();
        var found = scene.compare();
        found.removeAll(known);
        known.addAll(found);
        var result = new Result(situation, found.stream().sorted().toList(), Duration.ofNanos(System.nanoTime() - start));
        out.printf("%-55s %3d findings, %3d s%n", situation, found.size(), result.took().toSeconds());
        result.findings().stream().limit(10).forEach(finding -> out.println("    " + finding));
        return result;
    }

    private void some() {
        scene.begin(scene.registered(10)).join();
    }

    /** @param faults by the number of the replica that they befall, of every service */
    private void befall(Map<Integer, Fault> faults) throws InterruptedException {
        faults.forEach(this::befall);
        Thread.sleep(OF_A_FAULT);
        faults.keySet().forEach(number -> befall(number, Fault.NONE));
    }

    private void befall(int number, Fault fault) {
        SERVICES.forEach(service -> Orders.befall(scene.orders(number == 1 ? service : service + "-" + number), fault));
    }

    /** SIGSTOP, and SIGCONT after some time. */
    private void freeze(List<String> processes, Duration during) throws IOException, InterruptedException {
        for (var process : processes) {
            scene.system().signal(process, "STOP");
        }
        try {
            Thread.sleep(during);
        } finally {
            for (var process : processes) {
                scene.system().signal(process, "CONT");
            }
        }
    }

    /** What is no event goes to the dead letters of every group that follows the topic, and nothing else waits for it. */
    private void poison() {
        try (var producer = producer()) {
            for (var n = 0; n < POISONED; n++) {
                producer.send(new ProducerRecord<>(Journal.RESIDENTS, "poison-" + n, "no event at all".getBytes(StandardCharsets.UTF_8)));
            }
        }
        var groups = List.of("points.accounts", "grid.populations", "notification.recipients", "notification.letters.residents");
        groups.forEach(group -> known.add(Finding.of(Finding.Kind.STUCK, "%d dead letters in %s", POISONED,
                Journal.RESIDENTS + "." + group + ".dlt").toString()));
        Waiting.until("every group has put the poison aside", Duration.ofMinutes(2), () -> {
            var letters = Published.now(scene.system()).deadLetters();
            return groups.stream().allMatch(group -> letters.getOrDefault(Journal.RESIDENTS + "." + group + ".dlt", 0) == POISONED);
        });
    }

    /** Known subjects, a kind of event and fields that nobody here has heard of. */
    private void newer() {
        var newest = Published.now(scene.system()).newest(Journal.RESIDENTS).values().stream().limit(20).toList();
        try (var producer = producer()) {
            for (var event : newest) {
                var state = event.state().toString();
                var body = "{\"state\":" + state.substring(0, state.length() - 1) + ",\"household\":{\"head\":true}},\"change\":{\"by\":[1,2]}}";
                var message = new ProducerRecord<>(Journal.RESIDENTS, event.subject(), body.getBytes(StandardCharsets.UTF_8));
                Map.of("ce_specversion", "1.0", "ce_id", "newer-" + event.id(), "ce_type", "registry.resident." + NEWER + ".v2", "ce_source",
                        "/registry-service", "ce_subject", event.subject(), "ce_time", java.time.Instant.now().toString(), "ce_sequence",
                        Long.toString(event.sequence() + 1), "content-type", "application/json").forEach((name, value) ->
                        message.headers().add(name, value.getBytes(StandardCharsets.UTF_8)));
                producer.send(message);
            }
        }
    }

    private KafkaProducer<String, byte[]> producer() {
        return new KafkaProducer<>(Map.of("bootstrap.servers", scene.system().broker(), "acks", "all"), new StringSerializer(),
                new ByteArraySerializer());
    }
}
