package org.xinju.grid.cases;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;

import com.mongodb.client.model.Filters;
import org.awaitility.Awaitility;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

import org.xinju.events.Cause;
import org.xinju.events.Outcome;
import org.xinju.grid.Grid;
import org.xinju.grid.RegistryEvents;
import org.xinju.grid.clock.Severity;
import org.xinju.grid.photo.PhotoFiles;
import org.xinju.testing.Api;
import org.xinju.web.Answers;

import static org.assertj.core.api.Assertions.assertThat;

/** Cases go through the loop over HTTP, with a token per role. */
@Grid
class CaseJourneyTest extends CaseScene {

    @Autowired DueCases due;
    @Autowired Cases cases;

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

    /** On a day of its own: on one with other cases, the next number could be one of theirs. */
    @Test
    void a_number_that_another_case_has_is_passed_over() {
        var day = Grid.TODAY.plusYears(1);
        clock.moveTo(day);
        var id = UUID.randomUUID().toString();
        var taken = CaseNumber.of(id, day, 0);
        database.getCollection("cases").insertOne(new Document("_id", "other-" + id).append("state", new Document("number", taken)));
        try {
            var cause = new Cause.Command("key-" + id, "request", 201, null);
            var first = Answers.done(cases.report(id, cause, number -> numbered(number, id)));
            var again = Answers.done(cases.report(id, cause, number -> numbered(number, id)));
            assertThat(first.stored().state().number()).as("the number after " + taken).isEqualTo(CaseNumber.of(id, day, 1));
            assertThat(again.stored().state().number()).isEqualTo(first.stored().state().number());
            assertThat(again.effect()).isEqualTo(Outcome.Effect.REPLAYED);
        } finally {
            database.getCollection("cases").deleteOne(Filters.eq("other-" + id));
        }
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

    private static Case numbered(String number, String id) {
        var one = CaseOf.reported(Severity.GENERAL, CaseOf.at("2026-11-25T09:00"));
        return new Case(number, "0-" + id, one.state(), true, one.category(), one.severity(), one.openness(), one.place(), one.reporter(), null,
                one.description(), one.level(), null, null, one.clock(), null, null, one.reportedAt(), null, 0, one.steps());
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
}
