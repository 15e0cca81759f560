package org.xinju.points;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.node.ObjectNode;

import org.xinju.points.policy.PolicyReader;
import org.xinju.testing.Api;
import org.xinju.testing.MovableClock;
import org.xinju.testing.TestIssuer;

import static org.assertj.core.api.Assertions.assertThat;

/** From a draft to a policy that everybody is counted by. */
@Points
class PolicyJourneyTest {

    private static final Duration SOON = Duration.ofSeconds(30);
    private static final String POLICIES = "/api/points/policies";

    @LocalServerPort int port;
    @Autowired RegistryEvents registry;
    @Autowired MovableClock clock;

    private Api officer;
    private Api publisher;
    private Api other;

    @BeforeEach
    void it_is_the_23rd_of_november() {
        clock.moveTo(LocalDate.of(2026, 11, 23));
        officer = new Api("http://localhost:" + port, TestIssuer.shared().token("officer", "points-officer", "330206004"));
        publisher = officer.as(TestIssuer.shared().token("publisher", "policy-publisher", "330206004"));
        other = officer.as(TestIssuer.shared().token("other-publisher", "policy-publisher", "330206004"));
    }

    @AfterEach
    void back() {
        clock.moveTo(LocalDate.of(2026, 11, 23));
    }

    private static List<String> errors(Api.Answer answer) {
        return answer.body().path("errors").valueStream().map(error -> error.path("field").asString() + " " + error.path("rule").asString())
                .toList();
    }

    private static String draft(int number, String from) {
        return Editions.document(number, from).toString();
    }

    private Api.Answer act(Api who, int number, String act) {
        return who.post(POLICIES + "/DG-DEFAULT@" + number + "/" + act, Map.of());
    }

    @Test
    void the_edition_that_comes_with_the_service_is_published_and_read_by_anybody() {
        var resident = officer.as(TestIssuer.shared().token("somebody", "resident"));
        assertThat(resident.get(POLICIES).body().path("items").valueStream().map(one -> one.path("reference").asString()))
                .contains("DG-DEFAULT@1");
        var read = resident.get(POLICIES + "/DG-DEFAULT@1");
        assertThat(read.body().path("document").path("indicators")).hasSize(38);
        assertThat(new PolicyReader().read(read.body().path("document").toString()).orThrow().reference()).hasToString("DG-DEFAULT@1");
        assertThat(resident.get(POLICIES + "/schema").body().path("$defs").path("indicator").path("type").asString()).isEqualTo("object");
        assertThat(officer.as("").get(POLICIES).status()).isEqualTo(401);
    }

    @Test
    void a_draft_is_reviewed_by_somebody_else_published_with_a_day_to_come_and_never_changed() {
        var drafted = publisher.post(POLICIES, draft(20, "2029-01-01"));
        assertThat(drafted.status()).isEqualTo(201);
        assertThat(drafted.header("Location")).endsWith("/DG-DEFAULT@20");
        assertThat(act(publisher, 20, "publications").text("code")).isEqualTo("policy-not-approved");
        assertThat(act(publisher, 20, "approvals").text("code")).isEqualTo("policy-own");
        assertThat(act(other, 20, "approvals").text("status")).isEqualTo("APPROVED");
        var changed = officer.post(POLICIES + "/DG-DEFAULT@20/changes", draft(20, "2029-02-01"), Map.of("If-Match", drafted.header("ETag")));
        assertThat(changed.status()).as("approved meanwhile").isEqualTo(412);
        assertThat(officer.post(POLICIES + "/DG-DEFAULT@20/changes", draft(20, "2029-02-01")).text("status")).isEqualTo("DRAFT");
        assertThat(act(other, 20, "publications").text("code")).isEqualTo("policy-not-approved");
        assertThat(act(other, 20, "approvals").status()).isEqualTo(200);
        assertThat(act(publisher, 20, "publications").text("status")).isEqualTo("PUBLISHED");
        assertThat(officer.post(POLICIES + "/DG-DEFAULT@20/changes", draft(20, "2029-03-01")).text("code")).isEqualTo("policy-immutable");
        assertThat(publisher.post(POLICIES, draft(20, "2029-03-01")).text("code")).isEqualTo("policy-taken");
        assertThat(act(publisher, 20, "publications").status()).as("once more changes nothing").isEqualTo(200);
    }

    @Test
    void a_published_day_stays_and_so_does_the_time_until_it() {
        for (var number : List.of(21, 22)) {
            officer.post(POLICIES, draft(number, "2030-01-01"));
            act(other, number, "approvals");
        }
        assertThat(act(publisher, 21, "publications").status()).isEqualTo(200);
        assertThat(act(publisher, 22, "publications").text("code")).isEqualTo("policy-date-taken");
        officer.post(POLICIES, draft(23, "2026-11-24"));
        act(other, 23, "approvals");
        assertThat(act(publisher, 23, "publications").text("code")).isEqualTo("policy-too-soon");
    }

