package org.xinju.gateway;

import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.junit.jupiter.api.BeforeEach;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

import static org.assertj.core.api.Assertions.assertThat;

/** A gateway that is spoken to over real HTTP, with an issuer of its own. */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@ActiveProfiles("development")
abstract class OverHttp {

    static final Issuer ISSUER = new Issuer();
    static final HttpClient CLIENT = HttpClient.newHttpClient();
    private static final AtomicInteger CALLERS = new AtomicInteger();

    @LocalServerPort int port;
    String token = "";

    @DynamicPropertySource
    static void issuer(DynamicPropertyRegistry registry) {
        registry.add("XINJU_ISSUER_URI", ISSUER::uri);
    }

    static Upstream upstream() {
        try {
            return new Upstream();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Everybody has a bucket; tests do not share one. */
    @BeforeEach
    void a_caller_of_its_own() {
        token = ISSUER.token("caller-" + CALLERS.getAndIncrement());
    }

    URI uri(String path) {
        return URI.create("http://localhost:" + port + path);
    }

    HttpResponse<String> call(String path, Consumer<HttpRequest.Builder> change) {
        var request = HttpRequest.newBuilder(uri(path)).timeout(Duration.ofSeconds(20));
        change.accept(request);
        try {
            return CLIENT.send(request.build(), BodyHandlers.ofString());
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    HttpResponse<String> get(String path, String... headers) {
        return call(path, request -> {
            request.header("Authorization", "Bearer " + token);
            if (headers.length > 0) {
                request.headers(headers);
            }
        });
    }

    HttpResponse<String> post(String path, HttpRequest.BodyPublisher body) {
        return call(path, request -> request.header("Authorization", "Bearer " + token).POST(body));
    }

    /** Calls that are on their way at the same time: what they find does not depend on how fast the machine is. */
    List<HttpResponse<String>> atOnce(int calls, Supplier<HttpResponse<String>> call) {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var answers = IntStream.range(0, calls).mapToObj(_ -> CompletableFuture.supplyAsync(call, threads)).toList();
            return answers.stream().map(CompletableFuture::join).toList();
        }
    }

    static void isProblem(HttpResponse<String> answer, int status, String code) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
        assertThat(answer.body()).contains("\"type\":\"https://xinju.org/problems/" + code + "\"", "\"nextStep\":", "\"requestId\":\"")
                .doesNotContain("Exception").doesNotContain("at org.");
        assertThat(answer.headers().allValues("X-Request-Id")).hasSize(1);
    }

    /** One figure of the page for Prometheus. */
    double metric(String name, String... labels) {
        return call("/actuator/prometheus", _ -> {}).body().lines().filter(line -> line.startsWith(name + "{") || line.startsWith(name + " "))
                .filter(line -> Stream.of(labels).allMatch(line::contains)).findFirst()
                .map(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1))).orElseThrow();
    }

    String raw(String request) {
        try (var socket = new Socket("localhost", port)) {
            socket.setSoTimeout(5000);
            socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
            socket.getOutputStream().flush();
            var answer = new byte[4096];
            var length = socket.getInputStream().read(answer);
            return length < 0 ? "" : new String(answer, 0, length, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
