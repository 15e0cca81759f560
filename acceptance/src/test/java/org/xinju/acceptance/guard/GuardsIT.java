package org.xinju.acceptance.guard;

import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Map;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

import org.xinju.acceptance.Quiet;
import org.xinju.acceptance.RunningSystem;

import static org.assertj.core.api.Assertions.assertThat;

/** One running system, looked at by all guards. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class GuardsIT {

    private static final Path DATA = Path.of("target/running").toAbsolutePath();
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);
    private static final Duration SOON = Duration.ofMinutes(3);

    private static RunningSystem system;
    private static AccessTable table;
    private static Specimens specimens;
    private static Calls calls;
    private static Visitors visitors;
    private static Tokens tokens;

    @BeforeAll
    static void start() {
        system = RunningSystem.startEmpty(DATA, Map.of(), "--date", TODAY + "T10:00", "--replicas", "registry-service=2,grid-service=2");
        table = AccessTable.read(RunningSystem.root().resolve("docs/access.md"));
        tokens = new Tokens(system.issuer(), DATA);
        visitors = new Visitors(tokens);
        specimens = new Specimens(system, visitors, TODAY);
        calls = new Calls(system, specimens);
    }

    @AfterAll
    static void stop() {
        if (system != null) {
            system.close();
        }
    }

    @Test
    @Order(1)
    void the_table_of_who_may_do_what_has_every_call_and_each_is_made() {
        var paths = table.calls().stream().map(call -> call.replaceAll("\\?.*", "")).distinct();
        assertThat(paths).as("calls of docs/access.md").containsExactlyInAnyOrderElementsOf(Operations.all(system));
        assertThat(calls.names()).as("requests made").containsExactlyInAnyOrderElementsOf(table.calls());
    }

    @Test
    @Order(2)
    void who_may_not_is_refused_and_nothing_changes() {
        var result = new IsolationMatrix(system, table, calls, visitors.all()).refused();
        assertThat(result.wrong()).as("of %d cells", result.cells()).isEmpty();
    }

    @Test
    @Order(3)
    void who_may_is_answered() {
        var result = new IsolationMatrix(system, table, calls, visitors.all()).allowed();
        assertThat(result.wrong()).as("of %d cells", result.cells()).isEmpty();
    }

    @Test
    @Order(4)
    void a_token_that_is_none_is_refused_by_every_service_itself() {
        assertThat(new TokenGuard(system, table, calls, tokens).look()).isEmpty();
    }

    @Test
    @Order(5)
    void nothing_of_a_person_is_found_where_it_must_not_be() {
        var canary = Canary.make();
        var refusals = new CanaryWalk(system, canary, visitors).walk();
        Quiet.await(system, SOON);
        var guard = new LeakGuard(system, DATA, canary);
        guard.answers(refusals);
        assertThat(guard.look()).isEmpty();
        assertThat(guard.bytes()).as("bytes looked at").isGreaterThan(1_000_000);
    }

    /** {@code -Dxinju.pairs=100000} for the whole. */
    @Test
    @Order(6)
    void what_was_just_made_is_found_by_id_and_in_the_list() {
        assertThat(new StaleReads(system, specimens, visitors).look(Integer.getInteger("xinju.pairs", 500))).isEmpty();
    }

    @Test
    @Order(7)
    void no_request_makes_a_service_fail() {
        var bad = new BadRequests(system, table, calls, visitors.all());
        assertThat(bad.send()).isEmpty();
        assertThat(bad.sent()).as("requests sent").isGreaterThan(5_000);
    }
}
