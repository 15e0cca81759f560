package org.xinju.grid.cases;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;

import com.drew.imaging.ImageMetadataReader;
import com.drew.metadata.exif.ExifIFD0Directory;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import org.awaitility.Awaitility;
import org.bson.Document;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

import org.xinju.events.Cause;
import org.xinju.events.Outcome;
import org.xinju.grid.AreasKnown;
import org.xinju.grid.Grid;
import org.xinju.grid.Heard;
import org.xinju.grid.RegistryEvents;
import org.xinju.grid.clock.Severity;
import org.xinju.grid.photo.PhotoFiles;
import org.xinju.testing.Api;
import org.xinju.testing.MovableClock;
import org.xinju.testing.TestIssuer;
import org.xinju.web.Answers;

import static org.assertj.core.api.Assertions.assertThat;

/** Cases over HTTP, with a token per role. */
@Grid
class CaseJourneyTest {

    private static final Duration SOON = Duration.ofSeconds(20);
    private static final String ADDRESS = "高田王 3号 201室";
    private static final String DESCRIPTION = "楼道里堆满杂物，电话 13900000017";

    @LocalServerPort int port;
    @Autowired RegistryEvents registry;
    @Autowired Heard heard;
    @Autowired MovableClock clock;
    @Autowired MongoDatabase database;
    @Autowired DueCases due;
    @Autowired Cases cases;
    @Autowired UnusedPhotos unusedPhotos;
    @Autowired MongoClient client;

    private final String person = "resident-" + UUID.randomUUID();
    private final String signIn = "me-" + UUID.randomUUID();
    private Api resident;
    private Api worker;
    private Api colleague;
    private Api chief;
    private Api room;
    private Api fire;

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

    @Test
    void a_report_with_a_photo_goes_through_the_whole_loop() throws Exception {
        var photo = resident.upload("/api/grid/photos", "flur.jpg", PhotoFiles.jpegWithExif(320, 200, 6), Map.of()).body();
        assertThat(photo.path("height").asInt()).isEqualTo(320);
        var id = report("NAMED", photo.path("id").asString());

        var accepted = step(worker, id, "acceptances", Map.of("severity", "COMPLEX"));
        assertThat(accepted.text("state")).isEqualTo("ACCEPTED");
        assertThat(accepted.text("stateName")).isEqualTo("已受理");
        step(room, id, "dispatches", Map.of("unit", "DEP-FIRE", "note", "请今天去看"));
        assertThat(step(fire, id, "extensions", Map.of("note", "要等业主回来")).status()).isEqualTo(200);
        assertThat(step(room, id, "extension-decisions", Map.of("approved", true, "note", "同意")).status()).isEqualTo(200);
        var after = fire.upload("/api/grid/photos", "after.png", PhotoFiles.png(100, 100), Map.of()).body().path("id").asString();
        step(fire, id, "handlings", Map.of("note", "已清理", "photos", List.of(after)));
        step(fire, id, "feedbacks", Map.of("note", "楼道已经清理干净"));
        assertThat(step(as("zhao", "command-room", RegistryEvents.TOP), id, "verifications", Map.of("passed", true, "note", "看过了")).text("code"))
                .as("the same person with another hat").isEqualTo("verifier-is-handler");
        step(worker, id, "verifications", Map.of("passed", false, "note", "还有一辆电动车"));
        step(fire, id, "handlings", Map.of("note", "电动车已移走"));
        step(fire, id, "feedbacks", Map.of("note", "现在好了"));
        step(colleague, id, "verifications", Map.of("passed", true, "note", "干净了"));
        step(room, id, "closures", Map.of("analysis", "该楼道应每周巡查"));
        assertThat(step(resident, id, "ratings", Map.of("rating", 2, "note", "又堆起来了")).status()).isEqualTo(200);
        var reopened = step(resident, id, "reopenings", Map.of("note", "又堆起来了"));
        assertThat(reopened.text("state")).isEqualTo("ACCEPTED");

        Awaitility.await().atMost(SOON).untilAsserted(() -> assertThat(heard.names(id)).containsExactly("reported", "accepted", "dispatched",
                "extension-requested", "extension-decided", "handled", "fed-back", "verification-failed", "handled", "fed-back", "verified", "closed",
                "rated", "reopened"));
        var steps = resident.get("/api/grid/cases/" + id + "/steps").body();
        assertThat(steps.path("items")).hasSize(14).noneMatch(s -> s.has("person") || s.has("analysis"));
        assertThat(steps.toString()).contains("楼道已经清理干净").doesNotContain("请今天去看", "还有一辆电动车", "zhao");
        var forStaff = room.get("/api/grid/cases/" + id + "/steps").body().toString();
        assertThat(forStaff).contains("请今天去看", "还有一辆电动车", "该楼道应每周巡查", "|zhao");
        assertThat(database.getCollection("cases").find(Filters.eq(id)).first().toJson()).doesNotContain("高田王 3号", "13900000017", "清理干净", "巡查");
        assertThat(heard.of(id)).allSatisfy(event -> assertThat(event.raw()).doesNotContain("高田王", "13900000017", "清理干净", signIn, "zhao"));
    }

