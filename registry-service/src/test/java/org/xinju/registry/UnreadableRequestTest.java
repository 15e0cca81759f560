package org.xinju.registry;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Map;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.web.server.LocalServerPort;

import org.xinju.testing.Api;
import org.xinju.testing.TestIssuer;

import static org.assertj.core.api.Assertions.assertThat;

/** What no client of ours sends, and the guards found to be answered by a failure, a page, or another form of error. */
@Registry
class UnreadableRequestTest {

    @LocalServerPort int port;

    private Api worker;

    @BeforeEach
    void signIn() {
        worker = new Api("http://localhost:" + port, TestIssuer.shared().token("worker", "grid-worker", "G001"));
    }

    @Test
    void a_form_without_parts_is_unreadable() {
        var answer = worker.post("/api/registry/residents", "{}", Map.of("Content-Type", "multipart/form-data"));
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.text("code")).isEqualTo("unreadable");
    }

    @Test
    void half_a_character_is_refused_at_its_field() {
        var answer = worker.post("/api/registry/residents", "{\"name\":\"王小明\",\"idNumber\":\"990206199001010018\",\"address\":\"高田王\\ud800 3号\"}");
        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.body().path("errors").path(0).path("field").asString()).isEqualTo("address");
    }

    @Test
    void a_table_with_broken_quotes_is_refused() {
        var administrator = worker.as(TestIssuer.shared().token("admin", "administrator"));
        assertThat(administrator.post("/api/registry/areas/imports", "{\"\":1,\"\":2}", Map.of("Content-Type", "text/csv")).status()).isEqualTo(422);
    }

    @ParameterizedTest
    @ValueSource(strings = {"GET /api/registry/areas/%00", "GET /api/registry/areas/..%2F..%2Fetc", "GET /api/registry/areas/%25", "GET /api/registry//areas",
        "TRACE /api/registry/areas", "GET /api/registry/areas/{", "NONSENSE /api/registry/areas"})
    void what_reaches_no_controller_is_answered_by_a_problem_too(String line) throws IOException {
        var answer = raw(line + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n");
        assertThat(answer).startsWith("HTTP/1.1 4").contains("application/problem+json").containsPattern("\"code\": ?\"http-4\\d\\d\"");
        assertThat(answer).doesNotContain("<html").doesNotContain("\"path\"");
    }

    private String raw(String request) throws IOException {
        try (var socket = new Socket("localhost", port)) {
            socket.setSoTimeout(10_000);
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            var answer = new ByteArrayOutputStream();
            socket.getInputStream().transferTo(answer);
            return answer.toString(StandardCharsets.UTF_8);
        }
    }
}
