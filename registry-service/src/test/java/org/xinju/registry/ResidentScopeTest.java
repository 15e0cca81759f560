package org.xinju.registry;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import com.mongodb.client.MongoDatabase;
import org.bson.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

import org.xinju.testing.Api;
import org.xinju.testing.TestIssuer;

import static org.assertj.core.api.Assertions.assertThat;

/** Residents over HTTP: who may register, find, read and change whom, and what bad input is told. */
@Registry
class ResidentScopeTest {

    private static int people;

    @LocalServerPort int port;
    @Autowired MongoDatabase database;

    private Api worker;
    private Api neighbour;

    @BeforeEach
    void two_workers_of_two_grids() {
        worker = new Api("http://localhost:" + port, TestIssuer.shared().token("worker", "grid-worker", "G001"));
        neighbour = as("neighbour", "grid-worker", "G002");
    }

    private Api as(String subject, String role, String... areas) {
        return worker.as(TestIssuer.shared().token(subject, role, areas));
    }

    /** A person who was not there before, in grid G001. */
    private static Map<String, Object> person() {
        var head = "99020619900101%03d".formatted(++people);
        var weights = new int[] {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};
        var sum = 0;
        for (var i = 0; i < 17; i++) {
            sum += (head.charAt(i) - '0') * weights[i];
        }
        return new HashMap<>(Map.of("name", "王小明", "idNumber", head + "10X98765432".charAt(sum % 11), "phone", "1390000%04d".formatted(people),
                "address", "高田王 3号 101室"));
    }

    private String registered() {
        var answer = worker.post("/api/registry/residents", person());
        assertThat(answer.status()).as(answer.body().toString()).isEqualTo(201);
        return answer.text("id");
    }

    private long looksAt(String id) {
        return database.getCollection("accesses").countDocuments(new Document("subjects", id));
    }

    @Test
    void a_worker_registers_and_reads_people_of_the_own_grid_in_full() {
        var id = registered();
        var read = worker.get("/api/registry/residents/" + id + "?purpose=registration");
        assertThat(read.text("name")).isEqualTo("王小明");
        assertThat(read.body().path("masked").asBoolean()).isFalse();
        assertThat(read.header("ETag")).matches("\"\\d+\"");
    }

    @Test
    void others_do_not_learn_that_the_person_exists() {
        var id = registered();
        var there = neighbour.get("/api/registry/residents/" + id + "?purpose=registration");
        var nowhere = neighbour.get("/api/registry/residents/" + UUID.randomUUID() + "?purpose=registration");
        assertThat(there.status()).isEqualTo(404);
        assertThat(there.text("code")).isEqualTo(nowhere.text("code"));
        assertThat(there.text("detail")).isEqualTo(nowhere.text("detail"));
    }

    @Test
    void a_move_out_of_the_own_area_is_answered_again_as_it_was_answered_first() {
        var id = registered();
        var path = "/api/registry/residents/" + id + "/moves";
        var move = Map.of("address", "高田王 12号 402室");
        var key = Map.of("Idempotency-Key", UUID.randomUUID().toString());
        var first = worker.post(path, move, key);
        assertThat(first.text("area")).as(first.body().toString()).isEqualTo("G002");
        var again = worker.post(path, move, key);
        assertThat(again.status()).isEqualTo(200);
        assertThat(again.header("ETag")).isEqualTo(first.header("ETag"));
        assertThat(worker.post(path, move).status()).as("another command").isEqualTo(404);
    }

    @Test
    void others_do_not_learn_that_the_person_has_changed() {
        var answer = neighbour.post("/api/registry/residents/" + registered() + "/departures", Map.of(), Map.of("If-Match", "\"1\""));
        assertThat(answer.status()).isEqualTo(404);
    }

