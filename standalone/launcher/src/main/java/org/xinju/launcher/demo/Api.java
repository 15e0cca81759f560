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

    private static final Duration PATIENCE = Duration.ofMinutes(1);
    private static final Duration TIMEOUT = Duration.ofSeconds(30);
    private static final Duration PAUSE = Duration.ofMillis(500);
    private static final Set<Integer> LATER = Set.of(429, 502, 503, 504);

    private final HttpClient http = HttpClient.newHttpClient();
    private final URI gateway;
    private final Tokens tokens;

    Api(URI gateway, Tokens tokens) {
        this.gateway = gateway;
        this.tokens = tokens;
    }

    JsonNode get(String persona, String path) throws InterruptedException {
        return JSON.readTree(send(request(persona, path)).body());
    }

    /** @param about what the request is about: the same text makes the same idempotency key */
    void post(String persona, String path, String about, Object body) throws InterruptedException {
        send(request(persona, path).header("Content-Type", "application/json").header("Idempotency-Key", key(about))
                .POST(BodyPublishers.ofByteArray(JSON.writeValueAsBytes(body))));
    }

    /** Sends a file as a browser's form would, and gives the {@code Location} of what was made of it. */
    String upload(String persona, String path, String about, DemoRoster roster) throws InterruptedException {
        var boundary = key(about);
        var form = new ByteArrayOutputStream();
        form.writeBytes(("--" + boundary + "\r\nContent-Disposition: form-data; name=\"file\"; filename=\"" + roster.fileName()
                + "\"\r\nContent-Type: text/csv\r\n\r\n").getBytes(StandardCharsets.UTF_8));
        form.writeBytes(roster.content());
        form.writeBytes(("\r\n--" + boundary + "--\r\n").getBytes(StandardCharsets.UTF_8));
        var answer = send(request(persona, path).header("Content-Type", "multipart/form-data; boundary=" + boundary)
                .header("Idempotency-Key", key(about)).POST(BodyPublishers.ofByteArray(form.toByteArray())));
        return answer.headers().firstValue("Location").map(location -> URI.create(location).getRawPath())
                .orElseThrow(() -> new Refusal("demo-refused", "POST " + path, answer.statusCode() + " without Location"));
    }

    private static String key(String about) {
        return UUID.nameUUIDFromBytes(("demo world: " + about).getBytes(StandardCharsets.UTF_8)).toString();
    }

    private HttpRequest.Builder request(String persona, String path) {
        return HttpRequest.newBuilder(gateway.resolve(path)).timeout(TIMEOUT).header("Authorization", "Bearer " + tokens.of(persona))
                .header("Accept-Language", "en");
    }

    private HttpResponse<String> send(HttpRequest.Builder builder) throws InterruptedException {
        var request = builder.build();
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
                if (!LATER.contains(answer.statusCode())) {
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
