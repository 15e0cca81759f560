package org.xinju.notification.rule;

import java.nio.charset.StandardCharsets;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.core.io.ClassPathResource;

import org.xinju.notification.Notification;
import org.xinju.notification.template.Offers;
import org.xinju.notification.template.Templates;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** Wrong rules stop the start with a sentence. */
@Notification
class RuleBookTest {

    @Autowired Templates templates;
    @Autowired Offers offers;

    private void start(String rules) throws java.io.IOException {
        new RuleBook(templates, offers, new ByteArrayResource(rules.getBytes(StandardCharsets.UTF_8))).start();
    }

    private static String rule(String event, String template, String channel) {
        return """
                [{"name": "r", "event": "%s", "recipient": {"kind": "RESIDENT", "path": "subject"}, "template": "%s", "channels": ["%s"],
                  "lane": "NORMAL", "mutable": true, "activeFrom": "2026-11-25T00:00:00Z"}]""".formatted(event, template, channel);
    }

    @Test
    void an_unknown_template_channel_or_field_and_variables_of_another_event_are_named() {
        assertThatThrownBy(() -> start(rule("grid.case.closed.v1", "no-such", "SMS"))).hasMessageContaining("Rule r uses template no-such, which does not exist");
        assertThatThrownBy(() -> start(rule("registry.resident.left.v1", "case-closed", "SMS")))
                .hasMessageContaining("with the variables of grid-case, but its event offers those of resident");
        assertThatThrownBy(() -> start(rule("grid.case.closed.v1", "case-closed", "EMAIL"))).hasMessageContaining("no text for that in every language");
        assertThatThrownBy(() -> start(rule("grid.case.closed.v1", "case-closed", "PIGEON"))).hasMessageContaining("cannot be read").hasMessageContaining("PIGEON");
        assertThatThrownBy(() -> start(rule("grid.case.closed.v1", "case-closed", "SMS").replace("\"lane\"", "\"nmae\": \"r\", \"lane\""))).hasMessageContaining("nmae");
        assertThatCode(() -> start(rule("grid.case.closed.v1", "case-closed", "SMS"))).doesNotThrowAnyException();
    }

    @Test
    void the_rules_that_come_with_the_program_are_right() {
        assertThatCode(() -> new RuleBook(templates, offers, new ClassPathResource("rules.json")).start()).doesNotThrowAnyException();
    }
}
