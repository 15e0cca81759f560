package org.xinju.gateway;

import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.context.TestPropertySource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** Who begins a body and does not end it. */
@TestPropertySource(properties = {"xinju.gateway.timeout=700ms", "xinju.gateway.longest-pause=1500ms", "xinju.gateway.long-timeout=4s",
    "server.netty.idle-timeout=2s"})
class SlowClientsTest extends OverHttp {

    private static final int CLIENTS = 60;
    private static final Upstream NOTIFICATION = upstream();

    @DynamicPropertySource
    static void addresses(DynamicPropertyRegistry registry) {
        registry.add("XINJU_NOTIFICATION_URI", NOTIFICATION::uri);
    }

    @ParameterizedTest
    @ValueSource(longs = {0, 300})
    void who_sends_slowly_is_told_so_and_the_service_is_not_blamed(long pause) {
        var receipt = "POST /api/notification/receipts/sms HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: ";
        var before = NOTIFICATION.begun.get();
        try (var clients = Executors.newVirtualThreadPerTaskExecutor()) {
            var slow = IntStream.range(0, CLIENTS).mapToObj(_ -> CompletableFuture.supplyAsync(() -> trickle(receipt + "1000\r\n\r\n{", pause), clients)).toList();
            await().until(() -> NOTIFICATION.begun.get() >= before + CLIENTS);
            assertThat(raw(receipt + "2\r\n\r\n{}")).as("nobody waits behind them").startsWith("HTTP/1.1 204");
            assertThat(slow).extracting(CompletableFuture::join).allSatisfy(answer -> assertThat(answer).startsWith("HTTP/1.1 408").contains("too-slow"));
        }
        assertThat(raw(receipt + "2\r\n\r\n{}")).as("no circuit breaker has opened").startsWith("HTTP/1.1 204");
    }

    /** @param pause between bytes, in milliseconds; 0: no more come */
    private String trickle(String head, long pause) {
        try (var socket = new Socket("localhost", port)) {
            socket.setSoTimeout(10_000);
            socket.getOutputStream().write(head.getBytes(StandardCharsets.ISO_8859_1));
            while (pause > 0 && socket.getInputStream().available() == 0) {
                socket.getOutputStream().write('x');
                Thread.sleep(pause);
            }
            var answer = new byte[4096];
            return new String(answer, 0, Math.max(0, socket.getInputStream().read(answer)), StandardCharsets.UTF_8);
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void a_connection_on_which_a_body_never_ends_is_closed() throws IOException {
        try (var socket = new Socket("localhost", port)) {
            socket.setSoTimeout(10_000);
            socket.getOutputStream().write("POST /api/points/x HTTP/1.1\r\nHost: x\r\nContent-Length: 2\r\n\r\n{".getBytes(StandardCharsets.ISO_8859_1));
            assertThat(new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8)).startsWith("HTTP/1.1 401");
        }
    }
}
