package org.xinju.acceptance.crash;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Consumer;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.xinju.acceptance.FileForm;
import org.xinju.acceptance.RunningSystem;
import org.xinju.acceptance.Waiting;

/**
 * A client as a phone in a bad network is one: repeats a command under the same Idempotency-Key until it is answered, and sometimes sends two
 * copies at once.
 */
final class Client {

    private static final HttpClient HTTP = HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build();
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Duration PATIENCE = Duration.ofMinutes(5);
    private static final Duration ONE_TRY = Duration.ofSeconds(8);
    private static final Duration UPLOAD = Duration.ofMinutes(1);
    private static final int ONE_IN_COPIES = 15;

    private final RunningSystem system;
    private final Traffic traffic;
    private final Random random;

    Client(RunningSystem system, Traffic traffic, Random random) {
        this.system = system;
        this.traffic = traffic;
        this.random = random;
    }

    /** @param attempts how often it was sent */
    record Answer(int status, JsonNode body, String location, int attempts) {

        boolean accepted() {
            return status / 100 == 2;
        }

        String text(String field) {
            return body.path(field).asString("");
        }

        /** Whether two answers to the same command say the same. */
        boolean same(Answer other) {
            return status == other.status && location.equals(other.location);
        }
    }

    /** Two copies of one command were answered differently. */
    static final class DifferentAnswersException extends RuntimeException {
        DifferentAnswersException(String what, Answer one, Answer other) {
            super(what + ": " + one.status + " " + one.location + " and " + other.status + " " + other.location);
        }
    }

    Answer post(String persona, String path, Object body) {
        return post(persona, path, body, key());
    }

    /** @param key the same for every repetition */
    Answer post(String persona, String path, Object body, String key) {
        var request = request(persona, path).header("Content-Type", "application/json").header("Idempotency-Key", key)
                .POST(BodyPublishers.ofByteArray(JSON.writeValueAsBytes(body))).build();
        try (var _ = traffic.begin(1)) {
            return random.nextInt(ONE_IN_COPIES) == 0 ? twice(request) : patiently(request);
        }
    }

    /**
     * Sends a file as a browser's form does.
     *
     * @param weight rows that are commands
     * @param taken what to wait for until they are answered, once the file is taken in at an address
     */
    Answer upload(String persona, String path, byte[] file, String key, int weight, Consumer<String> taken) {
        var form = FileForm.of("roster.csv", file);
        var request = request(persona, path).timeout(UPLOAD).header("Content-Type", form.type()).header("Idempotency-Key", key)
                .POST(BodyPublishers.ofByteArray(form.body())).build();
        try (var _ = traffic.begin(weight)) {
            var answer = patiently(request);
            if (answer.accepted()) {
                taken.accept(answer.location());
            }
            return answer;
        }
    }

    /** All items of a list, page by page. */
    List<JsonNode> list(String persona, String path) {
        var items = new ArrayList<JsonNode>();
        var next = "";
        do {
            var page = Story.Teller.accepted(path, get(persona, path + (path.contains("?") ? "&" : "?") + "limit=200"
                    + (next.isEmpty() ? "" : "&cursor=" + URLEncoder.encode(next, StandardCharsets.UTF_8))));
            page.body().path("items").forEach(items::add);
            next = page.text("next");
        } while (!next.isEmpty());
        return items;
    }

    Answer get(String persona, String path) {
        return patiently(request(persona, path).GET().build());
    }

    String key() {
        return new UUID(random.nextLong(), random.nextLong()).toString();
    }

    private Answer twice(HttpRequest request) {
        traffic.copied();
        var copy = CompletableFuture.supplyAsync(() -> patiently(request), Thread::startVirtualThread);
        var one = patiently(request);
        try {
            var other = copy.join();
            if (!one.same(other)) {
                throw new DifferentAnswersException(request.uri().getPath(), one, other);
            }
            return one;
        } catch (CompletionException e) {
            throw new IllegalStateException(e.getCause());
        }
    }

    private HttpRequest.Builder request(String persona, String path) {
        var api = system.as(persona);
        return HttpRequest.newBuilder(URI.create(api.base() + path)).timeout(ONE_TRY).header("Authorization", "Bearer " + api.token());
    }

    private Answer patiently(HttpRequest request) {
        var end = System.nanoTime() + PATIENCE.toNanos();
        var last = "";
        for (var attempt = 1;; attempt++) {
            traffic.attempt();
            try {
                var answer = HTTP.send(request, BodyHandlers.ofByteArray());
                if (!List.of(429, 500, 502, 503, 504).contains(answer.statusCode())) {
                    return read(answer, attempt);
                }
                last = "status " + answer.statusCode();
                if (answer.statusCode() == 500) {
                    traffic.failed(request.method() + " " + request.uri().getPath());
                }
            } catch (IOException e) {
                last = e.toString();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException(e);
            }
            if (System.nanoTime() > end) {
                throw new IllegalStateException("no answer within " + PATIENCE + " to " + request.method() + " " + request.uri() + ": " + last);
            }
            Waiting.pause(Duration.ofMillis(Math.min(1_000, 50L << Math.min(attempt, 5))));
        }
    }

    private static Answer read(HttpResponse<byte[]> answer, int attempts) {
        var json = answer.headers().firstValue("Content-Type").orElse("").contains("json");
        return new Answer(answer.statusCode(), json ? JSON.readTree(answer.body()) : JSON.nullNode(),
                answer.headers().firstValue("Location").map(l -> URI.create(l).getRawPath()).orElse(""), attempts);
    }
}
