package org.xinju.registry;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import com.mongodb.client.MongoDatabase;
import org.bson.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

import org.xinju.testing.Api;
import org.xinju.testing.TestIssuer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** Dwellings over HTTP: a landlord registers, a grid worker confirms, and nobody else learns the address. */
@Registry
class DwellingJourneyTest {

    private static final String PATH = "/api/registry/dwellings";

    @LocalServerPort int port;
    @Autowired MongoDatabase database;

    private Api worker;
    private Api neighbour;
    private Api landlord;
    private String own;

    @BeforeEach
    void a_landlord_and_two_workers_of_two_grids() {
        worker = new Api("http://localhost:" + port, TestIssuer.shared().token("worker", "grid-worker", "G010"));
        neighbour = as("neighbour", "grid-worker", "G009");
        own = "owner-" + UUID.randomUUID();
        landlord = as(own, "landlord");
        var binding = Map.of("issuer", TestIssuer.shared().uri(), "subject", own, "kind", "LANDLORD", "target", own);
        assertThat(as("admin", "administrator").post("/api/registry/bindings", binding).status()).isBetween(200, 201);
    }

    private Api as(String subject, String role, String... areas) {
        return worker.as(TestIssuer.shared().token(subject, role, areas));
    }

    private static Map<String, Object> house(Map<String, Object> with) {
        var house = new HashMap<String, Object>(Map.of("address", "大碶街道新桥村 27号", "use", "RURAL_HOUSE", "areaM2", "118.50", "rooms", 6, "beds", 8));
        house.putAll(with);
        return house;
    }

    private String registered(Map<String, Object> with) {
        var answer = worker.post(PATH, house(with));
        assertThat(answer.status()).as(answer.body().toString()).isEqualTo(201);
        return answer.text("id");
    }

    private List<String> all(Api api, String query) {
        var ids = new ArrayList<String>();
        var next = "";
        do {
            var page = api.get(PATH + "?limit=2" + query + (next.isEmpty() ? "" : "&cursor=" + next));
            assertThat(page.status()).as(page.body().toString()).isEqualTo(200);
            page.body().path("items").forEach(item -> ids.add(item.path("id").asString()));
            next = page.text("next");
        } while (!next.isEmpty());
        assertThat(ids).doesNotHaveDuplicates();
        return ids;
    }

    @Test
    void a_landlord_registers_a_worker_confirms_a_change_is_confirmed_again_and_in_the_end_it_is_closed() {
        var created = landlord.post(PATH, house(Map.of("landlord", own)));
        assertThat(created.status()).as(created.body().toString()).isEqualTo(201);
        assertThat(created.text("status")).isEqualTo("PENDING");
        assertThat(created.text("area")).isEqualTo("G010");
        var id = created.text("id");
        assertThat(created.header("Location")).isEqualTo(PATH + "/" + id);
        assertThat(all(worker, "&only=PENDING")).contains(id);

        assertThat(worker.post(PATH + "/" + id + "/confirmations", Map.of()).text("status")).isEqualTo("REGISTERED");
        assertThat(all(worker, "&only=PENDING")).doesNotContain(id);

        var changed = landlord.post(PATH + "/" + id + "/changes", Map.of("beds", 10));
        assertThat(changed.text("status")).isEqualTo("PENDING");
        assertThat(changed.body().path("tenOrMore").asBoolean()).isTrue();
        assertThat(all(worker, "&only=TEN_OR_MORE&area=G010")).contains(id);
        var read = landlord.get(PATH + "/" + id);
        assertThat(read.text("address")).isEqualTo("大碶街道新桥村 27号");
        assertThat(new BigDecimal(read.text("areaM2"))).isEqualByComparingTo("118.5");
        assertThat(read.body().path("rooms").asInt()).as("left out, left as it was").isEqualTo(6);

        assertThat(landlord.post(PATH + "/" + id + "/closures", Map.of()).text("status")).isEqualTo("CLOSED");
        assertThat(landlord.post(PATH + "/" + id + "/changes", Map.of("beds", 3)).text("code")).isEqualTo("dwelling-closed");
        assertThat(landlord.post(PATH + "/" + id + "/reopenings", Map.of()).text("status")).isEqualTo("PENDING");
        assertThat(all(landlord, "&landlord=" + own)).containsExactly(id);
    }