    @Test
    void a_draft_is_unknown_to_who_does_not_write_policies() {
        officer.post(POLICIES, draft(24, "2031-01-01"));
        var worker = officer.as(TestIssuer.shared().token("w1", "grid-worker", "G001"));
        assertThat(worker.get(POLICIES + "/DG-DEFAULT@24").text("code")).isEqualTo("policy-unknown");
        assertThat(worker.get(POLICIES + "/DG-DEFAULT@24/differences?from=DG-DEFAULT@1").status()).isEqualTo(404);
        assertThat(worker.get(POLICIES).body().toString()).doesNotContain("DG-DEFAULT@24");
        assertThat(officer.get(POLICIES).body().toString()).contains("DG-DEFAULT@24");
        assertThat(worker.post(POLICIES, draft(25, "2031-01-01")).status()).isEqualTo(403);
        assertThat(act(officer, 24, "approvals").status()).as("an officer writes, a publisher reviews").isEqualTo(403);
    }

    @Test
    void what_is_wrong_with_a_document_is_told_with_path_reason_and_example() {
        var broken = Editions.document(26, "2031-01-01");
        Editions.indicator(broken, "P05").put("department", "nobody").put("cap", "-3");
        var answer = officer.post(POLICIES, broken.toString());
        assertThat(answer.status()).isEqualTo(422);
        assertThat(errors(answer)).containsExactly("/indicators/4/department policy-fault", "/indicators/4/cap policy-fault",
                "/tiers/0/cap policy-fault");
        assertThat(answer.body().path("errors").path(0).path("message").asString()).isEqualTo(
                "没有“nobody”这个部门（例如：public-security）");
        assertThat(errors(officer.post(POLICIES, Map.of()))).hasSizeGreaterThan(5);
        officer.post(POLICIES, draft(27, "2031-01-01"));
        assertThat(errors(officer.post(POLICIES + "/DG-DEFAULT@27/changes", draft(28, "2031-01-01")))).containsExactly("/reference policy-reference");
        for (var spoilt : List.of("null", "[]", "\"x\"", "{\"reference\":", "{\"facts\":" + "[".repeat(2000) + "]".repeat(2000) + "}")) {
            assertThat(officer.post(POLICIES, spoilt).status()).as(spoilt).isBetween(400, 499);
        }
    }

    @Test
    void two_versions_are_compared_in_plain_words() {
        var later = Editions.document(29, "2032-01-01");
        Editions.indicator(later, "C08").put("cap", "12");
        officer.post(POLICIES, later.toString());
        var differences = officer.get(POLICIES + "/DG-DEFAULT@29/differences?from=DG-DEFAULT@1").body().path("differences");
        assertThat(differences.valueStream().map(one -> one.path("text").asString())).containsExactly(
                "“大碶街道新居民积分（默认版）”的施行日期，原来是“2024年1月1日”，现在是“2032年1月1日”。", "“社会公益”的最高分，原来是“10”，现在是“12”。");
    }

    @Test
    void from_its_first_day_on_everybody_is_counted_by_the_new_version_and_the_earlier_ledger_stays_readable() {
        var resident = UUID.randomUUID().toString();
        var account = "/api/points/accounts/" + resident;
        registry.resident(resident, 1, "1990-03-15", "2026-11-23", null, "G001");
        Awaitility.await().atMost(SOON).until(() -> officer.get(account + "?purpose=points-review").status() == 200);
        var document = Editions.document(2, "2027-06-01");
        var youth = Editions.indicator(document, "P01");
        ((ObjectNode) youth.path("scoring").path("rows").path(0)).put("points", "15");
        officer.post(POLICIES, document.toString());
        act(other, 2, "approvals");
        assertThat(act(publisher, 2, "publications").status()).isEqualTo(200);
        assertThat(officer.get(account + "?purpose=points-review").body().path("score").path("policy").asString()).isEqualTo("DG-DEFAULT@1");
        clock.moveTo(LocalDate.of(2027, 6, 1));
        assertThat(officer.get(account + "?purpose=points-review").body().path("score").path("policy").asString()).as("at once")
                .isEqualTo("DG-DEFAULT@2");
        Awaitility.await().atMost(SOON).untilAsserted(() -> assertThat(officer.get(account + "?purpose=points-review").body().path("ledgers")
                .valueStream().map(one -> one.asString())).containsExactly("DG-DEFAULT@1", "DG-DEFAULT@2"));
        var now = officer.get(account + "/entries?purpose=points-review").body().path("items");
        assertThat(now.path(0).path("points").asString()).isEqualTo("15.00");
        assertThat(now.path(0).path("validOn").asString()).isEqualTo("2027-06-01");
        var before = officer.get(account + "/entries?purpose=points-review&policy=DG-DEFAULT@1").body().path("items");
        assertThat(before.path(0).path("points").asString()).isEqualTo("20.00");
        assertThat(before.valueStream().map(entry -> entry.path("validOn").asString())).contains("2027-05-23").noneMatch(day -> day.compareTo(
                "2027-06-01") >= 0);
        assertThat(officer.get(account + "/entries?purpose=points-review&policy=DG-DEFAULT@9").text("code")).isEqualTo("ledger-unknown");
    }
}