    @Test
    void the_published_state_is_what_notification_service_expects() {
        var id = report("NAMED");
        step(worker, id, "acceptances", Map.of());
        step(room, id, "dispatches", Map.of("unit", "DEP-FIRE"));
        Awaitility.await().atMost(SOON).until(() -> heard.of(id).size() == 3);
        var first = heard.of(id).getFirst().state();
        assertThat(first.path("number").asString()).matches("DG-20261125-\\d{5,}");
        assertThat(first.path("state").asString()).isEqualTo("REPORTED");
        assertThat(first.path("category").asString()).isEqualTo("hazard.fire");
        assertThat(first.path("severity").asString()).isEqualTo("GRAVE");
        assertThat(first.path("openness").asString()).isEqualTo("NAMED");
        assertThat(first.path("area").asString()).isEqualTo("G001");
        assertThat(first.path("within")).extracting(JsonNode::asString).containsExactly("330206004", "PQ01", "C001", "G001");
        assertThat(first.path("reporter").toString()).isEqualTo("{\"kind\":\"RESIDENT\",\"id\":\"" + person + "\"}");
        assertThat(first.has("unit")).isFalse();
        assertThat(first.path("level").asString()).isEqualTo("GRID");
        assertThat(first.path("colour").asString()).isEqualTo("GREEN");
        assertThat(first.path("dueAt").asString()).isEqualTo("2026-11-30T01:00:00Z");
        assertThat(first.path("reportedAt").asString()).isEqualTo("2026-11-25T01:00:00Z");
        var last = heard.of(id).getLast();
        assertThat(last.type()).isEqualTo("grid.case.dispatched.v1");
        assertThat(last.state().path("unit").asString()).isEqualTo("DEP-FIRE");
        assertThat(last.state().path("level").asString()).isEqualTo("DEPARTMENT");
        assertThat(last.change().toString()).isEqualTo("{\"unit\":\"DEP-FIRE\",\"level\":\"DEPARTMENT\"}");
    }

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
    void a_step_that_is_not_possible_says_how_it_stands_and_what_is() {
        var id = report("NAMED");
        var refused = step(worker, id, "closures", Map.of("analysis", "……"));
        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.text("detail")).contains("已上报").contains("受理 (acceptances)");
        assertThat(step(resident, id, "acceptances", Map.of()).text("code")).isEqualTo("case-not-yours");
        var empty = step(room, id, "rejections", Map.of());
        assertThat(empty.status()).isEqualTo(422);
        assertThat(empty.body().path("errors").path(0).path("field").asString()).isEqualTo("note");
        assertThat(step(room, id, "rejections", Map.of("note", "重复", "unit", "DEP-FIRE")).body().path("errors").path(0).path("rule").asString())
                .isEqualTo("not-taken-here");
        step(worker, id, "acceptances", Map.of());
        assertThat(step(room, id, "dispatches", Map.of("unit", "DEP-NONE")).text("code")).isEqualTo("unit-unknown");
        assertThat(step(chief, id, "dispatches", Map.of("unit", "DEP-FIRE")).text("code")).isEqualTo("unit-level");
        assertThat(step(chief, id, "nonsense", Map.of()).text("code")).isEqualTo("step-unknown");
        assertThat(step(chief, UUID.randomUUID().toString(), "acceptances", Map.of()).status()).isEqualTo(404);
    }

    @Test
    void a_change_on_an_old_state_is_refused_and_a_repeated_one_is_answered_as_before() {
        var id = report("NAMED");
        var old = worker.get("/api/grid/cases/" + id).header("ETag");
        var key = Map.of("Idempotency-Key", UUID.randomUUID().toString(), "If-Match", old);
        var first = worker.post("/api/grid/cases/" + id + "/acceptances", Map.of(), key);
        assertThat(first.status()).isEqualTo(200);
        var again = worker.post("/api/grid/cases/" + id + "/acceptances", Map.of(), key);
        assertThat(again.status()).isEqualTo(200);
        assertThat(again.header("ETag")).isEqualTo(first.header("ETag"));
        assertThat(room.post("/api/grid/cases/" + id + "/dispatches", Map.of("unit", "DEP-FIRE"), Map.of("If-Match", old)).status()).isEqualTo(412);
        assertThat(room.post("/api/grid/cases/" + id + "/dispatches", Map.of("unit", "DEP-FIRE"), Map.of("If-Match", first.header("ETag"))).status())
                .isEqualTo(200);
    }

    @Test
    void of_two_who_handle_at_once_one_wins() throws Exception {
        var id = report("NAMED");
        step(worker, id, "acceptances", Map.of());
        step(room, id, "dispatches", Map.of("unit", "DEP-FIRE"));
        var answers = atOnce(List.<Callable<Api.Answer>>of(() -> step(fire, id, "handlings", Map.of("note", "我办了")),
                () -> step(as("qian", "department", "DEP-FIRE"), id, "handlings", Map.of("note", "我也办了"))));
        assertThat(answers).extracting(Api.Answer::status).containsExactlyInAnyOrder(200, 409);
        Awaitility.await().atMost(SOON).until(() -> heard.names(id).contains("handled"));
        assertThat(heard.names(id)).containsOnlyOnce("handled");
    }

    @Test
    void the_same_report_twice_at_once_is_one_case_with_one_number() throws Exception {
        var key = Map.of("Idempotency-Key", UUID.randomUUID().toString());
        var request = request(Map.of());
        var answers = atOnce(Collections.<Callable<Api.Answer>>nCopies(4, () -> resident.post("/api/grid/cases", request, key)));
        assertThat(answers).allSatisfy(answer -> assertThat(answer.status()).isEqualTo(201));
        assertThat(answers.stream().map(answer -> answer.body().path("summary").path("number").asString()).distinct()).hasSize(1);
    }

    @Test
    void a_number_that_another_case_has_is_passed_over() {
        var id = UUID.randomUUID().toString();
        var taken = CaseNumber.of(id, Grid.TODAY, 0);
        database.getCollection("cases").insertOne(new Document("_id", "other-" + id).append("state", new Document("number", taken)));
        var cause = new Cause.Command("key-" + id, "request", 201, null);
        var first = Answers.done(cases.report(id, cause, number -> numbered(number, id)));
        var again = Answers.done(cases.report(id, cause, number -> numbered(number, id)));
        assertThat(first.stored().state().number()).isEqualTo(CaseNumber.of(id, Grid.TODAY, 1));
        assertThat(again.stored().state().number()).isEqualTo(CaseNumber.of(id, Grid.TODAY, 1));
        assertThat(again.effect()).isEqualTo(Outcome.Effect.REPLAYED);
        database.getCollection("cases").deleteOne(Filters.eq("other-" + id));
    }

    @Test
    void staff_who_have_seen_it_say_how_grave_it_is_and_an_urgent_case_waits_half_an_hour_for_an_answer() {
        var urgent = send(worker, Map.of("severity", "URGENT")).body().path("summary");
        assertThat(urgent.path("clock").path("dueAt").asString()).isEqualTo("2026-11-25T01:30:00Z");
        assertThat(worker.get("/api/grid/cases/" + urgent.path("id").asString()).body().path("reporter").path("kind").asString()).isEqualTo("STAFF");
        var refused = send(resident, Map.of("severity", "URGENT"));
        assertThat(refused.body().path("errors").path(0).path("field").asString()).isEqualTo("severity");
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
    void a_clock_that_two_schedulers_look_at_turns_once_and_tells_once() throws Exception {
        var id = report("NAMED");
        step(worker, id, "acceptances", Map.of());
        clock.moveTo(Grid.TODAY.plusDays(2).plusDays(1)); // Saturday: three working days are not over, four fifths are
        atOnce(Collections.<Callable<String>>nCopies(4, () -> {
            due.turnDue();
            return "";
        }));
        Awaitility.await().atMost(SOON).until(() -> heard.names(id).contains("turned-yellow"));
        var yellow = worker.get("/api/grid/cases?area=G001&colour=YELLOW").body();
        assertThat(yellow.toString()).contains(id);
        clock.moveTo(Grid.TODAY.plusDays(5)); // Monday at nine
        atOnce(Collections.<Callable<String>>nCopies(4, () -> {
            due.turnDue();
            return "";
        }));
        Awaitility.await().atMost(SOON).until(() -> heard.names(id).contains("turned-red"));
        assertThat(heard.names(id)).containsExactly("reported", "accepted", "turned-yellow", "turned-red");
        assertThat(resident.get("/api/grid/cases/" + id).body().path("summary").path("clock").path("colour").asString()).isEqualTo("RED");
        Awaitility.await().atMost(SOON).untilAsserted(() -> assertThat(new String(resident.get("/actuator/prometheus").http().body(),
                java.nio.charset.StandardCharsets.UTF_8)).containsPattern("xinju_cases_open\\{.*colour=\"red\".*} [1-9]"));
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
        assertThat(resident.post("/api/grid/cases", request(Map.of("description", "a\uD800b"))).status()).isIn(400, 422);
    }

    @Test
    void what_is_public_needs_no_token() {
        var nobody = new Api(resident.base(), "");
        assertThat(nobody.get("/api/grid/categories").body().toString()).contains("hazard.fire", "消防安全");
        assertThat(nobody.get("/api/grid/units").body().toString()).contains("DEP-FIRE");
        assertThat(nobody.get("/api/grid/loop").body().path("transitions").size()).isGreaterThan(10);
    }

    private String report(String openness, String... areaOrPhoto) {
        var more = new HashMap<String, Object>(Map.of("openness", openness));
        for (var value : areaOrPhoto) {
            more.put(value.startsWith("G0") ? "area" : "photos", value.startsWith("G0") ? value : List.of(value));
        }
        var answer = send(resident, more);
        assertThat(answer.status()).as(answer.body().toString()).isEqualTo(201);
        return answer.body().path("summary").path("id").asString();
    }

    private static Case numbered(String number, String id) {
        var one = CaseOf.reported(Severity.GENERAL, CaseOf.at("2026-11-25T09:00"));
        return new Case(number, "0-" + id, one.state(), true, one.category(), one.severity(), one.openness(), one.place(), one.reporter(), null,
                one.description(), one.level(), null, null, one.clock(), null, null, one.reportedAt(), null, 0, one.steps());
    }

    private static Api.Answer send(Api api, Map<String, ?> more) {
        return api.post("/api/grid/cases", request(more));
    }

    private static Map<String, Object> request(Map<String, ?> more) {
        var request = new HashMap<String, Object>(Map.of("category", "hazard.fire", "area", "G001", "address", ADDRESS, "description", DESCRIPTION));
        request.putAll(more);
        return request;
    }

    private static Api.Answer step(Api api, String id, String step, Map<String, ?> given) {
        var answer = api.post("/api/grid/cases/" + id + "/" + step, given);
        assertThat(answer.status()).as(step + ": " + answer.body()).isNotEqualTo(500);
        return answer;
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

    private static <T> List<T> atOnce(List<Callable<T>> work) throws Exception {
        try (var threads = Executors.newFixedThreadPool(work.size())) {
            var results = new ArrayList<T>();
            for (var done : threads.invokeAll(work)) {
                results.add(done.get());
            }
            return results;
        }
    }

    private static List<String> ids(JsonNode page) {
        return page.path("items").valueStream().map(item -> item.path("id").asString()).toList();
    }

    private static List<String> paths(JsonNode view) {
        return view.path("summary").path("possible").valueStream().map(p -> p.path("path").asString()).toList();
    }

    private Api as(String subject, String role, String... areas) {
        return new Api("http://localhost:" + port, TestIssuer.shared().token(subject, role, areas));
    }
}