    @Test
    void a_landlord_registers_and_sees_the_own_dwellings_only() {
        var id = registered(Map.of("landlord", "somebody-else"));
        assertThat(landlord.get(PATH + "/" + id).status()).isEqualTo(404);
        assertThat(landlord.post(PATH + "/" + id + "/changes", Map.of("beds", 3)).status()).isEqualTo(404);
        assertThat(landlord.get(PATH + "?landlord=somebody-else").status()).isEqualTo(403);
        assertThat(all(landlord, "")).isEmpty();
        assertThat(landlord.post(PATH, house(Map.of("landlord", "somebody-else"))).text("code")).isEqualTo("dwelling-not-yours");
        assertThat(as("nobody", "landlord").post(PATH, house(Map.of())).text("code")).as("not bound yet").isEqualTo("dwelling-not-yours");
        assertThat(as("nobody", "landlord").get(PATH).status()).isEqualTo(403);
        var mine = landlord.post(PATH, house(Map.of())).text("id");
        assertThat(all(landlord, "")).containsExactly(mine);
        assertThat(landlord.post(PATH + "/" + mine + "/changes", Map.of("landlord", "somebody-else")).status()).isEqualTo(403);
        assertThat(landlord.post(PATH + "/" + mine + "/confirmations", Map.of()).status()).isEqualTo(403);
    }

    @Test
    void the_address_is_shown_to_who_needs_it_for_a_purpose_and_every_look_is_logged() {
        var id = registered(Map.of());
        var plain = worker.get(PATH + "/" + id + "?purpose=housing-safety");
        assertThat(plain.text("address")).contains("27号");
        assertThat(database.getCollection("accesses").countDocuments(new Document("subjects", id))).isEqualTo(1);
        var room = as("room", "command-room", "330206004").get(PATH + "/" + id + "?purpose=housing-safety");
        assertThat(room.body().path("masked").asBoolean()).isTrue();
        assertThat(room.text("address")).isEqualTo("新桥三网格***");
        assertThat(worker.get(PATH + "/" + id + "?purpose=points-review").text("address")).doesNotContain("27号");
        assertThat(worker.get(PATH + "/" + id).status()).isEqualTo(422);
        assertThat(worker.get(PATH + "?area=G010").body().toString()).contains("***").doesNotContain("27号");
        assertThat(worker.get(PATH + "?area=G010&purpose=visit&limit=500").body().toString()).contains("27号");
    }

    @Test
    void staff_see_and_change_what_lies_in_their_areas_and_nothing_else() {
        var id = registered(Map.of());
        var there = neighbour.get(PATH + "/" + id + "?purpose=visit");
        assertThat(there.status()).isEqualTo(404);
        assertThat(there.text("detail")).isEqualTo(neighbour.get(PATH + "/" + UUID.randomUUID() + "?purpose=visit").text("detail"));
        assertThat(all(neighbour, "")).doesNotContain(id);
        assertThat(neighbour.get(PATH + "?area=G010").status()).isEqualTo(403);
        assertThat(neighbour.get(PATH + "?area=nowhere").status()).isEqualTo(403);
        for (var act : List.of("changes", "confirmations", "closures", "reopenings")) {
            assertThat(neighbour.post(PATH + "/" + id + "/" + act, Map.of()).status()).as(act).isEqualTo(404);
        }
        assertThat(neighbour.post(PATH, house(Map.of())).status()).isEqualTo(403);
        assertThat(all(as("chief", "district-chief", "PQ01"), "")).contains(id);
        assertThat(all(as("chief", "district-chief", "PQ02"), "")).doesNotContain(id);
        for (var role : List.of("resident", "employer", "auditor", "operator", "administrator", "points-officer", "department")) {
            assertThat(as("x", role, "330206004").get(PATH + "/" + id + "?purpose=visit").status()).as(role).isEqualTo(403);
            assertThat(as("x", role, "330206004").get(PATH).status()).as(role).isEqualTo(403);
            assertThat(as("x", role, "330206004").post(PATH, house(Map.of())).status()).as(role).isEqualTo(403);
        }
    }

