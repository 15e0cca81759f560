package org.xinju.points;

import java.time.Duration;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

import org.xinju.testing.Api;
import org.xinju.testing.MovableClock;
import org.xinju.testing.TestIssuer;

import static org.assertj.core.api.Assertions.assertThat;

/** From a paper on an officer's desk to points in the ledger, and back where it was a mistake. */
@Points
class ConfirmationJourneyTest {

    private static final Duration SOON = Duration.ofSeconds(20);
    private static final Map<String, Object> DEGREE = Map.of("kind", "education", "from", "2012-06-30", "level", "bachelor");

    @LocalServerPort int port;
    @Autowired RegistryEvents registry;
    @Autowired MovableClock clock;
    @Autowired MongoDatabase database;

    private final String resident = UUID.randomUUID().toString();
    private final String account = "/api/points/accounts/" + resident;
    private final String confirmations = account + "/confirmations";
    private Api officer;
    private Api education;

    @BeforeEach
    void somebody_is_registered() {
        clock.moveTo(LocalDate.of(2026, 11, 23));
        officer = new Api("http://localhost:" + port, TestIssuer.shared().token("officer", "points-officer", "330206004"));
        education = officer.as(TestIssuer.shared().token("education", "department", "DEP-EDUCATION"));
        registry.resident(resident, 1, "1990-03-15", "2026-11-23", null, "G001");
        Awaitility.await().atMost(SOON).until(() -> officer.get(account + "?purpose=points-review").status() == 200);
    }

    private static Map<String, Object> request(Map<String, Object> fact, String reference) {
        return Map.of("indicator", "P02", "fact", fact,
                "evidence", Map.of("kind", "degree-certificate", "reference", reference, "issuedOn", "2012-06-30"));
    }

    private static Map<String, Object> correction(String level, String reference) {
        var changed = new HashMap<>(request(Map.of("kind", "education", "from", "2012-06-30", "level", level), reference));
        changed.remove("indicator");
        changed.put("reason", "录入有误，现更正。");
        return changed;
    }

    private String total() {
        return officer.get(account + "?purpose=points-review").body().path("score").path("total").asString();
    }

    private List<String> entries() {
        return officer.get(account + "/entries?purpose=points-review").body().path("items").valueStream()
                .filter(entry -> entry.path("subject").asString().equals("P02"))
                .map(entry -> entry.path("kind").asString() + " " + entry.path("points").asString()).toList();
    }

    private static List<String> errors(Api.Answer answer) {
        return answer.body().path("errors").valueStream().map(error -> error.path("field").asString() + " " + error.path("rule").asString())
                .toList();
    }

    @Test
    void an_officer_drafts_the_department_finds_and_approves_it_and_the_points_are_there_at_once() {
        var drafted = officer.post(confirmations, request(DEGREE, "教核-" + resident.substring(0, 8)));
        assertThat(drafted.status()).isEqualTo(201);
        assertThat(drafted.text("status")).isEqualTo("DRAFTED");
        assertThat(total()).isEqualTo("20.00");
        var waiting = education.get("/api/points/confirmations?limit=500").body().path("items").valueStream()
                .filter(draft -> draft.path("account").asString().equals(resident)).toList();
        assertThat(waiting).singleElement().satisfies(draft -> assertThat(draft.path("confirmation").path("fact").path("level").asString())
                .isEqualTo("bachelor"));
        var approved = education.post(confirmations + "/" + drafted.text("id") + "/approvals", Map.of());
        assertThat(approved.status()).isEqualTo(200);
        assertThat(approved.text("status")).isEqualTo("CONFIRMED");
        assertThat(total()).isEqualTo("30.00");
        assertThat(line("P02").path("sources").path(0).asString()).isEqualTo("学历（2012年6月30日起），由教育局核实");
        assertThat(education.get("/api/points/confirmations?limit=500").body().path("items").valueStream()
                .filter(draft -> draft.path("account").asString().equals(resident))).isEmpty();
    }

    @Test
    void a_correction_reverses_and_books_anew_and_a_withdrawal_reverses_for_good() {
        var id = education.post(confirmations, request(DEGREE, "教核-1")).text("id");
        assertThat(entries()).containsExactly("AWARD 10.00");
        assertThat(education.post(confirmations + "/" + id + "/corrections", correction("college", "教核-1")).status()).isEqualTo(200);
        assertThat(entries()).containsExactly("AWARD 10.00", "REVERSAL -10.00", "AWARD 8.00");
        assertThat(education.post(confirmations + "/" + id + "/withdrawals", Map.of("reason", "登记在了别人名下。")).status()).isEqualTo(200);
        assertThat(entries()).containsExactly("AWARD 10.00", "REVERSAL -10.00", "AWARD 8.00", "REVERSAL -8.00");
        assertThat(total()).isEqualTo("20.00");
        var shown = officer.get(confirmations + "?purpose=points-review").body();
        assertThat(shown.path(0).path("status").asString()).isEqualTo("WITHDRAWN");
        assertThat(shown.path(0).path("reason").asString()).isEqualTo("登记在了别人名下。");
    }

