package org.xinju.web;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletInputStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.context.support.StaticMessageSource;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** One place, nobody waits: whoever is turned away has met somebody who holds it. */
class CrowdTest {

    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final Crowd crowd = new Crowd(new WebProperties("grid", List.of(), List.of(), 1, 0, Duration.ZERO), new Problems(new Words(new StaticMessageSource())),
            JsonMapper.builder().build(), meters);
    private final List<byte[]> bodies = new ArrayList<>();
    private final FilterChain reading = (request, _) -> bodies.add(request.getInputStream().readAllBytes());

    @Test
    void a_client_that_sends_slowly_holds_no_place() throws Exception {
        var rest = new PipedOutputStream();
        var slow = request("/api/grid/cases", "application/json", new PipedInputStream(rest));
        rest.write("{".getBytes(StandardCharsets.UTF_8));
        var sent = CompletableFuture.runAsync(() -> pass(slow, reading));
        pass(request("/api/grid/cases", "application/json", of("{}")), reading);
        assertThat(bodies).containsExactly("{}".getBytes(StandardCharsets.UTF_8));
        assertThat(sent).isNotDone();
        rest.close();
        sent.join();
        assertThat(bodies).hasSize(2).last().isEqualTo("{".getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void who_comes_when_all_places_are_taken_is_turned_away_but_with_a_file_or_a_question_of_health() {
        pass(request("/api/grid/cases", "application/json", of("{}")), (_, _) -> {
            var second = pass(request("/api/grid/cases", "application/json", of("{}")), reading);
            assertThat(second.getStatus()).isEqualTo(503);
            assertThat(second.getHeader("Retry-After")).isNotBlank();
            assertThat(bodies).isEmpty();
            pass(request("/api/grid/photos", "Multipart/Form-Data; boundary=x", of("x")), reading);
            pass(request("/actuator/health", null, of("")), reading);
            assertThat(bodies).hasSize(2);
        });
        assertThat(meters.counter("xinju.requests.turned.away").count()).isEqualTo(1);
        assertThat(pass(request("/api/grid/cases", "application/json", of("{}")), reading).getStatus()).as("the place is free again").isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 65_535, 65_536, 65_537, 300_000})
    void a_body_is_read_as_it_was_sent(int size) {
        var sent = new byte[size];
        new Random(size).nextBytes(sent);
        pass(request("/api/points/policies", "application/json", new ByteArrayInputStream(sent)), (request, _) -> {
            assertThat(request.getInputStream().isFinished()).isFalse();
            assertThat(request.getInputStream().readAllBytes()).isEqualTo(sent);
            assertThat(request.getInputStream().isFinished()).isTrue();
        });
    }

    @Test
    void words_are_read_in_the_encoding_that_the_client_has_named_or_in_that_of_json() {
        var words = "楼道里堆满纸箱";
        pass(request("/api/grid/cases", "application/json", of(words)), (request, _) -> assertThat(request.getReader().readLine()).isEqualTo(words));
        var named = request("/api/grid/cases", "text/plain;charset=GB18030", new ByteArrayInputStream(words.getBytes(Charset.forName("GB18030"))));
        named.setCharacterEncoding("GB18030");
        pass(named, (request, _) -> assertThat(request.getReader().readLine()).isEqualTo(words));
    }

    /** As an unreadable body: whoever reads it knows what to answer. */
    @Test
    void whoever_reads_is_told_that_the_client_has_gone() {
        var gone = new InputStream() {
            @Override
            public int read() throws IOException {
                throw new IOException("gone");
            }
        };
        pass(request("/api/grid/cases", "application/json", gone), (request, _) -> assertThatThrownBy(() -> request.getInputStream().read())
                .isInstanceOf(IOException.class).hasMessage("gone"));
    }

    private MockHttpServletResponse pass(MockHttpServletRequest request, FilterChain chain) {
        var response = new MockHttpServletResponse();
        try {
            crowd.doFilter(request, response, chain);
        } catch (IOException | ServletException e) {
            throw new IllegalStateException(e);
        }
        return response;
    }

    private static InputStream of(String body) {
        return new ByteArrayInputStream(body.getBytes(StandardCharsets.UTF_8));
    }

    private static MockHttpServletRequest request(String path, @Nullable String type, InputStream body) {
        var request = new MockHttpServletRequest("POST", path) {
            @Override
            public ServletInputStream getInputStream() {
                return new ServletInputStream() {
                    @Override
                    public int read() throws IOException {
                        return body.read();
                    }

                    @Override
                    public boolean isFinished() {
                        return false;
                    }

                    @Override
                    public boolean isReady() {
                        return true;
                    }

                    @Override
                    public void setReadListener(ReadListener listener) {}
                };
            }
        };
        request.setContentType(type);
        return request;
    }
}
