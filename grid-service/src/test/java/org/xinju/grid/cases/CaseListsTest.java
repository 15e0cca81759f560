package org.xinju.grid.cases;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import com.mongodb.client.MongoClient;
import org.bson.Document;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

import org.xinju.grid.Grid;
import org.xinju.grid.RegistryEvents;
import org.xinju.grid.photo.PhotoFiles;
import org.xinju.testing.Api;

import static org.assertj.core.api.Assertions.assertThat;

/** Lists, what is public, wrong input, and the indexes behind it. */
@Grid
class CaseListsTest extends CaseScene {

    @Autowired UnusedPhotos unusedPhotos;
    @Autowired MongoClient client;

    /** The tree of areas is read whole, and only when it has changed. */
    @Test
    void no_query_but_that_for_the_areas_looks_through_a_whole_collection() throws IOException {
        Assumptions.assumeFalse("docker".equals(System.getenv("TEST_BACKEND")), "only the stand-in tells");
        var photo = resident.upload("/api/grid/photos", "a.png", PhotoFiles.png(20, 20), Map.of()).text("id");
        var id = report("NAMED", photo);
        resident.get("/api/grid/photos/" + photo);
        resident.get("/api/grid/cases/mine");
        List.of("", "?state=CLOSED", "?colour=RED", "?colour=RED&state=HANDLED", "?number=DG-1").forEach(query -> worker.get("/api/grid/cases" + query));
        worker.get("/api/grid/cases?cursor=" + worker.get("/api/grid/cases?limit=1").text("next"));
        step(worker, id, "acceptances", Map.of());
        resident.get("/api/grid/populations?area=" + RegistryEvents.TOP);
        unusedPhotos.throwAway();
        var scans = client.getDatabase("admin").runCommand(new Document("xinjuScans", 1)).getList("queries", Document.class).stream()
                .filter(query -> query.getString("index").equals("none") && query.getString("ns").startsWith(database.getName() + "."))
                .map(query -> query.getString("ns").substring(database.getName().length() + 1) + " " + query.getString("shape")).toList();
        var first = List.of("photoFiles.files {}"); // the driver takes one document of it, once in a process
        var ofTests = List.of("accesses {subjects: eq}", "signIns {intakes.binding.state.target: eq}", "photoFiles.chunks {}");
        assertThat(scans).contains("areas {}").filteredOn(query -> !first.contains(query) && !ofTests.contains(query)).containsOnly("areas {}");
    }

    @Test
    void lists_page_newest_first_by_area_state_colour_unit_and_number() {
        var ids = new ArrayList<String>();
        for (var i = 0; i < 5; i++) {
            clock.advance(Duration.ofSeconds(1));
            ids.addFirst(report("NAMED", "G014"));
        }
        var foreman = as("w14", "grid-worker", "G014");
        var first = foreman.get("/api/grid/cases?limit=2").body();
        var second = foreman.get("/api/grid/cases?area=G014&limit=3&cursor=" + first.path("next").asString()).body();
        assertThat(ids(first)).isEqualTo(ids.subList(0, 2));
        assertThat(ids(second).subList(0, 3)).isEqualTo(ids.subList(2, 5));
        var boss = as("c2", "district-chief", "PQ02");
        step(foreman, ids.get(1), "acceptances", Map.of());
        step(foreman, ids.get(0), "rejections", Map.of("note", "不属于本街道"));
        assertThat(ids(boss.get("/api/grid/cases?area=PQ02").body())).doesNotContain(ids.get(0)).contains(ids.get(1), ids.get(4));
        assertThat(ids(boss.get("/api/grid/cases?area=PQ02&state=ACCEPTED").body())).containsExactly(ids.get(1));
        assertThat(ids(boss.get("/api/grid/cases?area=PQ02&state=REJECTED").body())).containsExactly(ids.get(0));
        assertThat(ids(boss.get("/api/grid/cases?area=PQ02&state=REJECTED&colour=GREEN").body())).isEmpty();
        assertThat(boss.get("/api/grid/cases?area=PQ02&state=NONE").text("code")).isEqualTo("case-state");
        step(room, ids.get(1), "dispatches", Map.of("unit", "DEP-MARKET"));
        var market = as("he", "department", "DEP-MARKET");
        assertThat(ids(market.get("/api/grid/cases?unit=DEP-MARKET").body())).containsExactly(ids.get(1));
        assertThat(fire.get("/api/grid/cases?unit=DEP-MARKET").text("code")).isEqualTo("outside-scope");
        assertThat(as("w9", "grid-worker", "DEP-MARKET").get("/api/grid/cases?unit=DEP-MARKET").text("code")).isEqualTo("role-needed");
        assertThat(as("d", "department", RegistryEvents.TOP).get("/api/grid/cases?area=" + RegistryEvents.TOP).text("code")).isEqualTo("role-needed");
        var number = boss.get("/api/grid/cases/" + ids.get(2)).body().path("summary").path("number").asString();
        assertThat(ids(boss.get("/api/grid/cases?number=" + number).body())).containsExactly(ids.get(2));
        assertThat(ids(chief.get("/api/grid/cases?number=" + number).body())).isEmpty();
        assertThat(as("two", "grid-worker", "G001", "G002").get("/api/grid/cases").text("code")).isEqualTo("case-scope-needed");
    }

    @Test
    void a_report_that_is_wrong_names_every_field() {
        var refused = resident.post("/api/grid/cases", Map.of("category", "hazard", "area", "G999", "description", " ", "address", "x".repeat(201)));
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.body().path("errors")).extracting(e -> e.path("field").asString())
                .containsExactlyInAnyOrder("category", "area", "description", "address");
        assertThat(resident.post("/api/grid/cases", request(Map.of("openness", "SECRET"))).status()).isEqualTo(422);
    }

    @Test
    void half_a_character_is_refused_at_its_field() {
        var refused = resident.post("/api/grid/cases", "{\"category\":\"hazard.fire\",\"area\":\"G001\",\"description\":\"a\\ud800b\"}");
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.body().path("errors").path(0).path("field").asString()).isEqualTo("description");
    }

    @Test
    void what_is_public_needs_no_token() {
        var nobody = new Api(resident.base(), "");
        assertThat(nobody.get("/api/grid/categories").body().toString()).contains("hazard.fire", "消防安全");
        assertThat(nobody.get("/api/grid/units").body().toString()).contains("DEP-FIRE");
        assertThat(nobody.get("/api/grid/loop").body().path("transitions").size()).isGreaterThan(10);
    }

    private static List<String> ids(JsonNode page) {
        return page.path("items").valueStream().map(item -> item.path("id").asString()).toList();
    }
}