    @Test
    void the_registrys_next_event_leaves_what_was_confirmed_alone() {
        education.post(confirmations, request(DEGREE, "教核-2"));
        registry.resident(resident, 2, "1990-03-15", "2026-11-23", "2023-05-30", "G001");
        Awaitility.await().atMost(SOON).untilAsserted(() -> assertThat(total()).isEqualTo("40.00"));
    }

    @Test
    void the_same_request_twice_has_one_effect_and_another_one_under_its_key_is_refused() {
        var key = Map.of("Idempotency-Key", UUID.randomUUID().toString());
        var first = education.post(confirmations, request(DEGREE, "教核-3"), key);
        var again = education.post(confirmations, request(DEGREE, "教核-3"), key);
        assertThat(again.status()).isEqualTo(201);
        assertThat(again.body()).isEqualTo(first.body());
        assertThat(again.header("ETag")).isEqualTo(first.header("ETag"));
        assertThat(education.post(confirmations, request(DEGREE, "教核-4"), key).text("code")).isEqualTo("idempotency-key-reused");
        assertThat(education.post(confirmations, request(DEGREE, "教核-3")).text("code")).isEqualTo("evidence-used");
        assertThat(entries()).containsExactly("AWARD 10.00");
    }

    @Test
    void who_decides_on_what_has_changed_meanwhile_is_told_so() {
        var drafted = officer.post(confirmations, request(DEGREE, "教核-5"));
        education.post(confirmations, request(DEGREE, "教核-6"));
        var path = confirmations + "/" + drafted.text("id") + "/approvals";
        assertThat(education.post(path, Map.of(), Map.of("If-Match", drafted.header("ETag"))).status()).isEqualTo(412);
        var now = officer.get(account + "?purpose=points-review").header("ETag");
        assertThat(education.post(path, Map.of(), Map.of("If-Match", now)).status()).isEqualTo(200);
    }

    @Test
    void a_department_acts_on_its_own_indicators_only_and_nobody_else_acts() {
        var health = officer.as(TestIssuer.shared().token("health", "department", "DEP-HEALTH", "330206004"));
        assertThat(health.post(confirmations, request(DEGREE, "x")).text("code")).isEqualTo("indicator-not-yours");
        var id = officer.post(confirmations, request(DEGREE, "教核-7")).text("id");
        for (var act : List.of("approvals", "refusals", "withdrawals", "corrections", "answers")) {
            var path = confirmations + "/" + id + "/" + act;
            assertThat(health.post(path, correction("college", "x")).text("code")).as(act).isEqualTo("confirmation-unknown");
            assertThat(officer.post(path, correction("college", "x")).status()).as(act).isEqualTo(403);
        }
        var neighbour = officer.as(TestIssuer.shared().token("p2", "points-officer", "330206099"));
        assertThat(neighbour.post(confirmations, request(DEGREE, "y")).text("code")).isEqualTo("account-unknown");
        assertThat(officer.as(TestIssuer.shared().token("w", "grid-worker", "G001")).post(confirmations, request(DEGREE, "z")).status())
                .isEqualTo(403);
        assertThat(education.get(confirmations + "?purpose=points-review").status()).as("the list is for who sees the account").isEqualTo(403);
    }

    @Test
    void the_wrong_evidence_and_absurd_input_are_refused_field_by_field_in_both_languages() {
        var wrong = education.post(confirmations, Map.of("indicator", "P02", "fact", Map.of("kind", "education", "from", "2027-01-01"),
                "evidence", Map.of("kind", "donor-card", "reference", "330206199003150011", "issuedOn", "2027-01-01")));
        assertThat(wrong.status()).isEqualTo(422);
        assertThat(errors(wrong)).containsExactly("fact.from fact-days", "fact.level fact-level", "evidence.kind evidence-kind",
                "evidence.reference evidence-reference", "evidence.issuedOn evidence-day");
        assertThat(wrong.body().path("errors").path(2).path("message").asString()).isEqualTo("这种材料不能证明这个指标。可以用的材料：degree-certificate。");
        var english = education.post(confirmations, request(Map.of("kind", "blood", "from", "2020-01-01", "amounts", Map.of("millilitres", "200")),
                "x"), Map.of("Accept-Language", "en"));
        assertThat(errors(english)).containsExactly("fact.kind claim-not-of-indicator");
        assertThat(english.body().path("errors").path(0).path("message").asString()).startsWith("This indicator does not look at facts of this kind.");
        assertThat(errors(education.post(confirmations, request(Map.of("kind", "education", "from", "1989-01-01", "level", "bachelor"), "x"))))
                .containsExactly("fact.from fact-before-birth");
        assertThat(errors(education.post(confirmations, Map.of("indicator", "Z99")))).containsExactly("indicator indicator-unknown");
        assertThat(errors(education.post(confirmations, Map.of("indicator", "P02")))).contains("fact claim-fact", "evidence.kind evidence-kind");
        for (var spoilt : List.of("null", "[]", "{\"indicator\":[]}", "{\"indicator\":\"P02\",\"evidence\":{\"issuedOn\":\"2026-02-30\"}}")) {
            assertThat(education.post(confirmations, spoilt).status()).as(spoilt).isBetween(400, 499);
        }
        assertThat(entries()).isEmpty();
    }

