package org.xinju.gateway;

import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.context.TestPropertySource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** Two replicas of a service, one of which dies and comes back. */
@TestPropertySource(properties = {"xinju.gateway.readiness.interval=100ms", "xinju.gateway.readiness.timeout=500ms",
    "xinju.gateway.limits.burst=100000"})
class ReplicasTest extends OverHttp {

    private static final Upstream ONE = upstream();
    private static final Upstream TWO = upstream();
    private static final String READINESS = "/actuator/health/readiness";

    @DynamicPropertySource
    static void addresses(DynamicPropertyRegistry registry) {
        registry.add("XINJU_POINTS_URI", () -> ONE.uri() + "," + TWO.uri());
    }

    @AfterEach
    void both_are_well_again() {
        ONE.answer(READINESS, 200, "");
        TWO.answer(READINESS, 200, "");
        await().until(() -> isUp(ONE) && isUp(TWO));
    }

    @Test
    void calls_and_documents_are_spread_over_both() {
        var before = List.of(ONE.count("/api/points/x"), TWO.count("/api/points/x"));

        IntStream.range(0, 10).forEach(_ -> assertThat(get("/api/points/x").statusCode()).isEqualTo(204));
        IntStream.range(0, 4).forEach(_ -> assertThat(call("/v3/api-docs/points", _ -> {}).statusCode()).isEqualTo(204));

        assertThat(ONE.count("/api/points/x") - before.getFirst()).isEqualTo(5);
        assertThat(TWO.count("/api/points/x") - before.getLast()).isEqualTo(5);
        assertThat(ONE.count("/v3/api-docs")).isEqualTo(2);
    }

    @Test
    void one_that_says_it_is_not_ready_is_left_out_until_it_is() {
        TWO.answer(READINESS, 503, "");
        await().until(() -> !isUp(TWO));
        var before = TWO.count("/api/points/x");

        IntStream.range(0, 20).forEach(_ -> assertThat(get("/api/points/x").statusCode()).isEqualTo(204));

        assertThat(TWO.count("/api/points/x")).isEqualTo(before);
        TWO.answer(READINESS, 200, "");
        await().until(() -> get("/api/points/x").statusCode() == 204 && TWO.count("/api/points/x") > before);
    }

    @Test
    void when_none_seems_ready_all_are_tried() {
        ONE.answer(READINESS, 503, "");
        TWO.answer(READINESS, 503, "");
        await().until(() -> !isUp(ONE) && !isUp(TWO));

        assertThat(get("/api/points/x").statusCode()).isEqualTo(204);
    }

    @Test
    void one_that_is_killed_amid_traffic_costs_the_commands_on_their_way_to_it_and_nothing_else() throws Exception {
        var done = new CopyOnWriteArrayList<Done>();
        var over = new AtomicBoolean();
        var clients = new ArrayList<CompletableFuture<Void>>();
        for (var client = 0; client < 4; client++) {
            clients.add(CompletableFuture.runAsync(() -> {
                while (!over.get()) {
                    done.add(timed(false));
                    done.add(timed(true));
                }
            }, Thread::startVirtualThread));
        }
        await().until(() -> done.size() > 100);

        ONE.stop();
        var dead = System.nanoTime();
        var then = done.size();
        await().until(() -> done.size() > then + 400);
        assertThat(isUp(ONE)).isFalse();
        assertThat(metric("resilience4j_circuitbreaker_state", "name=\"points\"", "state=\"closed\"")).isEqualTo(1);
        ONE.startAgain();
        var seen = ONE.count("/api/points/commands");
        await().until(() -> ONE.count("/api/points/commands") > seen + 20);
        over.set(true);
        clients.forEach(CompletableFuture::join);

        assertThat(done).filteredOn(call -> call.status() != 204).hasSizeLessThanOrEqualTo(4).allSatisfy(lost -> {
            assertThat(lost.status()).isEqualTo(503);
            assertThat(lost.command()).as("a reading call is made again").isTrue();
            assertThat(lost.began()).as("on its way when the connection broke").isLessThan(dead);
        });
    }

    private record Done(boolean command, int status, long began) {}

    private Done timed(boolean command) {
        var began = System.nanoTime();
        var answer = command ? post("/api/points/commands", BodyPublishers.ofString("{}")) : get("/api/points/x");
        return new Done(command, answer.statusCode(), began);
    }

    @Test
    void all_dead_is_the_services_death() throws IOException {
        ONE.stop();
        TWO.stop();
        try {
            isProblem(get("/api/points/x"), 503, "service-unavailable");
            isProblem(call("/v3/api-docs/points", _ -> {}), 503, "service-unavailable");
        } finally {
            ONE.startAgain();
            TWO.startAgain();
        }
        await().until(() -> get("/api/points/x").statusCode() == 204);
    }

    private boolean isUp(Upstream upstream) {
        return metric("xinju_gateway_replica_up", "service=\"points\"", "replica=\"" + upstream.uri().replace("http://", "") + "\"") == 1;
    }
}
