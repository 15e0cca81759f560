package org.xinju.notification;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;

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

/** What editors, the command room and operators see and do. */
@Notification
class StaffTest {

    private static final String TEMPLATES = "/api/notification/templates";
    private static final String DISPATCHES = "/api/notification/dispatches";
    private static final Duration SOON = Duration.ofSeconds(20);

    @LocalServerPort int port;
    @Autowired OtherServices others;
    @Autowired Outside outside;

    private final String resident = UUID.randomUUID().toString();
    private final String phone = "135" + String.format("%08d", new Random().nextInt(100_000_000));
    private Api editor;
    private Api operator;

    @BeforeEach
    void staff() {
        outside.behaves(port);
        editor = new Api("http://localhost:" + port, TestIssuer.shared().token("editor", "editor", "330206004"));
        operator = editor.as(TestIssuer.shared().token("operator", "operator"));
    }

    private static Map<String, Object> texts(String chinese, String english) {
        return Map.of("offer", "grid-case", "audiences", List.of("RESIDENT"), "texts",
                Map.of("SMS", Map.of("zh-CN", Map.of("body", chinese), "en", Map.of("body", english))));
    }

    private Api.Answer save(String name, Map<String, Object> version) {
        return editor.post(TEMPLATES + "/" + name + "/versions", version);
    }

    private static String fault(Api.Answer answer) {
        assertThat(answer.status()).as(answer.body().toString()).isEqualTo(422);
        var error = answer.body().path("errors").get(0);
        return error.path("field").asString() + " " + error.path("rule").asString() + " " + error.path("message").asString();
    }

    @Test
    void a_template_that_could_fail_later_is_refused_when_it_is_saved() {
        var name = "strict-" + resident.substring(0, 8);
        assertThat(fault(save(name, texts("{{greeting}}{{nummer}}", "x")))).startsWith("texts.SMS.zh-CN.body template-variable ").contains("nummer", "number");
        assertThat(fault(save(name, texts("{{number.class.name}}", "x")))).contains("template-variable", "number.class.name");
        assertThat(fault(save(name, texts("{{> other}}", "x")))).contains("template-variable", "other");
        assertThat(fault(save(name, texts("ok", "due {{dueAt}}")))).startsWith("texts.SMS.en.body template-variable-optional ").contains("dueAt");
        assertThat(fault(save(name, texts("{{#dueAt}}{{dueAt}}", "x")))).startsWith("texts.SMS.zh-CN.body template-syntax ");
        assertThat(fault(save(name, texts("  ", "x")))).contains("template-empty");
        assertThat(fault(save(name, texts("长".repeat(400), "x")))).contains("template-too-long");
        assertThat(fault(save(name, Map.of("offer", "grid-case", "audiences", List.of(), "texts",
                Map.of("SMS", Map.of("zh-CN", Map.of("body", "只有中文"))))))).contains("texts.SMS.en template-language");
        assertThat(fault(save(name, Map.of("offer", "nothing", "audiences", List.of(), "texts", Map.of())))).contains("offer template-offer");
        assertThat(fault(save("Strict_Name", texts("a", "b")))).contains("name template-name");
        assertThat(editor.get(TEMPLATES + "/" + name).status()).as("nothing was kept").isEqualTo(404);
    }

    @Test
    void versions_follow_each_other_an_old_if_match_is_refused_and_earlier_ones_stay() {
        var name = "versions-" + resident.substring(0, 8);
        var first = save(name, texts("{{number}}一", "{{number}} one"));
        assertThat(first.status()).as(first.body().toString()).isEqualTo(201);
        assertThat(save(name, texts("{{number}}二", "{{number}} two")).body().path("version").asInt()).isEqualTo(2);
        var stale = editor.post(TEMPLATES + "/" + name + "/versions", texts("三", "three"), Map.of("If-Match", first.header("ETag")));
        assertThat(stale.status()).isEqualTo(412);
        assertThat(editor.get(TEMPLATES + "/" + name + "/versions/1").body().toString()).contains("{{number}}一");
        assertThat(editor.get(TEMPLATES + "/" + name + "/versions/3").status()).isEqualTo(404);
        var clerk = editor.as(TestIssuer.shared().token("w", "grid-worker", "G001"));
        assertThat(clerk.get(TEMPLATES).status()).isEqualTo(403);
        assertThat(clerk.post(TEMPLATES + "/" + name + "/versions", texts("四", "four")).status()).isEqualTo(403);
    }

    @Test
    void a_channel_that_a_rule_sends_by_cannot_be_taken_out_of_its_template() {
        var current = editor.get(TEMPLATES + "/case-accepted").body();
        assertThat(current.path("usedFor").toString()).contains("SMS").contains("INBOX");
        var withoutSms = new HashMap<>(texts("{{number}}", "{{number}}"));
        withoutSms.put("texts", Map.of("INBOX", Map.of("zh-CN", Map.of("subject", "一", "body", "二"), "en", Map.of("subject", "a", "body", "b"))));
        assertThat(save("case-accepted", withoutSms).text("code")).isEqualTo("template-channel-in-use");
    }

