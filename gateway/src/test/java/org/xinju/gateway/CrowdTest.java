package org.xinju.gateway;

import java.io.IOException;
import java.net.Socket;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.context.TestPropertySource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** More calls at once than a service, or than one caller, may have. */
@TestPropertySource(properties = {"xinju.gateway.limits.under-way=6", "xinju.gateway.limits.at-once=4", "xinju.gateway.timeout=15s",
    "xinju.gateway.long-paths=/api/points/long"})
class CrowdTest extends OverHttp {

    private static final Upstream POINTS = upstream();
    private static final Upstream GRID = upstream();

    @DynamicPropertySource
    static void addresses(DynamicPropertyRegistry registry) {
        registry.add("XINJU_POINTS_URI", POINTS::uri);
        registry.add("XINJU_GRID_URI", GRID::uri);
    }

    @Test
    void who_comes_when_a_service_has_enough_to_do_is_turned_away_at_once_and_nobody_else_is() {
        var turnedAway = metric("xinju_requests_turned_away_total");
        var held = hold(6, CrowdTest::callersOfTheirOwn, () -> {
            assertThat(metric("xinju_gateway_calls_under_way", "service=\"points\"")).isEqualTo(6);
            var answer = get("/api/points/x");
            isProblem(answer, 503, "busy");
            assertThat(answer.headers().firstValue("Retry-After")).hasValue("2");
            isProblem(call("/api/points/x", request -> request.header("Authorization", "Bearer guess")), 503, "busy");
            assertThat(metric("xinju_requests_turned_away_total")).isEqualTo(turnedAway + 2);
            assertThat(get("/api/grid/x").statusCode()).as("another service").isEqualTo(204);
            assertThat(get("/api/points/long").statusCode()).as("what has limits of its own").isEqualTo(204);
            assertThat(call("/actuator/health", _ -> {}).statusCode()).isEqualTo(200);
        });
        assertThat(held).extracting(HttpResponse::statusCode).as("who was let in").containsOnly(204);
        assertThat(get("/api/points/x").statusCode()).as("when there is room again").isEqualTo(204);
        assertThat(metric("xinju_gateway_calls_under_way", "service=\"points\"")).isZero();
    }

    @Test
    void one_caller_does_not_take_all_places() {
        var held = hold(4, () -> token, () -> {
            var answer = get("/api/grid/x");
            isProblem(answer, 429, "too-many-requests");
            assertThat(answer.headers().firstValue("Retry-After")).hasValue("1");
            a_caller_of_its_own();
            assertThat(get("/api/points/x").statusCode()).as("another caller").isEqualTo(204);
        });
        assertThat(held).extracting(HttpResponse::statusCode).containsOnly(204);
        assertThat(get("/api/points/x").statusCode()).isEqualTo(204);
    }

    @Test
    void whose_client_still_sends_is_not_counted() throws IOException {
        List<Socket> slow = new ArrayList<>();
        try {
            for (var n = 0; n < 8; n++) {
                var before = POINTS.begun.get();
                var socket = new Socket("localhost", port);
                slow.add(socket);
                socket.getOutputStream().write(("POST /api/points/x HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer " + ISSUER.token("slow-" + n)
                        + "\r\nContent-Length: 2\r\n\r\n{").getBytes(StandardCharsets.ISO_8859_1));
                await().pollInterval(Duration.ofMillis(10)).until(() -> POINTS.begun.get() > before);
            }
            await().until(() -> metric("xinju_gateway_calls_under_way", "service=\"points\"") == 0);
            assertThat(get("/api/points/x").statusCode()).isEqualTo(204);
            for (var socket : slow) {
                socket.getOutputStream().write('}');
            }
            for (var socket : slow) {
                assertThat(new String(socket.getInputStream().readNBytes(12), StandardCharsets.ISO_8859_1)).isEqualTo("HTTP/1.1 204");
            }
        } finally {
            for (var socket : slow) {
                socket.close();
            }
        }
        await().until(() -> metric("xinju_gateway_calls_under_way", "service=\"points\"") == 0);
    }

    private static String callersOfTheirOwn() {
        return ISSUER.token("crowd-" + Thread.currentThread().threadId());
    }

    /** Looks while so many calls wait for points-service; @return their answers */
    private List<HttpResponse<String>> hold(int calls, Supplier<String> token, Runnable look) {
        var open = new CountDownLatch(1);
        var here = new AtomicInteger();
        POINTS.answer("/api/points/held", exchange -> {
            here.incrementAndGet();
            try {
                open.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            exchange.sendResponseHeaders(204, -1);
        });
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var held = IntStream.range(0, calls).mapToObj(_ -> CompletableFuture.supplyAsync(
                    () -> call("/api/points/held", request -> request.header("Authorization", "Bearer " + token.get())), threads)).toList();
            try {
                await().until(() -> here.get() == calls);
                look.run();
            } finally {
                open.countDown();
            }
            return held.stream().map(CompletableFuture::join).toList();
        }
    }
}