    @Test
    void the_command_room_reads_masked_values() {
        var person = person();
        var id = worker.post("/api/registry/residents", person).text("id");
        var read = as("room", "command-room", "330206004").get("/api/registry/residents/" + id + "?purpose=registration");
        assertThat(read.status()).isEqualTo(200);
        assertThat(read.body().toString()).doesNotContain("小明").doesNotContain(String.valueOf(person.get("phone")))
                .doesNotContain("101室").doesNotContain("19900101");
    }

    @Test
    void a_search_finds_in_the_own_area_by_exactly_one_key() {
        var person = person();
        var id = worker.post("/api/registry/residents", person).text("id");
        for (var key : List.of("idNumber", "phone")) {
            var search = Map.of(key, person.get(key), "purpose", "registration");
            assertThat(worker.post("/api/registry/residents/searches", search).body().path("items").toString()).as(key).contains(id);
            assertThat(neighbour.post("/api/registry/residents/searches", search).body().path("items")).as(key).isEmpty();
        }
        var both = worker.post("/api/registry/residents/searches", Map.of("idNumber", person.get("idNumber"), "phone", person.get("phone"),
                "purpose", "registration"));
        assertThat(both.status()).isEqualTo(422);
        assertThat(both.text("code")).isEqualTo("search-one-key");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "curiosity", "<script>"})
    void without_a_purpose_nothing_is_shown_and_nothing_logged(String purpose) {
        var id = registered();
        var before = looksAt(id);
        var answer = worker.get("/api/registry/residents/" + id + "?purpose=" + java.net.URLEncoder.encode(purpose, java.nio.charset.StandardCharsets.UTF_8));
        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.body().toString()).contains("purpose");
        assertThat(looksAt(id)).isEqualTo(before);
    }

    @Test
    void a_look_is_in_the_log_when_the_answer_is_there() {
        var id = registered();
        var before = looksAt(id);
        worker.get("/api/registry/residents/" + id + "?purpose=visit");
        assertThat(looksAt(id)).isEqualTo(before + 1);
    }

    @Test
    void a_worker_changes_nobody_of_another_grid() {
        var id = registered();
        var before = worker.get("/api/registry/residents/" + id + "?purpose=visit").header("ETag");
        assertThat(neighbour.post("/api/registry/residents/" + id + "/departures", Map.of()).status()).isEqualTo(404);
        assertThat(neighbour.post("/api/registry/residents/" + id + "/moves", Map.of("address", "高田王 12号")).status()).isEqualTo(404);
        assertThat(neighbour.post("/api/registry/residents", person()).status()).isEqualTo(403);
        assertThat(worker.get("/api/registry/residents/" + id + "?purpose=visit").header("ETag")).isEqualTo(before);
    }

    @ParameterizedTest
    @CsvSource({"employer", "auditor", "operator", "points-officer", "landlord", "department", "administrator", "editor"})
    void other_roles_read_no_residents(String role) {
        var id = registered();
        assertThat(as("x", role, "330206004").get("/api/registry/residents/" + id + "?purpose=registration").status()).isEqualTo(403);
        assertThat(as("x", role, "330206004").post("/api/registry/residents", person()).status()).isEqualTo(403);
    }

    @Test
    void every_wrong_field_is_named_at_once_in_the_readers_language() {
        var wrong = Map.of("name", "=1+1", "idNumber", "990206199902290019", "phone", "123", "registeredOn", "2030-01-01");
        var chinese = worker.post("/api/registry/residents", wrong);
        var english = worker.post("/api/registry/residents", wrong, Map.of("Accept-Language", "en"));
        for (var answer : List.of(chinese, english)) {
            assertThat(answer.status()).isEqualTo(422);
            assertThat(answer.body().path("errors").findValuesAsString("field")).contains("name", "idNumber", "phone", "address", "registeredOn");
            assertThat(answer.body().toString()).doesNotContain("990206199902290019");
        }
        assertThat(chinese.body().toString()).contains("请");
        assertThat(english.body().path("errors").toString()).doesNotContain("请");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{", "[]", "null", "\"x\"", "{\"idNumber\":{}}", "{\"registeredOn\":\"yesterday\"}", "{\"registeredOn\":1e400}",
        "{\"documentType\":\"LIBRARY_CARD\"}", "{\"name\":\"\\ud800\"}"})
    void a_body_that_is_none_is_refused(String body) throws Exception {
        var answer = send("/api/registry/residents", "application/json", body);
        assertThat(answer.statusCode()).as(answer.body()).isBetween(400, 422);
        assertThat(answer.body()).contains("\"type\":\"https://xinju.org/problems/").doesNotContain("Exception").doesNotContain("org.xinju");
    }

    @ParameterizedTest
    @CsvSource({"moves, {}", "moves, '{\"address\":null}'", "departures, '{\"on\":\"2030-01-01\"}'", "returns, {}", "grid-assignments, {}",
        "grid-assignments, '{\"grid\":\"C001\"}'"})
    void a_change_with_holes_is_refused_and_changes_nothing(String act, String body) throws Exception {
        var id = registered();
        var before = worker.get("/api/registry/residents/" + id + "?purpose=visit").header("ETag");
        var answer = send("/api/registry/residents/" + id + "/" + act, "application/json", body);
        assertThat(answer.statusCode()).as(answer.body()).isBetween(400, 422);
        assertThat(worker.get("/api/registry/residents/" + id + "?purpose=visit").header("ETag")).isEqualTo(before);
    }

    @Test
    void another_media_type_or_method_is_refused() throws Exception {
        assertThat(send("/api/registry/residents", "text/plain", "x").statusCode()).isEqualTo(415);
        assertThat(worker.get("/api/registry/residents").status()).isEqualTo(405);
    }

    @Test
    void the_same_person_is_registered_once_and_a_repeated_command_is_no_second_person() {
        var person = person();
        var key = Map.of("Idempotency-Key", UUID.randomUUID().toString());
        var first = worker.post("/api/registry/residents", person, key);
        var again = worker.post("/api/registry/residents", person, key);
        assertThat(again.status()).isEqualTo(201);
        assertThat(again.text("id")).isEqualTo(first.text("id"));
        assertThat(again.header("ETag")).isEqualTo(first.header("ETag"));
        assertThat(worker.post("/api/registry/residents", person).text("code")).isEqualTo("already-registered");
        assertThat(worker.post("/api/registry/residents", person(), key).status()).as("another request under the same key").isEqualTo(422);
    }

    @Test
    void a_change_on_what_somebody_else_has_changed_is_refused() {
        var id = registered();
        var seen = worker.get("/api/registry/residents/" + id + "?purpose=visit").header("ETag");
        assertThat(worker.post("/api/registry/residents/" + id + "/moves", Map.of("address", "高田王 5号 101室"), Map.of("If-Match", seen)).status())
                .isEqualTo(200);
        var late = worker.post("/api/registry/residents/" + id + "/departures", Map.of(), Map.of("If-Match", seen));
        assertThat(late.status()).isEqualTo(412);
        assertThat(late.header("ETag")).isNotEqualTo(seen);
    }

    @Test
    void bad_tokens_are_refused_by_the_service_itself() {
        var issuer = TestIssuer.shared();
        for (var token : List.of("x.y.z", issuer.token("w", "grid-worker", c -> c.audience("another"), "G001"),
                issuer.token("w", "grid-worker", c -> c.issuer("http://elsewhere"), "G001"),
                issuer.token("w", "grid-worker", c -> c.expirationTime(new java.util.Date(0)), "G001"))) {
            assertThat(worker.as(token).post("/api/registry/residents", person()).status()).isEqualTo(401);
        }
    }

    private HttpResponse<String> send(String path, String type, String body) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + path)).header("Authorization", "Bearer " + worker.token())
                .header("Content-Type", type).POST(HttpRequest.BodyPublishers.ofString(body)).build();
        try (var client = HttpClient.newHttpClient()) {
            return client.send(request, HttpResponse.BodyHandlers.ofString());
        }
    }
}