    @Test
    void a_preview_shows_what_people_would_read_and_how_many_parts_an_sms_has() {
        var preview = editor.post(TEMPLATES + "/any/previews", texts("{{greeting}}" + "字".repeat(60), "{{greeting}} {{category}}")).body();
        var chinese = preview.path("texts").path("SMS").path("zh-CN");
        assertThat(chinese.path("body").asString()).startsWith("【大碶街道新居民服务】李娜，您好！字");
        assertThat(chinese.path("sms").path("characters").asInt()).isEqualTo(77);
        assertThat(chinese.path("sms").path("parts").asInt()).isEqualTo(2);
        assertThat(preview.path("texts").path("SMS").path("en").path("body").asString()).isEqualTo("【大碶街道新居民服务】Hello Li Na, a fire hazard");
        var code = editor.post(TEMPLATES + "/binding-code/previews", Map.of()).body();
        assertThat(code.path("texts").path("SMS").path("zh-CN").path("body").asString()).contains("验证码824913", "11月25日10:10");
    }

    @Test
    void an_edited_template_is_used_from_the_next_message_on_and_earlier_ones_keep_their_words() {
        others.publish(others.registered(resident, "李娜", phone).asSnapshot(), OtherServices.caseStep("rejected", "DG-20261125-00041", resident));
        await().atMost(SOON).until(() -> outside.arrivedAt(phone).size() == 1);
        var before = editor.get(TEMPLATES + "/case-rejected").body();
        var texts = Map.of("SMS", Map.of("zh-CN", Map.of("body", "新的话{{number}}"), "en", Map.of("body", "new words {{number}}")),
                "INBOX", Map.of("zh-CN", Map.of("subject", "新", "body", "新的话"), "en", Map.of("subject", "new", "body", "new words")));
        assertThat(save("case-rejected", Map.of("audiences", List.of("RESIDENT"), "texts", texts)).status()).isEqualTo(201);
        others.publish(OtherServices.caseStep("rejected", "DG-20261125-00042", resident));
        await().atMost(SOON).until(() -> outside.arrivedAt(phone).size() == 2);
        assertThat(outside.arrivedAt(phone).getFirst().text()).isEqualTo("【大碶街道新居民服务】新的话DG-20261125-00042");
        assertThat(outside.arrivedAt(phone).getLast().text()).contains("这次没能受理");
        save("case-rejected", Map.of("audiences", List.of("RESIDENT"), "texts", before.path("texts")));
    }

    @Test
    void the_dispatch_log_says_what_became_of_messages_and_hides_who_it_was() {
        others.publish(others.registered(resident, "欧阳娜娜", "0574-86123456"));
        var path = DISPATCHES + "?recipient=RESIDENT/" + resident;
        await().atMost(SOON).until(() -> editor.get(path + "&state=SKIPPED").body().path("items").size() == 1);
        var skipped = editor.get(path + "&reason=LANDLINE").body().path("items").get(0);
        assertThat(skipped.path("why").asString()).isEqualTo("登记的是固定电话，收不了短信");
        assertThat(editor.get(DISPATCHES + "?event=" + skipped.path("event").asString()).body().path("items")).hasSize(2);
        assertThat(editor.get(DISPATCHES).body().path("items").size()).isGreaterThanOrEqualTo(2);
        assertThat(fault(editor.get(DISPATCHES + "?state=LOST"))).contains("dispatch-state");
        assertThat(fault(editor.get(DISPATCHES + "?reason=LOST"))).contains("dispatch-reason");
        var detail = editor.get(DISPATCHES + "/" + skipped.path("id").asString()).body();
        assertThat(detail.path("name").asString()).isEqualTo("欧阳**");
        assertThat(detail.path("phone").asString()).endsWith("3456").contains("****").doesNotContain("8612");
        var elsewhere = editor.as(TestIssuer.shared().token("e2", "editor", "330206005"));
        assertThat(elsewhere.get(DISPATCHES + "/" + skipped.path("id").asString()).body().path("name").isMissingNode()).isTrue();
        assertThat(operator.get(DISPATCHES + "/" + skipped.path("id").asString()).body().path("phone").isMissingNode()).isTrue();
        assertThat(editor.as(TestIssuer.shared().token("w", "grid-worker", "G001")).get(DISPATCHES).status()).isEqualTo(403);
    }