    @Test
    void a_refusal_needs_a_reason_and_the_resident_reads_it() {
        var id = officer.post(confirmations, request(DEGREE, "教核-8")).text("id");
        var path = confirmations + "/" + id + "/refusals";
        assertThat(errors(education.post(path, Map.of("reason", " ")))).containsExactly("reason confirmation-reason");
        assertThat(education.post(path, Map.of("reason", "证书上的姓名与登记的不一致，请带户口簿来更正。")).text("status")).isEqualTo("REFUSED");
        var own = officer.as(TestIssuer.shared().token("me-" + resident, "resident"));
        registry.binding(UUID.randomUUID().toString(), TestIssuer.shared().uri() + "|me-" + resident, resident);
        Awaitility.await().atMost(SOON).until(() -> own.get(confirmations).status() == 200);
        assertThat(own.get(confirmations).body().path(0).path("reason").asString()).contains("户口簿");
        assertThat(database.getCollection("accesses").find(Filters.eq("subjects", resident)).map(entry -> entry.getString("action")))
                .contains("confirmation.list");
    }

    @Test
    void false_material_freezes_until_a_day_that_is_told_and_an_objection_that_is_right_ends_it_at_once() {
        var office = officer.as(TestIssuer.shared().token("office", "department", "DEP-HOUSING"));
        var colleague = officer.as(TestIssuer.shared().token("colleague", "department", "DEP-HOUSING"));
        var finding = office.post(confirmations, Map.of("indicator", "N05", "fact", Map.of("kind", "false-material", "from", "2026-11-01", "until",
                "2026-11-01"), "evidence", Map.of("kind", "finding", "reference", "认定2026-3", "issuedOn", "2026-11-20")));
        var score = officer.get(account + "?purpose=points-review").body().path("score");
        assertThat(score.path("standing").asString()).isEqualTo("FROZEN");
        assertThat(score.path("blocks").path(0).path("endsOn").asString()).isEqualTo("2029-11-02");
        assertThat(score.path("blocks").path(0).path("fact").asString()).isEqualTo("confirmation/" + finding.text("id"));
        var path = confirmations + "/" + finding.text("id");
        var own = officer.as(TestIssuer.shared().token("me-" + resident, "resident"));
        assertThat(own.post(path + "/objections", Map.of("reason", "不是我交的。")).text("code")).isEqualTo("account-not-your-own");
        registry.binding(UUID.randomUUID().toString(), TestIssuer.shared().uri() + "|me-" + resident, resident);
        Awaitility.await().atMost(SOON).until(() -> own.get(account).status() == 200);
        assertThat(own.post(path + "/objections", Map.of("reason", "不是我交的。")).text("status")).isEqualTo("OBJECTED");
        assertThat(officer.get(account + "?purpose=points-review").body().path("score").path("standing").asString()).as("stands meanwhile")
                .isEqualTo("FROZEN");
        assertThat(office.post(path + "/answers", Map.of("agreed", true, "reason", "x")).text("code")).isEqualTo("confirmation-own-decision");
        assertThat(errors(colleague.post(path + "/answers", Map.of("reason", "x")))).containsExactly("agreed objection-agreed");
        assertThat(colleague.get("/api/points/confirmations?limit=500").body().path("items").valueStream()
                .filter(one -> one.path("account").asString().equals(resident))).hasSize(1);
        var asked = own.get(confirmations).body().valueStream().filter(one -> one.path("id").asString().equals(finding.text("id"))).findFirst();
        assertThat(asked.orElseThrow().path("decision").path("late").asBoolean(true)).as("the resident reads by when it is answered").isFalse();
        var answered = colleague.post(path + "/answers", Map.of("agreed", true, "reason", "经核对不是本人提交，撤销认定。"));
        assertThat(answered.text("status")).isEqualTo("WITHDRAWN");
        var after = own.get(account).body().path("score");
        assertThat(after.path("standing").asString()).isEqualTo("BELOW");
        assertThat(after.path("blocks")).isEmpty();
        assertThat(own.post(path + "/objections", Map.of("reason", "再来一次")).text("code")).isEqualTo("confirmation-objected-before");
    }

    private JsonNode line(String code) {
        return officer.get(account + "?purpose=points-review").body().path("score").path("lines").valueStream()
                .filter(line -> line.path("code").asString().equals(code)).findFirst().orElseThrow();
    }
}
