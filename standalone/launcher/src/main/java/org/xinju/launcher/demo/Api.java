package org.xinju.launcher.demo;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Set;
import java.util.UUID;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.xinju.launcher.words.Refusal;

/** The public API, called as a persona through the gateway. What is busy or not there yet is asked again for a while. */
final class Api {

    static final JsonMapper JSON = new JsonMapper();

    private static final Duration PATIENCE = Duration.ofMinutes(3); // a producer may take two to deliver on a busy machine
    private static final Duration TIMEOUT = Duration.ofSeconds(30);
    private static final Duration PAUSE = Duration.ofMillis(500);
    private static final Set<Integer> LATER = Set.of(429, 502, 503, 504);
    private static final Set<Integer> NOT_YET = Set.of(403, 404, 409, 422, 429, 502, 503, 504);

    private final HttpClient http = HttpClient.newHttpClient();
    private final URI gateway;
    private final Tokens tokens;

    Api(URI gateway, Tokens tokens) {
        this.gateway = gateway;
        this.tokens = tokens;
    }

    JsonNode get(String persona, String path) throws InterruptedException {
        return JSON.readTree(send(request(persona, path).build(), LATER).body());
    }

    /**
     * What a command made.
     *
     * @param path where it is found; the path of the command where the answer names none
     */
    record Made(String path, JsonNode body) {}

    /** @param about what the request is about: the same text makes the same idempotency key */
    Made post(String persona, String path, String about, Object body) throws InterruptedException {
        return made(path, send(command(persona, path, about, "application/json", JSON.writeValueAsBytes(body)), LATER));
    }

    /** The same where the service may not have heard yet of what the command builds on: a refusal is no answer for a while. */
    Made postOnceKnown(String persona, String path, String about, Object body) throws InterruptedException {
        return made(path, send(command(persona, path, about, "application/json", JSON.writeValueAsBytes(body)), NOT_YET));
    }

    /** Sends a file as a browser's form would. */
    Made upload(String persona, String path, String about, DemoFile file) throws InterruptedException {
        var boundary = key(about);
        var form = new ByteArrayOutputStream();
        form.writeBytes(("--" + boundary + "\r\nContent-Disposition: form-data; name=\"file\"; filename=\"" + file.name()
                + "\"\r\nContent-Type: " + file.type() + "\r\n\r\n").getBytes(StandardCharsets.UTF_8));
        form.writeBytes(file.content());
        form.writeBytes(("\r\n--" + boundary + "--\r\n").getBytes(StandardCharsets.UTF_8));
        return made(path, send(command(persona, path, about, "multipart/form-data; boundary=" + boundary, form.toByteArray()), LATER));
    }

    private HttpRequest command(String persona, String path, String about, String type, byte[] body) {
        return request(persona, path).header("Content-Type", type).header("Idempotency-Key", key(about)).POST(BodyPublishers.ofByteArray(body))
                .build();
    }

    private static Made made(String path, HttpResponse<String> answer) {
        return new Made(answer.headers().firstValue("Location").map(location -> URI.create(location).getRawPath()).orElse(path),
                JSON.readTree(answer.body().isEmpty() ? "null" : answer.body()));
    }

    private static String key(String about) {
        return UUID.nameUUIDFromBytes(("demo world: " + about).getBytes(StandardCharsets.UTF_8)).toString();
    }

    private HttpRequest.Builder request(String persona, String path) {
        return HttpRequest.newBuilder(gateway.resolve(path)).timeout(TIMEOUT).header("Authorization", "Bearer " + tokens.of(persona))
                .header("Accept-Language", "en");
    }

    private HttpResponse<String> send(HttpRequest request, Set<Integer> again) throws InterruptedException {
        var end = System.nanoTime() + PATIENCE.toNanos();
        while (true) {
            String trouble;
            var pause = PAUSE;
            try {
                var answer = http.send(request, BodyHandlers.ofString());
                if (answer.statusCode() / 100 == 2) {
                    return answer;
                }
                trouble = answer.statusCode() + " " + answer.body().strip();
                if (!again.contains(answer.statusCode())) {
                    throw refused(request, trouble);
                }
                pause = answer.headers().firstValue("Retry-After").filter(value -> value.matches("[0-9]{1,2}")).map(Long::parseLong)
                        .map(Duration::ofSeconds).orElse(PAUSE);
            } catch (IOException e) {
                trouble = e.toString();
            }
            if (System.nanoTime() > end) {
                throw refused(request, trouble);
            }
            Thread.sleep(pause);
        }
    }

    private static Refusal refused(HttpRequest request, String trouble) {
        return new Refusal("demo-refused", request.method() + " " + request.uri().getPath(), trouble);
    }
}
