package org.xinju.grid.cases;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

import org.xinju.grid.AreasKnown;
import org.xinju.grid.Grid;
import org.xinju.grid.Heard;
import org.xinju.grid.RegistryEvents;
import org.xinju.testing.Api;
import org.xinju.testing.MovableClock;
import org.xinju.testing.TestIssuer;

import static org.assertj.core.api.Assertions.assertThat;

/** The people around a case, and what they do over HTTP. One resident and one sign-in per test. */
abstract class CaseScene {

    static final Duration SOON = Duration.ofSeconds(20);
    static final String ADDRESS = "高田王 3号 201室";
    static final String DESCRIPTION = "楼道里堆满杂物，电话 13900000017";

    @LocalServerPort int port;
    @Autowired RegistryEvents registry;
    @Autowired Heard heard;
    @Autowired MovableClock clock;
    @Autowired MongoDatabase database;

    final String person = "resident-" + UUID.randomUUID();
    final String signIn = "me-" + UUID.randomUUID();
    Api resident;
    Api worker;
    Api colleague;
    Api chief;
    Api room;
    Api fire;

    @BeforeEach
    void people() {
        clock.moveTo(Grid.TODAY);
        resident = new Api("http://localhost:" + port, TestIssuer.shared().token(signIn, "resident"));
        worker = as("wang", "grid-worker", "G001");
        colleague = as("li", "grid-worker", "G001");
        chief = as("chief", "district-chief", "PQ01");
        room = as("room", "command-room", RegistryEvents.TOP);
        fire = as("zhao", "department", "DEP-FIRE");
        AreasKnown.await(registry, resident);
        registry.binding(signIn, "RESIDENT", person);
        Awaitility.await().atMost(SOON).until(() -> database.getCollection("signIns")
                .countDocuments(Filters.eq("intakes.binding.state.target", person)) == 1);
    }

    String report(String openness, String... areaOrPhoto) {
        var more = new HashMap<String, Object>(Map.of("openness", openness));
        for (var value : areaOrPhoto) {
            more.put(value.startsWith("G0") ? "area" : "photos", value.startsWith("G0") ? value : List.of(value));
        }
        var answer = send(resident, more);
        assertThat(answer.status()).as(answer.body().toString()).isEqualTo(201);
        return answer.body().path("summary").path("id").asString();
    }

    static Api.Answer send(Api api, Map<String, ?> more) {
        return api.post("/api/grid/cases", request(more));
    }

    static Map<String, Object> request(Map<String, ?> more) {
        var request = new HashMap<String, Object>(Map.of("category", "hazard.fire", "area", "G001", "address", ADDRESS, "description", DESCRIPTION));
        request.putAll(more);
        return request;
    }

    static Api.Answer step(Api api, String id, String step, Map<String, ?> given) {
        var answer = api.post("/api/grid/cases/" + id + "/" + step, given);
        assertThat(answer.status()).as(step + ": " + answer.body()).isNotEqualTo(500);
        return answer;
    }

    Api as(String subject, String role, String... areas) {
        return new Api("http://localhost:" + port, TestIssuer.shared().token(subject, role, areas));
    }
}
