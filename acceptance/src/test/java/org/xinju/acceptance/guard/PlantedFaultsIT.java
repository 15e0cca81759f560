package org.xinju.acceptance.guard;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Objects;
import java.util.Set;

import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Sorts;
import org.bson.Document;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;

import org.xinju.acceptance.Quiet;
import org.xinju.acceptance.Waiting;
import org.xinju.acceptance.crash.CrashRun;
import org.xinju.acceptance.crash.agent.Break;
import org.xinju.acceptance.crash.agent.Orders;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The guards prove themselves: each finds a fault of its kind that is planted in the running registry-service. Run by
 * {@code XINJU_GUARDS=prove ./mvnw verify -pl acceptance -am}.
 */
@EnabledIfEnvironmentVariable(named = "XINJU_GUARDS", matches = "prove")
class PlantedFaultsIT {

    private static final Path ORDERS = Scene.DATA.resolve("crash");
    private static final Set<String> READ = Set.of("GET /api/registry/residents/{id}");
    private static final Set<String> REGISTER = Set.of("POST /api/registry/residents");
    private static final int PAIRS = 250;
    private static final int LOOKS = 3;
    private static final Duration SOON = Duration.ofMinutes(3);

    private static Scene scene;

    @BeforeAll
    static void start() {
        Orders.forget(ORDERS);
        scene = Scene.begin(CrashRun.environment(true, ORDERS));
    }

    @AfterAll
    static void stop() {
        if (scene != null) {
            scene.close();
        }
    }

    @Test
    void a_call_without_a_look_at_the_area() {
        assertThat(scene.isolation(READ).refused().wrong()).isEmpty();
        with(Break.NO_SCOPE, () -> assertThat(scene.isolation(READ).refused().wrong()).anyMatch(cell -> cell.contains("grid-worker OTHER_DISTRICT")));
    }

    @Test
    void a_name_in_a_log_line() {
        with(Break.NAME_IN_LOG, () -> assertThat(scene.leaks().look()).anyMatch(place -> place.startsWith("name in file logs")));
    }

    @Test
    void a_failure_that_nobody_handles() {
        assertThat(scene.badRequests(REGISTER).send()).isEmpty();
        with(Break.UNHANDLED, () -> assertThat(scene.badRequests(REGISTER).send()).anyMatch(answer -> answer.contains("-> 500")));
    }

    @Test
    void a_read_from_what_lags_behind() {
        assertThat(scene.staleReads().look(PAIRS)).isEmpty();
        with(Break.STALE_READ, () -> assertThat(scene.staleReads().look(PAIRS)).isNotEmpty());
    }

    /** The launcher starts again what dies of a file. */
    @Test
    void a_workbook_that_nobody_measures() {
        with(Break.UNMEASURED, () -> assertThat(scene.uploads().send()).anyMatch(answer -> answer.startsWith("services died")));
        Waiting.until("all are there again", SOON, () -> scene.system.replicas("registry-service").stream().allMatch(scene.system::isReady));
    }

    /** Planted by somebody with the database and without the key: one from the middle, and the last, of which only the broker still knows. */
    @Test
    void a_removed_audit_entry() {
        var worker = scene.system.as("grid-worker", "registry-service");
        for (var n = 0; n < LOOKS; n++) {
            worker.get("/api/registry/residents/" + scene.specimens.resident + "?purpose=registration");
        }
        Quiet.await(scene.system, SOON);
        assertThat(verification()).contains("\"intact\":true");
        try (var store = MongoClients.create(scene.system.store())) {
            var accesses = store.getDatabase("registry").getCollection("accesses");
            var last = Objects.requireNonNull(accesses.find().sort(Sorts.descending("number")).first());
            var middle = accesses.find(Filters.and(Filters.eq("chain", last.get("chain")), Filters.eq("number", last.getLong("number") - 1))).first();
            without(accesses, Objects.requireNonNull(middle), () -> assertThat(verification()).contains("\"intact\":false", "DELETED"));
            without(accesses, last, () -> assertThat(verification()).contains("\"intact\":false", "CUT_OFF"));
        }
        assertThat(verification()).contains("\"intact\":true");
    }

    private static String verification() {
        return scene.system.as("auditor", "registry-service").get("/api/registry/operations/accesses/verification").body().toString();
    }

    private static void without(MongoCollection<Document> accesses, Document entry, Runnable look) {
        accesses.deleteOne(Filters.eq(entry.get("_id")));
        try {
            look.run();
        } finally {
            accesses.insertOne(entry);
        }
    }

    private static void with(Break fault, Runnable look) {
        order(fault);
        try {
            look.run();
        } finally {
            order(Break.NONE);
        }
    }

    private static void order(Break fault) {
        for (var process : scene.system.replicas("registry-service")) {
            Orders.breakOnPurpose(ORDERS.resolve(process), fault);
        }
        try {
            Thread.sleep(200); // a process looks for its orders fifty times a second
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