    @Test
    void an_address_without_a_number_stands_on_the_list_of_its_community_until_somebody_knows_the_grid() {
        var id = registered(Map.of("address", "新桥村 老桥头边上"));
        assertThat(all(worker, "&only=UNPLACED")).as("the community is not the worker's").doesNotContain(id);
        var chief = as("chief", "district-chief", "PQ01");
        assertThat(all(chief, "&only=UNPLACED")).contains(id);
        assertThat(chief.post(PATH + "/" + id + "/grid-assignments", Map.of("grid", "C003")).text("code")).isEqualTo("not-a-grid");
        assertThat(chief.post(PATH + "/" + id + "/grid-assignments", Map.of("grid", "G010")).text("area")).isEqualTo("G010");
        assertThat(all(chief, "&only=UNPLACED")).doesNotContain(id);
        assertThat(worker.get(PATH + "/" + id + "?purpose=visit").text("address")).isEqualTo("新桥村 老桥头边上");
    }

    @Test
    void no_address_stands_in_the_store_in_plain_not_even_while_its_event_waits() {
        var id = registered(Map.of());
        var stored = database.getCollection("dwellings").find(new Document("_id", id)).first();
        assertThat(stored.toJson()).doesNotContain("27号").doesNotContain("新桥村 27");
        await().atMost(Duration.ofSeconds(20)).until(() -> !database.getCollection("dwellings").find(new Document("_id", id)).first().containsKey("outbox"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "{\"address\":\"新桥村 27号\",\"use\":\"CASTLE\",\"areaM2\":1,\"rooms\":1,\"beds\":1}", "[]", "null",
        "{\"areaM2\":1e999999999,\"rooms\":-1,\"beds\":99999999999}", "{\"address\":\"新桥村 27号\",\"use\":\"OTHER\",\"areaM2\":\"x\"}"})
    void bad_input_is_refused_and_stores_nothing(String body) {
        var before = database.getCollection("dwellings").countDocuments();
        var answer = worker.post(PATH, body);
        assertThat(answer.status()).as(answer.body().toString()).isBetween(400, 422);
        assertThat(answer.text("type")).startsWith("https://xinju.org/problems/");
        assertThat(database.getCollection("dwellings").countDocuments()).isEqualTo(before);
    }

    @Test
    void the_same_request_twice_is_one_dwelling_and_a_change_of_something_older_is_refused() {
        var key = Map.of("Idempotency-Key", UUID.randomUUID().toString());
        var first = worker.post(PATH, house(Map.of()), key);
        var again = worker.post(PATH, house(Map.of()), key);
        assertThat(again.status()).isEqualTo(201);
        assertThat(again.text("id")).isEqualTo(first.text("id"));
        assertThat(again.header("ETag")).isEqualTo(first.header("ETag"));
        assertThat(worker.post(PATH, house(Map.of("beds", 9)), key).status()).isEqualTo(422);
        var act = PATH + "/" + first.text("id") + "/changes";
        assertThat(worker.post(act, Map.of("beds", 9), Map.of("If-Match", first.header("ETag"))).status()).isEqualTo(200);
        assertThat(worker.post(act, Map.of("beds", 7), Map.of("If-Match", first.header("ETag"))).status()).isEqualTo(412);
    }
}
