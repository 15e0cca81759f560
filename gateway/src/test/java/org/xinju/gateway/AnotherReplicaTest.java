package org.xinju.gateway;

import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import java.util.stream.IntStream;

import com.sun.net.httpserver.HttpExchange;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.context.TestPropertySource;

import static org.assertj.core.api.Assertions.assertThat;

/** What a call meets before anybody has asked the replicas again. */
@TestPropertySource(properties = {"xinju.gateway.readiness.interval=1h", "xinju.gateway.largest-body=1MB"})
@DirtiesContext(classMode = DirtiesContext.ClassMode.AFTER_EACH_TEST_METHOD) // what was left out stays so
class AnotherReplicaTest extends OverHttp {

    private static final List<Upstream> ALL = List.of(upstream(), upstream(), upstream());

    @DynamicPropertySource
    static void addresses(DynamicPropertyRegistry registry) {
        registry.add("XINJU_POINTS_URI", () -> String.join(",", ALL.stream().map(Upstream::uri).toList()));
    }

    @BeforeEach
    void nobody_has_called() {
        ALL.forEach(one -> one.seen.clear());
    }

    @Test
    void a_command_that_reaches_nobody_goes_whole_to_another() throws IOException {
        ALL.getFirst().stop();
        ALL.getLast().stop();
        try {
            IntStream.range(0, 6).forEach(_ -> assertThat(post("/api/points/x", BodyPublishers.ofByteArray(new byte[300_000])).statusCode())
                    .isEqualTo(204));
        } finally {
            ALL.getFirst().startAgain();
            ALL.getLast().startAgain();
        }
        assertThat(ALL.get(1).seen).hasSize(6).allSatisfy(seen -> assertThat(seen.bytes()).isEqualTo(300_000));
        assertThat(metric("resilience4j_circuitbreaker_buffered_calls", "name=\"points\"", "kind=\"failed\"")).isZero();
    }

    @Test
    void a_reading_call_whose_connection_breaks_is_made_again_once() {
        ALL.forEach(one -> one.answer("/api/points/breaks", HttpExchange::close));

        isProblem(get("/api/points/breaks"), 503, "service-unavailable");

        assertThat(count("/api/points/breaks")).as("a call that kills does not kill all").isEqualTo(2);
        ALL.getFirst().answer("/api/points/breaks", 204, "");
        ALL.get(1).answer("/api/points/breaks", 204, "");
        IntStream.range(0, 4).forEach(_ -> assertThat(get("/api/points/breaks").statusCode()).isEqualTo(204));
    }

    @Test
    void a_command_whose_connection_breaks_is_not_made_again() {
        ALL.forEach(one -> one.answer("/api/points/breaks", HttpExchange::close));

        isProblem(post("/api/points/breaks", BodyPublishers.ofString("{}")), 503, "service-unavailable");

        assertThat(count("/api/points/breaks")).isEqualTo(1);
    }

    private static int count(String path) {
        return ALL.stream().mapToInt(one -> one.count(path)).sum();
    }
}
