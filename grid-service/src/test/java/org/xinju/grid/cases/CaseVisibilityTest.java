package org.xinju.grid.cases;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import com.drew.imaging.ImageMetadataReader;
import com.drew.metadata.exif.ExifIFD0Directory;
import com.mongodb.client.model.Filters;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

import org.xinju.grid.Grid;
import org.xinju.grid.photo.PhotoFiles;
import org.xinju.testing.Api;

import static org.assertj.core.api.Assertions.assertThat;

/** Who sees what of a case, of its reporter and of its photos. */
@Grid
class CaseVisibilityTest extends CaseScene {

    @Autowired UnusedPhotos unusedPhotos;

    @Test
    void photos_are_read_by_those_who_see_the_case_and_tell_nothing_but_the_picture() throws Exception {
        var sent = PhotoFiles.jpegWithExif(320, 200, 1);
        var photo = resident.upload("/api/grid/photos", "a.jpg", sent, Map.of()).body().path("id").asString();
        assertThat(resident.get("/api/grid/photos/" + photo).status()).as("not named by a case yet").isEqualTo(404);
        var id = report("NAMED", photo);
        for (var reader : List.of(resident, worker, chief, room)) {
            var answer = reader.get("/api/grid/photos/" + photo);
            assertThat(answer.status()).isEqualTo(200);
            assertThat(answer.header("Content-Type")).isEqualTo("image/jpeg");
            assertThat(ImageMetadataReader.readMetadata(new ByteArrayInputStream(answer.http().body())).getDirectoriesOfType(ExifIFD0Directory.class))
                    .isEmpty();
        }
        for (var stranger : List.of(fire, as("w2", "grid-worker", "G002"), as("other", "resident"), as("c2", "district-chief", "PQ02"))) {
            assertThat(stranger.get("/api/grid/photos/" + photo).status()).isEqualTo(404);
        }
        step(worker, id, "acceptances", Map.of());
        step(room, id, "dispatches", Map.of("unit", "DEP-FIRE"));
        assertThat(fire.get("/api/grid/photos/" + photo).status()).isEqualTo(200);
        assertThat(database.getCollection("photoFiles.chunks").find()).isNotEmpty();
        assertThat(send(resident, Map.of("photos", List.of(photo))).text("code")).as("it belongs to one case").isEqualTo("photo-taken");
        assertThat(send(resident, Map.of("photos", List.of("no-such"))).text("code")).isEqualTo("photo-unknown");
        assertThat(send(resident, Map.of("photos", java.util.Collections.singletonList(null))).text("code")).isEqualTo("photo-unknown");
    }

    @Test
    void what_is_no_photo_is_refused_at_its_field_and_a_repeated_one_is_kept_once() throws IOException {
        var none = resident.upload("/api/grid/photos", "a.jpg", "no photo".getBytes(java.nio.charset.StandardCharsets.UTF_8), Map.of());
        assertThat(none.status()).isEqualTo(422);
        assertThat(none.text("code")).isEqualTo("photo-none");
        assertThat(none.body().path("errors").path(0).path("field").asString()).isEqualTo("file");
        assertThat(resident.upload("/api/grid/photos", "a.jpg", new byte[10 * 1024 * 1024 + 1], Map.of()).text("code")).isEqualTo("photo-too-large");
        var key = Map.of("Idempotency-Key", UUID.randomUUID().toString());
        var first = resident.upload("/api/grid/photos", "a.png", PhotoFiles.png(50, 50), key);
        var second = resident.upload("/api/grid/photos", "a.png", PhotoFiles.png(50, 50), key);
        assertThat(second.status()).isEqualTo(201);
        assertThat(second.body()).isEqualTo(first.body());
        assertThat(database.getCollection("photoFiles.files").countDocuments(Filters.eq("filename", first.text("id")))).isEqualTo(1);
        assertThat(resident.upload("/api/grid/photos", "a.png", PhotoFiles.png(51, 50), key).text("code")).isEqualTo("idempotency-key-reused");
    }

    @Test
    void an_anonymous_reporter_leaves_nothing_and_follows_by_the_code() {
        var key = Map.of("Idempotency-Key", UUID.randomUUID().toString());
        var request = request(Map.of("openness", "ANONYMOUS"));
        var first = resident.post("/api/grid/cases", request, key);
        assertThat(first.status()).as(first.body().toString()).isEqualTo(201);
        var id = first.body().path("summary").path("id").asString();
        var number = first.body().path("summary").path("number").asString();
        var code = first.text("followUpCode");
        assertThat(code).hasSize(19);
        assertThat(resident.post("/api/grid/cases", request, key).body()).as("the same again").isEqualTo(first.body());

        var stored = database.getCollection("cases").find(Filters.eq(id)).first().toJson();
        assertThat(stored).doesNotContain(person, signIn, code, code.replace("-", ""));
        assertThat(resident.get("/api/grid/cases/" + id).status()).as("not even the reporter without the code").isEqualTo(404);
        assertThat(resident.get("/api/grid/cases/mine").body().toString()).doesNotContain(id);
        assertThat(worker.get("/api/grid/cases/" + id).body().has("reporter")).isFalse();

        var nobody = new Api("http://localhost:" + port, "");
        assertThat(follow(nobody, number, "WRNG-WRNG-WRNG-WRNG")).isEqualTo(404);
        assertThat(follow(nobody, number, code.toLowerCase(java.util.Locale.ROOT))).isEqualTo(200);
        var withdrawn = resident.post("/api/grid/cases/" + id + "/withdrawals", Map.of(), Map.of("Follow-Up-Code", code));
        assertThat(withdrawn.text("state")).isEqualTo("WITHDRAWN");
        Awaitility.await().atMost(SOON).until(() -> heard.of(id).size() == 2);
        assertThat(heard.of(id)).allSatisfy(event -> assertThat(event.state().has("reporter")).isFalse());
    }

