package org.xinju.gateway;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.Socket;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.context.TestPropertySource;
import org.springframework.web.server.session.WebSessionManager;
import reactor.core.publisher.Mono;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** The gateway over real HTTP, before servers that answer, lag and die. */
@TestPropertySource(properties = {"xinju.gateway.timeout=700ms", "xinju.gateway.largest-body=10KB",
    "xinju.gateway.uploads[0].path=/api/registry/enterprises/*/rosters", "xinju.gateway.uploads[0].largest-body=100KB",
    "xinju.gateway.receipts.largest-body=1KB", "xinju.gateway.receipts.burst=80", "xinju.gateway.receipts.per-second=5", "xinju.gateway.limits.burst=60",
    "xinju.gateway.limits.per-second=5", "xinju.gateway.limits.anonymous-burst=40", "xinju.gateway.limits.anonymous-per-second=5",
    "xinju.gateway.limits.under-way=1000", "xinju.gateway.limits.at-once=1000",
    "xinju.gateway.trusted-proxies=127.0.0.1",
    "xinju.gateway.allowed-origins=https://portal.example", "resilience4j.circuitbreaker.configs.default.waitDurationInOpenState=1s",
    "XINJU_CHANNELS_URI=http://127.0.0.1:9105/"})
class GatewayTest extends OverHttp {

    private static final Upstream REGISTRY = upstream();
    private static final Upstream POINTS = upstream();
    private static final Upstream NOTIFICATION = upstream();
    private static final Upstream IDENTITY = upstream();

    /** A session would be made, and left, for every call; without one every call here works. */
    @TestConfiguration
    static class NoSessions {
        @Bean
        WebSessionManager webSessionManager() {
            return _ -> Mono.error(new IllegalStateException("somebody asks for a session"));
        }
    }

    @DynamicPropertySource
    static void addresses(DynamicPropertyRegistry registry) {
        registry.add("XINJU_REGISTRY_URI", REGISTRY::uri);
        registry.add("XINJU_POINTS_URI", POINTS::uri);
        registry.add("XINJU_NOTIFICATION_URI", NOTIFICATION::uri);
        registry.add("XINJU_SIGN_IN_URI", IDENTITY::uri);
    }