    @Test
    void a_test_send_goes_the_real_way_to_a_configured_target_only() {
        var before = outside.arrivedAt("13900000000").size();
        var sent = editor.post("/api/notification/test-sends", Map.of("template", "binding-code", "channel", "SMS", "target", "desk"));
        assertThat(sent.status()).as(sent.body().toString()).isEqualTo(201);
        await().atMost(SOON).until(() -> outside.arrivedAt("13900000000").size() == before + 1);
        assertThat(outside.arrivedAt("13900000000").getFirst().text()).contains("验证码824913");
        await().atMost(SOON).until(() -> editor.get(DISPATCHES + "/" + sent.text("id")).body().path("dispatch").path("state").asString().equals("DELIVERED"));
        assertThat(fault(editor.post("/api/notification/test-sends", Map.of("template", "binding-code", "channel", "SMS", "target", phone))))
                .contains("target test-target").contains("desk");
        assertThat(fault(editor.post("/api/notification/test-sends", Map.of("template", "binding-code", "channel", "EMAIL", "target", "desk"))))
                .contains("test-channel");
        assertThat(operator.post("/api/notification/test-sends", Map.of("template", "binding-code", "channel", "SMS", "target", "desk")).status())
                .isEqualTo(403);
    }

    @Test
    void a_dry_run_says_what_would_be_written_and_writes_nothing() {
        others.publish(others.registered(resident, "李娜", "0574-86123456").asSnapshot());
        var state = Map.of("number", "DG-20261125-00051", "category", "dispute.labour", "reporter", Map.of("kind", "RESIDENT", "id", resident));
        var rules = "/api/notification/rules";
        await().atMost(SOON).untilAsserted(() -> {
            var would = editor.post(rules + "/case-accepted/dry-runs", Map.of("subject", "case-1", "state", state)).body().path("items");
            assertThat(would).hasSize(2);
            assertThat(would.get(1).path("reason").asString()).isEqualTo("LANDLINE");
            assertThat(would.get(1).path("texts").path("zh-CN").path("body").asString())
                    .isEqualTo("【大碶街道新居民服务】李娜，您好！您反映的劳动和工资纠纷（DG-20261125-00051）已受理。进展可登录“新居”查看。");
        });
        assertThat(editor.get(DISPATCHES + "?recipient=RESIDENT/" + resident).body().path("items")).isEmpty();
        assertThat(editor.post(rules + "/case-accepted/dry-runs", Map.of("subject", "case-1")).body().path("items")).as("anonymous").isEmpty();
        var incomplete = Map.of("number", "1", "reporter", Map.of("kind", "RESIDENT", "id", resident));
        assertThat(editor.post(rules + "/case-accepted/dry-runs", Map.of("subject", "c", "state", incomplete)).text("code")).isEqualTo("dry-run-event");
        var wrongTime = new HashMap<String, Object>(state);
        wrongTime.put("dueAt", "tomorrow");
        assertThat(editor.post(rules + "/case-accepted/dry-runs", Map.of("subject", "c", "state", wrongTime)).text("code")).isEqualTo("dry-run-event");
        var code = editor.post(rules + "/binding-code/dry-runs", Map.of("subject", resident, "state",
                Map.of("expiresAt", Instant.now().plusSeconds(86_400).toString()), "change", Map.of("code", "a".repeat(40)))).body().path("items");
        assertThat(code.get(0).path("texts").path("zh-CN").path("body").asString()).contains("验证码******");
        assertThat(editor.post(rules + "/no-such-rule/dry-runs", Map.of("subject", "c")).status()).isEqualTo(404);
        assertThat(editor.get(rules).body().path("items").size()).isEqualTo(24);
    }

    /** Whatever is sent, the answer is a problem and no server error. */
    @ParameterizedTest
    @ValueSource(strings = {"{", "[]", "null", "{\"texts\":3}", "{\"audiences\":[\"MARTIAN\"],\"texts\":{}}", "{\"audiences\":[],\"texts\":{\"SMS\":null}}",
        "{\"offer\":\"grid-case\",\"audiences\":[],\"texts\":{\"SMS\":null}}", "{\"offer\":\"grid-case\",\"audiences\":[],\"texts\":{\"SMS\":{\"zh-CN\":null}}}",
        "{\"offer\":\"grid-case\",\"audiences\":[],\"texts\":{\"SMS\":{\"zh-CN\":{},\"en\":{}}}}",
        "{\"offer\":\"grid-case\",\"audiences\":[null],\"texts\":{\"INBOX\":{}}}"})
    void bad_input_is_refused(String body) {
        for (var path : List.of(TEMPLATES + "/bad-input/versions", TEMPLATES + "/bad-input/previews", "/api/notification/rules/case-closed/dry-runs",
                "/api/notification/test-sends")) {
            var answer = editor.post(path, body);
            assertThat(answer.status()).as(path + " " + body + " " + answer.body()).isBetween(400, 422);
        }
    }
}