    @Test
    void a_confidential_reporter_is_shown_to_no_staff_but_reads_the_own_case() {
        var id = report("CONFIDENTIAL");
        assertThat(worker.get("/api/grid/cases/" + id).body().toString()).doesNotContain(person).contains("CONFIDENTIAL");
        assertThat(resident.get("/api/grid/cases/" + id).body().path("reporter").path("id").asString()).isEqualTo(person);
        assertThat(resident.get("/api/grid/cases/mine").body().path("items").path(0).path("id").asString()).isEqualTo(id);
        Awaitility.await().atMost(SOON).until(() -> heard.of(id).size() == 1);
        assertThat(heard.of(id).getFirst().state().path("reporter").path("id").asString()).as("messages reach the reporter").isEqualTo(person);
    }

    @Test
    void staff_who_read_who_and_where_are_written_down_and_see_the_same_clock_as_the_resident() {
        var id = report("NAMED");
        var forStaff = worker.get("/api/grid/cases/" + id).body();
        assertThat(forStaff.path("address").asString()).isEqualTo(ADDRESS);
        assertThat(forStaff.path("reporter").path("id").asString()).isEqualTo(person);
        assertThat(database.getCollection("accesses").find(Filters.eq("subjects", person)).first()).satisfies(look -> {
            assertThat(look.get("action")).isEqualTo("case.read");
            assertThat(look.get("purpose")).isEqualTo("case-handling");
        });
        var own = resident.get("/api/grid/cases/" + id).body();
        assertThat(own.path("summary").path("clock")).isEqualTo(forStaff.path("summary").path("clock"));
        assertThat(paths(own)).containsExactly("withdrawals");
        assertThat(paths(forStaff)).containsExactly("acceptances", "rejections");
    }

    @Test
    void whoever_has_nothing_to_do_with_a_case_does_not_learn_of_it() {
        var id = report("NAMED");
        for (var stranger : List.of(as("w2", "grid-worker", "G002"), as("c2", "district-chief", "PQ02"), fire, as("other", "resident"),
                as("admin", "administrator"))) {
            assertThat(stranger.get("/api/grid/cases/" + id).status()).isEqualTo(404);
            assertThat(stranger.get("/api/grid/cases/" + id + "/steps").status()).isEqualTo(404);
            assertThat(step(stranger, id, "acceptances", Map.of()).status()).isEqualTo(404);
        }
        assertThat(as("w2", "grid-worker", "G002").get("/api/grid/cases?area=G001").text("code")).isEqualTo("outside-scope");
        assertThat(as("w2", "grid-worker", "G002").get("/api/grid/cases?area=C001").text("code")).isEqualTo("outside-scope");
        assertThat(resident.get("/api/grid/cases?area=G001").text("code")).isEqualTo("role-needed");
        assertThat(as("admin", "administrator").post("/api/grid/cases", request(Map.of())).text("code")).isEqualTo("reporter-role");
        assertThat(as("unbound", "resident").post("/api/grid/cases", request(Map.of())).text("code")).isEqualTo("reporter-not-bound");
        assertThat(new Api(resident.base(), "").get("/api/grid/cases/" + id).status()).isEqualTo(401);
    }

    @Test
    void photos_that_no_case_has_named_are_thrown_away() throws IOException {
        var unused = resident.upload("/api/grid/photos", "a.png", PhotoFiles.png(20, 20), Map.of()).text("id");
        var used = resident.upload("/api/grid/photos", "b.png", PhotoFiles.png(20, 20), Map.of()).text("id");
        report("NAMED", used);
        clock.advance(Duration.ofHours(25));
        assertThat(send(resident, Map.of("photos", List.of(unused))).text("code")).isEqualTo("photo-unknown");
        clock.advance(Duration.ofHours(24));
        unusedPhotos.throwAway();
        assertThat(database.getCollection("photoFiles.files").countDocuments(Filters.eq("filename", unused))).isZero();
        assertThat(resident.get("/api/grid/photos/" + used).status()).isEqualTo(200);
    }

    private static int follow(Api api, String number, String code) {
        try {
            var request = java.net.http.HttpRequest.newBuilder(java.net.URI.create(api.base() + "/api/grid/follow-ups/" + number))
                    .header("Follow-Up-Code", code).build();
            return java.net.http.HttpClient.newHttpClient().send(request, java.net.http.HttpResponse.BodyHandlers.ofString()).statusCode();
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static List<String> paths(JsonNode view) {
        return view.path("summary").path("possible").valueStream().map(p -> p.path("path").asString()).toList();
    }
}
