package org.xinju.acceptance.guard;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.xinju.acceptance.Waiting;

/** Sends a request once; again only where the gateway says that there were too many. */
final class Http {

    private static final int TOO_MANY = 429;
    private static final Duration PATIENCE = Duration.ofMinutes(1);
    private static final HttpClient CLIENT = HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private Http() {}

    /** @param body empty for a stream, which is not read */
    record Answer(int status, HttpHeaders headers, String body) {

        boolean isProblem() {
            return headers.firstValue("Content-Type").orElse("").startsWith("application/problem+json");
        }
    }

    /** What anybody may read. */
    static String text(String address) {
        return send(HttpRequest.newBuilder(URI.create(address)).build()).body();
    }

    static JsonNode json(String address) {
        return JSON.readTree(text(address));
    }

    /** @throws IllegalStateException if there are too many requests for a minute on end */
    static Answer send(HttpRequest request) {
        var end = System.nanoTime() + PATIENCE.toNanos();
        while (true) {
            var answer = once(request);
            if (answer.status() != TOO_MANY) {
                return answer;
            }
            if (System.nanoTime() > end) {
                throw new IllegalStateException("refused as too many for " + PATIENCE + ": " + request.method() + " " + request.uri());
            }
            Waiting.aMoment();
        }
    }

    private static Answer once(HttpRequest request) {
        try {
            var answer = CLIENT.send(request, HttpResponse.BodyHandlers.ofInputStream());
            try (var body = answer.body()) {
                var stream = answer.headers().firstValue("Content-Type").orElse("").startsWith("text/event-stream");
                return new Answer(answer.statusCode(), answer.headers(), stream ? "" : new String(body.readAllBytes(), StandardCharsets.UTF_8));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(request.method() + " " + request.uri(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
