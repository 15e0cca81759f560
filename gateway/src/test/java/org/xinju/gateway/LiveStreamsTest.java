package org.xinju.gateway;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

import com.sun.net.httpserver.HttpExchange;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.http.client.ReactorResourceFactory;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.context.TestPropertySource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** Server-sent events through the gateway. */
@TestPropertySource(properties = {"xinju.gateway.timeout=300ms", "xinju.gateway.streams.most-per-caller=2", "xinju.gateway.streams.most=6",
    "spring.cloud.gateway.server.webflux.httpclient.pool.max-connections=2"})
@Timeout(60)
class LiveStreamsTest extends OverHttp {

    private static final Upstream NOTIFICATION = upstream();
    private static final String STREAM = "/api/notification/inbox/stream";
    private static final Duration BEAT = Duration.ofMillis(50);

    private final List<InputStream> open = new ArrayList<>();

    @DynamicPropertySource
    static void addresses(DynamicPropertyRegistry registry) {
        registry.add("XINJU_NOTIFICATION_URI", NOTIFICATION::uri);
    }

    @BeforeEach
    void a_service_that_beats_until_nobody_listens() {
        NOTIFICATION.answer(STREAM, LiveStreamsTest::beat);
    }

    private static void beat(HttpExchange exchange) throws IOException {
        exchange.getResponseHeaders().add("Content-Type", "text/event-stream");
        exchange.sendResponseHeaders(200, 0);
        for (var n = 0; n < 1000; n++) {
            exchange.getResponseBody().write(("data: " + n + "\n\n").getBytes(StandardCharsets.UTF_8));
            exchange.getResponseBody().flush();
            LockSupport.parkNanos(BEAT.toNanos());
        }
    }

    @AfterEach
    void everybody_leaves() throws IOException {
        for (var stream : open) {
            stream.close();
        }
        await().until(() -> metric("xinju_gateway_streams_open") == 0);
    }

    @Test
    void events_pass_as_they_come_for_longer_than_an_answer_may_take() throws Exception {
        var lines = new BufferedReader(new InputStreamReader(stream(token).body(), StandardCharsets.UTF_8));

        for (var n = 0; n < 12; n++) { // 600 ms
            assertThat(lines.readLine()).isEqualTo("data: " + n);
            assertThat(lines.readLine()).isEmpty();
        }
    }

    @Test
    void a_caller_has_so_many_and_a_closed_one_makes_room() throws Exception {
        stream(token);
        var second = stream(token);

        var third = get(STREAM);
        isProblem(third, 429, "too-many-streams");
        assertThat(third.headers().firstValue("Retry-After")).isPresent();
        assertThat(stream(ISSUER.token("somebody-else")).statusCode()).isEqualTo(200);

        second.body().close();
        await().until(() -> stream(token).statusCode() == 200);
    }

    @Test
    void open_streams_take_no_place_of_other_calls_and_are_limited_in_all() throws Exception {
        for (var n = 0; n < 6; n++) {
            assertThat(stream(ISSUER.token("listener-" + n)).statusCode()).isEqualTo(200);
        }

        isProblem(get(STREAM), 429, "streams-full");
        assertThat(get("/api/notification/inbox").statusCode()).isEqualTo(204);
        assertThat(NOTIFICATION.count(STREAM)).isGreaterThanOrEqualTo(6);
    }

    @Test
    void a_stream_ends_with_the_token_of_its_caller() throws Exception {
        var now = Instant.now();
        var almostOver = ISSUER.token("sleepy", claims -> claims.issueTime(Date.from(now.minusSeconds(600)))
                .expirationTime(Date.from(now.minusSeconds(58)))); // clocks may differ by 60

        var events = new String(stream(almostOver).body().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(events).startsWith("data: 0").endsWith("\n\n");
    }

    @Test
    void without_a_token_there_is_none() {
        isProblem(call(STREAM, _ -> {}), 401, "unauthenticated");
    }

    @Test
    void a_gateway_that_is_stopped_does_not_wait_for_them() throws Exception {
        var here = port;
        var other = new SpringApplicationBuilder(Gateway.class).profiles("development").initializers(LiveStreamsTest::withItsOwnThreads).run("--server.port=0",
                "--XINJU_ISSUER_URI=" + ISSUER.uri(), "--XINJU_NOTIFICATION_URI=" + NOTIFICATION.uri());
        port = Integer.parseInt(Objects.requireNonNull(other.getEnvironment().getProperty("local.server.port")));
        try {
            var events = new BufferedReader(new InputStreamReader(stream(token).body(), StandardCharsets.UTF_8));
            assertThat(events.readLine()).isEqualTo("data: 0"); // it runs

            CompletableFuture.runAsync(other::close).get(10, TimeUnit.SECONDS);

            assertThat(events.lines().filter(line -> line.startsWith("data: "))).hasSizeLessThan(500); // of the 999 left
        } finally {
            port = here;
        }
    }

    /** They end with it, and those of the other gateway of this test do not. */
    private static void withItsOwnThreads(ConfigurableApplicationContext context) {
        ((GenericApplicationContext) context).registerBean(ReactorResourceFactory.class, () -> {
            var resources = new ReactorResourceFactory();
            resources.setUseGlobalResources(false);
            return resources;
        });
    }

    private HttpResponse<InputStream> stream(String with) throws IOException, InterruptedException {
        var answer = CLIENT.send(HttpRequest.newBuilder(uri(STREAM)).header("Authorization", "Bearer " + with).build(),
                BodyHandlers.ofInputStream());
        open.add(answer.body());
        return answer;
    }
}
