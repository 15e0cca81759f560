package org.xinju.registry;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

import org.xinju.testing.Api;
import org.xinju.testing.MovableClock;
import org.xinju.testing.TestIssuer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** All that can happen to a resident, in the order in which it may happen to one. */
@Registry
class ResidentLifeTest {

    private static final String NUMBER = "990206196907080228";
    private static final String EMPLOYER = "91990206TTTT00030A";

    @LocalServerPort int port;
    @Autowired MovableClock clock;

    private Api worker;
    private Api resident;
    private Api administrator;
    private Api employer;

    @BeforeEach
    void a_worker_of_the_village_a_newcomer_and_an_employer() {
        worker = new Api("http://localhost:" + port, TestIssuer.shared().token("village-worker", "grid-worker", "C001"));
        resident = worker.as(TestIssuer.shared().token("newcomer", "resident"));
        administrator = worker.as(TestIssuer.shared().token("admin", "administrator"));
        employer = worker.as(TestIssuer.shared().token("employer-of-one", "employer"));
        administrator.post("/api/registry/enterprises", Map.of("uscc", EMPLOYER, "name", "宁波示例精密模具有限公司"));
        administrator.post("/api/registry/bindings", Map.of("issuer", TestIssuer.shared().uri(), "subject", "employer-of-one", "kind", "ENTERPRISE",
                "target", EMPLOYER));
    }

    @Test
    void from_the_own_registration_by_work_and_moves_to_the_return() {
        var registered = resident.post("/api/registry/residents", Map.of("name", "陈秀英", "idNumber", NUMBER, "phone", "13957412233", "address",
                "高田王 999号"));
        assertThat(registered.status()).as(registered.body().toString()).isEqualTo(201);
        assertThat(registered.text("status")).isEqualTo("PENDING");
        assertThat(registered.body().path("grid").asBoolean()).isFalse();
        var path = "/api/registry/residents/" + registered.text("id");

        assertThat(change(path + "/confirmations", Map.of()).text("status")).isEqualTo("REGISTERED");
        assertThat(change(path + "/grid-assignments", Map.of("grid", "G003")).text("area")).isEqualTo("G003");
        assertThat(change(path + "/moves", Map.of("address", "高田王 5号 201室")).text("area")).isEqualTo("G001");
        report("2026-03-02", "");
        report("2026-03-02", "2026-11-20");
        assertThat(change(path + "/departures", Map.of()).text("status")).isEqualTo("LEFT");
        clock.advance(Duration.ofDays(1));
        try {
            assertThat(change(path + "/returns", Map.of("address", "高田王 12号 402室")).text("area")).isEqualTo("G002");
        } finally {
            clock.advance(Duration.ofDays(-1));
        }
    }

    private Api.Answer change(String path, Map<String, String> request) {
        var answer = worker.post(path, request);
        assertThat(answer.status()).as(path + answer.body()).isEqualTo(200);
        return answer;
    }

    private void report(String from, String until) {
        var roster = "姓名,性别,身份证号,手机号码,工种,入职日期,离职日期,居住地址\n陈秀英,女," + NUMBER + ",13957412233,检验员," + from + "," + until + ",高田王 5号 201室\n";
        var sent = employer.upload("/api/registry/enterprises/" + EMPLOYER + "/rosters?dryRun=false", "one.csv",
                roster.getBytes(StandardCharsets.UTF_8), Map.of());
        assertThat(sent.status()).as(sent.body().toString()).isEqualTo(202);
        await().atMost(Duration.ofSeconds(30)).until(() -> employer.get(sent.header("Location")).text("state").equals("DONE"));
        var rows = employer.get(sent.header("Location") + "/rows").body();
        assertThat(rows.path("items").findValuesAsString("outcome")).as(rows.toString()).isEqualTo(List.of("ACCEPTED"));
    }

    @Test
    void an_area_of_the_past_is_added_and_renamed() {
        var all = new String(administrator.get("/api/registry/areas/export").http().body(), StandardCharsets.UTF_8);
        for (var name : List.of("方前旧网格", "方前旧一网格")) {
            var csv = all + "G990,C049,GRID,," + name + ",方前,true,2018-01-01,2019-12-31,\n";
            var imported = administrator.post("/api/registry/areas/imports", csv, Map.of("Content-Type", "text/csv;charset=UTF-8"));
            assertThat(imported.body().path("changed").toString()).as(imported.body().toString()).isEqualTo("[\"G990\"]");
        }
    }
}