    @Test
    void a_call_reaches_the_service_of_its_path_and_the_answer_comes_back_as_it_is() {
        POINTS.answer("/api/points/accounts/mine", 200, "{\"a\":1}", "ETag", "\"7\"", "Content-Type", "application/json", "Vary", "Origin");
        var answer = get("/api/points/accounts/mine?x=%20y", "Accept-Language", "en", "If-None-Match", "\"6\"");
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).isEqualTo("{\"a\":1}");
        assertThat(answer.headers().firstValue("ETag")).hasValue("\"7\"");
        assertThat(answer.headers().allValues("X-Request-Id")).hasSize(1);
        assertThat(answer.headers().allValues("Vary")).doesNotHaveDuplicates();
        assertThat(POINTS.last().path()).isEqualTo("/api/points/accounts/mine?x=%20y");
        assertThat(POINTS.last().headers().get("Authorization")).containsExactly("Bearer " + token);
        assertThat(POINTS.last().headers().get("If-none-match")).containsExactly("\"6\"");
    }

    @Test
    void pages_of_the_identity_server_are_reached_without_a_token_and_its_administration_is_not() {
        IDENTITY.answer("/realms/xinju/protocol/openid-connect/auth", 200, "<html>", "Content-Security-Policy", "frame-ancestors 'self'");

        var page = call("/realms/xinju/protocol/openid-connect/auth?client_id=portal", request -> request.header("X-Forwarded-Host", "evil.example"));

        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.headers().allValues("Content-Security-Policy")).containsExactly("frame-ancestors 'self'");
        assertThat(IDENTITY.last().headers()).as("no client tells it under which address it is seen").doesNotContainKey("X-forwarded-host");
        var seen = IDENTITY.seen.size();
        for (var path : List.of("/realms/master/protocol/openid-connect/token", "/admin/", "/metrics")) {
            isProblem(get(path), 404, "no-such-address");
        }
        assertThat(IDENTITY.seen).hasSize(seen);
    }

    @Test
    void a_refusal_of_a_service_passes_unchanged() {
        REGISTRY.answer("/api/registry/residents", 422, "{\"code\":\"x\"}", "Content-Type", "application/problem+json");
        var answer = call("/api/registry/residents", request -> request.header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json").POST(BodyPublishers.ofString("{}")));
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body()).isEqualTo("{\"code\":\"x\"}");
    }

    @Test
    void an_error_of_a_service_passes_and_is_not_called_again() {
        REGISTRY.answer("/api/registry/broken", 500, "{}", "Content-Type", "application/problem+json");
        var before = REGISTRY.seen.size();
        assertThat(get("/api/registry/broken").statusCode()).isEqualTo(500);
        assertThat(REGISTRY.seen).hasSize(before + 1);
    }

    static Stream<String> badTokens() {
        return Stream.of(ISSUER.token("a", c -> c.expirationTime(Date.from(Instant.now().minusSeconds(600)))),
                ISSUER.token("a", c -> c.issuer("http://elsewhere")), ISSUER.token("a", c -> c.audience("another")),
                ISSUER.token("a", c -> c.audience((List<String>) null)), ISSUER.token("a", c -> c.expirationTime(null)),
                ISSUER.token("", c -> c), ISSUER.token("a", c -> c.subject(null)), ISSUER.forged("a"), ISSUER.unsigned("a"), "nonsense", "a.b.c", "", " ", "a b");
    }

    @ParameterizedTest
    @MethodSource("badTokens")
    void a_bad_token_is_refused_and_reaches_nobody(String bad) {
        var before = POINTS.seen.size();
        var answer = call("/api/points/accounts/mine", request -> request.header("Authorization", "Bearer " + bad));
        isProblem(answer, 401, "unauthenticated");
        assertThat(answer.headers().firstValue("WWW-Authenticate")).hasValue("Bearer");
        assertThat(answer.body()).doesNotContain(bad.isEmpty() ? "\0" : bad);
        assertThat(POINTS.seen).hasSize(before);
    }

    @Test
    void without_a_token_only_public_paths_are_open() {
        isProblem(call("/api/points/accounts/mine", _ -> {}), 401, "unauthenticated");
        assertThat(call("/api/registry/areas/resolutions?address=x", _ -> {}).statusCode()).isEqualTo(204);
        isProblem(call("/api/registry/areas", request -> request.POST(BodyPublishers.noBody())), 401, "unauthenticated");
        for (var trick : List.of("/api/registry/areas/../residents/1", "/api/registry/areas/..;/residents/1", "/api/registry/areas/%2e%2e/residents/1",
                "/api/registry/areas//..//residents/1", "/api/registry/areas/%2e%2e%2fresidents")) {
            var before = REGISTRY.seen.size();
            assertThat(raw("GET " + trick + " HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n")).as(trick).doesNotStartWith("HTTP/1.1 2");
            assertThat(REGISTRY.seen).as(trick).hasSize(before);
        }
    }

    @Test
    void problems_speak_the_callers_language() {
        assertThat(call("/api/points/x", request -> request.header("Accept-Language", "zh-CN,zh;q=0.9")).body()).contains("请先登录");
        assertThat(call("/api/points/x", request -> request.header("Accept-Language", "en-US")).body()).contains("sign in");
        assertThat(call("/api/points/x", request -> request.header("Accept-Language", ";;;")).body()).contains("请先登录");
    }

    @Test
    void what_is_nowhere_is_not_found() {
        isProblem(get("/api/nowhere/x"), 404, "no-such-address");
        isProblem(get("/nowhere"), 404, "no-such-address");
        isProblem(call("/nowhere", _ -> {}), 404, "no-such-address");
        isProblem(call("/api/nowhere", _ -> {}), 401, "unauthenticated");
    }

    @ParameterizedTest
    @CsvSource({"'zh-CN,zh;q=0.9', zh-CN, 没有这个地址, 回到首页", "en-GB, en, nothing at this address, start page",
        "'fr, en;q=0.5', en, nothing at this address, start page", "ja, zh-CN, 没有这个地址, 回到首页"})
    void a_browser_gets_a_page_in_its_language(String wanted, String language, String words, String home) {
        var page = call("/nowhere/<script>", "text/html,application/xhtml+xml,*/*;q=0.8", wanted);

        assertThat(page.statusCode()).isEqualTo(404);
        assertThat(page.headers().firstValue("Content-Type")).hasValue("text/html;charset=UTF-8");
        assertThat(page.headers().firstValue("Content-Language")).hasValue(language);
        assertThat(page.body()).contains("<html lang=\"" + language + "\">", words, home, page.headers().firstValue("X-Request-Id").orElseThrow())
                .doesNotContain("<script>");
    }

    private HttpResponse<String> call(String path, String accept, String language) {
        return call(path.replace("<", "%3C").replace(">", "%3E"), request -> request.headers("Accept", accept, "Accept-Language", language));
    }

    @Test
    void headers_of_proxies_are_not_believed() {
        get("/api/points/who", "X-Forwarded-For", "1.2.3.4", "X-Forwarded-Host", "evil.example", "X-User", "root", "Forwarded", "for=1.2.3.4");
        var headers = POINTS.last().headers();
        assertThat(headers.keySet()).doesNotContain("X-user", "X-real-ip");
        assertThat(headers.values().toString()).doesNotContain("1.2.3.4").doesNotContain("evil.example");
    }

    @Test
    void a_request_id_is_kept_when_it_is_sane_and_made_when_it_is_not() {
        var id = "2f6c1d0e-5b7a-4c7e-9d53-0e8a4b1c2d3f";
        assertThat(get("/api/points/a", "X-Request-Id", id).headers().firstValue("X-Request-Id")).hasValue(id);
        assertThat(POINTS.last().headers().get("X-request-id")).containsExactly(id);
        var made = get("/api/points/a", "X-Request-Id", "990206199001010018").headers().firstValue("X-Request-Id").orElseThrow();
        assertThat(made).hasSize(36);
        assertThat(POINTS.last().headers().get("X-request-id")).containsExactly(made);
    }

    @Test
    void the_trace_of_a_call_goes_on_to_the_service() {
        var trace = "4bf92f3577b34da6a3ce929d0e0e4736";
        get("/api/points/a", "traceparent", "00-" + trace + "-00f067aa0ba902b7-01");
        assertThat(POINTS.last().headers().get("Traceparent")).singleElement().asString().startsWith("00-" + trace + "-").doesNotContain("00f067aa0ba902b7");
    }

    @Test
    void a_caller_who_calls_too_often_is_told_when_to_come_back_and_nobody_else() {
        var answers = atOnce(150, () -> get("/api/points/often"));
        var refused = answers.stream().filter(answer -> answer.statusCode() == 429).toList();
        assertThat(refused).isNotEmpty();
        isProblem(refused.getFirst(), 429, "too-many-requests");
        assertThat(refused.getFirst().headers().firstValue("Retry-After").map(Integer::parseInt).orElseThrow()).isBetween(1, 3);
        a_caller_of_its_own();
        var other = get("/api/points/often");
        assertThat(other.statusCode()).as(other.body()).isEqualTo(204);
    }

    @Test
    void calls_without_a_good_token_share_a_bucket_per_address() {
        Consumer<HttpRequest.Builder> from = request -> request.header("X-Forwarded-For", "198.51.100.9, 203.0.113.7");
        assertThat(atOnce(120, () -> call("/api/registry/areas", from))).extracting(HttpResponse::statusCode).contains(204, 429);
        var guess = from.andThen(request -> request.header("Authorization", "Bearer guess"));
        assertThat(atOnce(60, () -> call("/api/points/x", guess))).as("tries with bad tokens count too").extracting(HttpResponse::statusCode)
                .contains(429).isSubsetOf(401, 429);
        assertThat(call("/api/registry/areas", request -> request.header("X-Forwarded-For", "203.0.113.7, 203.0.113.8")).statusCode())
                .as("only what the proxy itself has added tells the address").isNotEqualTo(429);
        await().atMost(Duration.ofSeconds(5)).until(() -> call("/api/registry/areas", from).statusCode() == 204);
    }

    /** Reactor-netty 1.3.7 read no third request then (its issue 4361), and the caller waited for ever. */
    @Test
    void a_connection_goes_on_after_a_request_that_had_to_wait_was_answered_at_once() throws IOException {
        POINTS.answer("/api/points/slow", exchange -> {
            sleep(300);
            exchange.sendResponseHeaders(204, -1);
        });
        try (var socket = new Socket("localhost", port)) {
            socket.setSoTimeout(10_000);
            send(socket, "GET /api/points/slow HTTP/1.1\r\nHost: a\r\nAuthorization: Bearer " + token + "\r\n\r\n"
                    + "GET /api/points/x HTTP/1.1\r\nHost: a\r\nAuthorization: Bearer guess\r\n\r\n");
            readUntil(socket, "\"unauthenticated\"");
            send(socket, "GET /api/points/x HTTP/1.1\r\nHost: a\r\nAuthorization: Bearer " + token + "\r\n\r\n");
            readUntil(socket, "HTTP/1.1 204");
        }
    }

    private static void send(Socket socket, String requests) throws IOException {
        socket.getOutputStream().write(requests.getBytes(StandardCharsets.ISO_8859_1));
        socket.getOutputStream().flush();
    }

    /** Fails by the socket's time-out. */
    private static void readUntil(Socket socket, String text) throws IOException {
        var seen = new StringBuilder();
        var bytes = new byte[4096];
        while (seen.indexOf(text) < 0) {
            var length = socket.getInputStream().read(bytes);
            assertThat(length).as("closed after " + seen).isPositive();
            seen.append(new String(bytes, 0, length, StandardCharsets.ISO_8859_1));
        }
    }

    @Test
    void receipts_of_a_provider_come_without_a_token_and_have_a_bucket_of_their_own() {
        Consumer<HttpRequest.Builder> receipt = request -> request.header("X-Forwarded-For", "203.0.113.50")
                .POST(BodyPublishers.ofString("{\"id\":\"1\"}"));
        var path = "/api/notification/receipts/sms";
        assertThat(call(path, receipt).statusCode()).isEqualTo(204);
        assertThat(NOTIFICATION.last().path()).isEqualTo(path);
        isProblem(call(path, receipt.andThen(request -> request.POST(BodyPublishers.ofByteArray(new byte[2000])))), 413, "too-large");
        isProblem(call(path, receipt.andThen(HttpRequest.Builder::GET)), 401, "unauthenticated");
        isProblem(call(path + "/1", receipt), 401, "unauthenticated");
        isProblem(call("/api/notification/receipts", receipt), 401, "unauthenticated");
        for (var i = 0; i < 60; i++) {
            assertThat(call(path, receipt).statusCode()).as("more than anybody else without a token").isEqualTo(204);
        }
        await().until(() -> call(path, receipt).statusCode() == 429);
        assertThat(call("/api/registry/areas", request -> request.header("X-Forwarded-For", "203.0.113.50")).statusCode()).isEqualTo(204);
    }

    @Test
    void a_service_that_hangs_is_left_alone_too() {
        REGISTRY.answer("/api/registry/hangs", exchange -> {
            sleep(1500);
            exchange.sendResponseHeaders(204, -1);
        });
        var calls = IntStream.range(0, 20).mapToObj(_ -> CompletableFuture.supplyAsync(() -> get("/api/registry/hangs"))).toList();
        assertThat(calls).extracting(CompletableFuture::join).extracting(HttpResponse::statusCode).contains(504);
        await().untilAsserted(() -> isProblem(get("/api/registry/any"), 503, "service-unavailable"));
        await().atMost(Duration.ofSeconds(10)).pollInterval(Duration.ofMillis(200)).until(() -> get("/api/registry/any").statusCode() == 204);
    }

    @Test
    void a_slow_service_is_not_waited_for_and_a_dead_one_is_left_alone_until_it_is_back() throws Exception {
        POINTS.answer("/api/points/slow", exchange -> {
            sleep(1500);
            exchange.sendResponseHeaders(204, -1);
        });
        var start = System.nanoTime();
        var slow = get("/api/points/slow");
        isProblem(slow, 504, "service-timeout");
        assertThat(slow.headers().firstValue("Retry-After")).isPresent();
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofMillis(1400));

        POINTS.stop();
        try {
            for (var i = 0; i < 25; i++) {
                var dead = get("/api/points/dead");
                isProblem(dead, 503, "service-unavailable");
                assertThat(dead.headers().firstValue("Retry-After")).isPresent();
            }
            assertThat(get("/api/registry/alive").statusCode()).isEqualTo(204);
            assertThat(call("/actuator/prometheus", _ -> {}).body()).containsPattern("resilience4j_circuitbreaker_state\\{[^}]*name=\"points\"[^}]*state=\"open\"[^}]*} 1");
        } finally {
            POINTS.startAgain();
        }
        await().atMost(Duration.ofSeconds(10)).pollInterval(Duration.ofMillis(200)).until(() -> get("/api/points/back").statusCode() == 204);
    }

    @Test
    void a_call_that_looks_through_everything_is_waited_for() {
        POINTS.answer("/api/points/operations/accesses/verification", exchange -> {
            sleep(1500);
            exchange.sendResponseHeaders(204, -1);
        });
        assertThat(get("/api/points/operations/accesses/verification?since=2026-11-01").statusCode()).isEqualTo(204);
    }

    @Test
    void a_body_that_is_too_large_is_refused_also_when_it_does_not_say_so() {
        var announced = call("/api/points/big", request -> request.header("Authorization", "Bearer " + token)
                .POST(BodyPublishers.ofByteArray(new byte[11_000])));
        isProblem(announced, 413, "too-large");
        var chunked = call("/api/points/big", request -> request.header("Authorization", "Bearer " + token)
                .POST(BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(new byte[200_000]))));
        isProblem(chunked, 413, "too-large");
        var upload = call("/api/registry/enterprises/1/rosters", request -> request.header("Authorization", "Bearer " + token)
                .POST(BodyPublishers.ofByteArray(new byte[90_000])));
        assertThat(upload.statusCode()).isEqualTo(204);
        assertThat(REGISTRY.last().bytes()).isEqualTo(90_000);
        isProblem(call("/api/registry/enterprises/1/rosters", request -> request.header("Authorization", "Bearer " + token)
                .POST(BodyPublishers.ofByteArray(new byte[110_000]))), 413, "too-large");
        assertThat(get("/api/points/after").statusCode()).as("bodies that were too large do not open the circuit").isEqualTo(204);
    }

    @ParameterizedTest
    @ValueSource(strings = {"GET /api/points/x HTTP/1.1\r\nHost: x\r\nContent-Length: 5\r\nContent-Length: 6\r\n\r\nhello",
        "GARBAGE\r\n\r\n", "GET /api/points/%zz HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n",
        "POST /api/points/x HTTP/1.1\r\nHost: x\r\nContent-Length: 4\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n"})
    void what_is_not_http_is_refused(String request) {
        assertThat(raw(request)).startsWith("HTTP/1.1 4").doesNotContain("Exception");
    }

    @Test
    void a_header_beyond_measure_is_refused() {
        assertThat(raw("GET /api/points/x HTTP/1.1\r\nHost: x\r\nX-A: " + "a".repeat(20_000) + "\r\n\r\n")).startsWith("HTTP/1.1 4");
    }

    @Test
    void other_origins_are_let_in_by_name_only() {
        assertThat(preflight("https://portal.example")).startsWith("HTTP/1.1 200").contains("Access-Control-Allow-Origin: https://portal.example");
        assertThat(preflight("https://evil.example")).startsWith("HTTP/1.1 403").doesNotContain("Access-Control-Allow-Origin");
    }

    private String preflight(String origin) {
        return raw("OPTIONS /api/points/accounts/mine HTTP/1.1\r\nHost: localhost:" + port + "\r\nOrigin: " + origin
                + "\r\nAccess-Control-Request-Method: GET\r\nConnection: close\r\n\r\n");
    }

    @Test
    void answers_forbid_what_a_browser_could_be_talked_into() {
        var headers = call("/", _ -> {}).headers();
        assertThat(headers.firstValue("Content-Security-Policy").orElse("")).contains("default-src 'self'", "frame-ancestors 'none'");
        assertThat(headers.firstValue("X-Content-Type-Options")).hasValue("nosniff");
        assertThat(headers.firstValue("Referrer-Policy")).hasValue("no-referrer");
        assertThat(headers.firstValue("X-Frame-Options")).hasValue("DENY");
        assertThat(headers.firstValue("Permissions-Policy").orElse("")).contains("microphone=()");
        assertThat(headers.firstValue("Cross-Origin-Opener-Policy")).hasValue("same-origin");
    }

    @Test
    void an_answer_of_a_service_has_each_of_these_headers_once() {
        POINTS.answer("/api/points/safe", 200, "{}", "Content-Type", "application/json", "X-Content-Type-Options", "nosniff", "X-Frame-Options",
                "DENY", "Cache-Control", "no-cache", "Referrer-Policy", "no-referrer");
        var headers = get("/api/points/safe").headers();
        assertThat(Stream.of("X-Content-Type-Options", "X-Frame-Options", "Cache-Control", "Content-Security-Policy", "Referrer-Policy"))
                .allSatisfy(name -> assertThat(headers.allValues(name)).as(name).hasSize(1));
        assertThat(headers.firstValue("Cache-Control")).as("the service knows best").hasValue("no-cache");
    }

    @Test
    void the_document_of_a_service_that_is_away_is_a_problem_and_leaves_the_others() {
        POINTS.answer("/v3/api-docs", 200, "{\"openapi\":\"3.1.0\"}", "Content-Type", "application/json");
        isProblem(call("/v3/api-docs/grid", _ -> {}), 503, "service-unavailable");
        assertThat(call("/v3/api-docs/points", _ -> {}).body()).contains("3.1.0");
    }

    @Test
    void the_start_page_and_the_api_page_are_open() {
        assertThat(call("/", _ -> {}).body()).contains("新居");
        assertThat(call("/development.json", _ -> {}).body()).contains("grid-worker", "\"channels\":\"http://127.0.0.1:9105/\"");
        assertThat(call("/api.html", _ -> {}).statusCode()).isEqualTo(302);
        assertThat(call("/v3/api-docs/swagger-config", _ -> {}).body()).contains("/v3/api-docs/registry", "/v3/api-docs/points",
                "/v3/api-docs/grid", "/v3/api-docs/notification");
        REGISTRY.answer("/v3/api-docs", 200, "{\"openapi\":\"3.1.0\"}", "Content-Type", "application/json");
        assertThat(call("/v3/api-docs/registry", _ -> {}).body()).contains("3.1.0");
        assertThat(call("/actuator/health", _ -> {}).statusCode()).isEqualTo(200);
        assertThat(call("/actuator/env", _ -> {}).statusCode()).isEqualTo(401);
    }

    private static void sleep(long milliseconds) {
        try {
            Thread.sleep(milliseconds);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
