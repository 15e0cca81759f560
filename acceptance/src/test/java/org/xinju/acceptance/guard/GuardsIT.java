package org.xinju.acceptance.guard;

import java.time.Duration;
import java.util.Map;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

import org.xinju.acceptance.Quiet;

import static org.assertj.core.api.Assertions.assertThat;

/** One running system, looked at by all guards. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class GuardsIT {

    private static final Duration SOON = Duration.ofMinutes(3);

    private static Scene scene;

    @BeforeAll
    static void start() {
        scene = Scene.begin(Map.of());
    }

    @AfterAll
    static void stop() {
        if (scene != null) {
            scene.close();
        }
    }

    @Test
    @Order(1)
    void the_table_of_who_may_do_what_has_every_call_and_each_is_made() {
        var paths = scene.table.calls().stream().map(call -> call.replaceAll("\\?.*", "")).distinct();
        assertThat(paths).as("calls of docs/access.md").containsExactlyInAnyOrderElementsOf(scene.operations.all());
        assertThat(scene.calls.names()).as("requests made").containsExactlyInAnyOrderElementsOf(scene.table.calls());
        assertThat(scene.visitors.roles()).as("roles of the personas").containsAll(scene.table.roles());
        assertThat(scene.table.hiding()).as("what they hide is looked for").allMatch(call -> !scene.calls.request(call, Visitor.anonymous()).shows().isEmpty());
    }

    @Test
    @Order(2)
    void who_may_not_is_refused_and_nothing_changes() {
        var result = scene.isolation(scene.table.calls()).refused();
        assertThat(result.wrong()).as("of %d cells", result.cells()).isEmpty();
    }

    @Test
    @Order(3)
    void who_may_is_answered() {
        var result = scene.isolation(scene.table.calls()).allowed();
        assertThat(result.wrong()).as("of %d cells", result.cells()).isEmpty();
    }

    @Test
    @Order(4)
    void a_token_that_is_none_is_refused_by_every_service_itself() {
        assertThat(scene.badTokens().look()).isEmpty();
    }

    @Test
    @Order(5)
    void nothing_of_a_person_is_found_where_it_must_not_be() {
        var guard = scene.leaks();
        Quiet.await(scene.system, SOON);
        assertThat(guard.look()).isEmpty();
        assertThat(guard.bytes()).as("bytes looked at").isGreaterThan(1_000_000);
    }

    /** {@code -Dxinju.pairs=100000} for the whole. */
    @Test
    @Order(6)
    void what_was_just_made_is_found_by_id_and_in_the_list() {
        assertThat(scene.staleReads().look(Integer.getInteger("xinju.pairs", 500))).isEmpty();
    }

    @Test
    @Order(7)
    void no_request_makes_a_service_fail() {
        var bad = scene.badRequests(scene.table.calls());
        assertThat(bad.send()).isEmpty();
        assertThat(bad.sent()).as("requests sent").isGreaterThan(5_000);
    }

    @Test
    @Order(8)
    void no_file_takes_more_than_it_may() {
        assertThat(scene.uploads().send()).isEmpty();
    }
}
