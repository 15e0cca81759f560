package org.xinju.notification;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

import org.xinju.testing.Api;
import org.xinju.testing.ApiExamples;
import org.xinju.testing.TestIssuer;

import static org.assertj.core.api.Assertions.assertThat;

/** The API page of notification-service: every call is described and shows by example what it takes and gives. */
@Notification
class ApiPageTest {

    @LocalServerPort int port;

    @Test
    void every_call_is_described_and_its_examples_fit_its_schemas() {
        assertThat(ApiExamples.faults(ApiExamples.page(port))).isEmpty();
    }

    @Test
    void what_the_examples_ask_for_is_done() {
        var page = ApiExamples.page(port);
        var editor = as("editor");
        for (var call : List.of("rule.dryRun /rules/case-accepted/dry-runs", "template.preview /templates/case-accepted/previews",
                "template.save /templates/case-reminder/versions",
                "testSend.send /test-sends")) {
            var words = call.split(" ");
            var answer = editor.post("/api/notification" + words[1], ApiExamples.request(page, words[0]));
            assertThat(answer.status()).as(words[0] + answer.body()).isBetween(200, 201);
        }
    }

    private Api as(String role, String... areas) {
        return new Api("http://localhost:" + port, TestIssuer.shared().token("reader-of-the-page", role, areas));
    }
}
