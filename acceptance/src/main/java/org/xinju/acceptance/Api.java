package org.xinju.acceptance;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import java.util.UUID;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A client as a front end would be one: repeats a request with the same Idempotency-Key while the system is away or overloaded.
 *
 * @param client decides whom it trusts
 */
public record Api(HttpClient client, String base, String token) {

    private static final HttpClient CLIENT = HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build();
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Duration PATIENCE = Duration.ofMinutes(3);

    /**
     * @param body null node when the answer has no JSON
     * @param tag of the state that was answered, for {@code If-Match}; empty without
     */
    public record Answer(int status, JsonNode body, String location, String tag) {

        public String text(String field) {
            return body.path(field).asString("");
        }
    }

    /** Without TLS, or where a public authority has signed. */
    public Api(String base, String token) {
        this(CLIENT, base, token);
    }

    /** What the token says of the sign-in: {@code iss}, {@code sub}. */
    public String claim(String name) {
        return JSON.readTree(Base64.getUrlDecoder().decode(token.split("\\.")[1])).path(name).asString("");
    }

    /** The API at another address, for example of a service behind the gateway. */
    public Api at(String otherBase) {
        return new Api(client, otherBase, token);
    }

    public Answer get(String path) {
        return patiently(() -> request(path).GET());
    }

    public Answer post(String path, Object body) {
        return post(path, body, Map.of());
    }

    /** @param headers beside the usual; an {@code Idempotency-Key} among them is taken instead of a new one */
    Answer post(String path, Object body, Map<String, String> headers) {
        var key = UUID.randomUUID().toString();
        return patiently(() -> {
            var request = request(path).setHeader("Content-Type", "application/json").setHeader("Idempotency-Key", key)
                    .POST(HttpRequest.BodyPublishers.ofByteArray(JSON.writeValueAsBytes(body)));
            headers.forEach(request::setHeader);
            return request;
        });
    }

    /** @param key the same for every repetition of the upload */
    public Answer upload(String path, String fileName, byte[] content, String key) {
        var form = FileForm.of(fileName, content);
        return patiently(() -> request(path).timeout(Duration.ofMinutes(2)).header("Idempotency-Key", key).header("Content-Type", form.type())
                .POST(HttpRequest.BodyPublishers.ofByteArray(form.body())));
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(base + path)).timeout(Duration.ofSeconds(20)).header("Authorization", "Bearer " + token);
    }

    private interface Request {
        HttpRequest.Builder make();
    }

    private Answer patiently(Request request) {
        var until = System.nanoTime() + PATIENCE.toNanos();
        while (true) {
            try {
                var answer = client.send(request.make().build(), HttpResponse.BodyHandlers.ofByteArray());
                if (!away(answer.statusCode()) || System.nanoTime() > until) {
                    var json = answer.headers().firstValue("Content-Type").orElse("").contains("json");
                    return new Answer(answer.statusCode(), json ? JSON.readTree(answer.body()) : JSON.nullNode(),
                            answer.headers().firstValue("Location").orElse(""), answer.headers().firstValue("ETag").orElse(""));
                }
            } catch (IOException e) {
                if (System.nanoTime() > until) {
                    throw new IllegalStateException("no answer within " + PATIENCE, e);
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException(e);
            }
            Waiting.aMoment();
        }
    }

    /** Answers that mean "ask again with the same key". */
    private static boolean away(int status) {
        return status == 429 || status == 502 || status == 503 || status == 504;
    }
}
