package org.xinju.notification.rule;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.junit.jupiter.api.Test;

import org.xinju.notification.message.Lane;
import org.xinju.notification.recipient.ChannelName;
import org.xinju.notification.recipient.Language;
import org.xinju.notification.recipient.Recipient;
import org.xinju.notification.rule.SendingRule.Addressee;
import org.xinju.notification.rule.SendingRule.Condition;
import org.xinju.notification.template.Offer;
import org.xinju.notification.template.Template;
import org.xinju.notification.template.Text;
import org.xinju.notification.template.Variable;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class RuleChecksTest {

    private static final Instant ACTIVE = Instant.parse("2026-11-25T00:00:00Z");
    private static final Offer CASES = new Offer("grid-case", "grid.cases", "grid.case.", Map.of(
            "number", new Variable("state.number", Variable.Form.TEXT, false, "1"),
            "dueAt", new Variable("state.dueAt", Variable.Form.TIME, true, "2026-12-02T09:00:00Z")));
    private static final Template TEMPLATE = new Template("case-accepted", "grid-case", Set.of(Recipient.Kind.RESIDENT), 3, true,
            Map.of(ChannelName.SMS, Map.of(Language.CHINESE, new Text(null, "一"), Language.ENGLISH, new Text(null, "one"))));

    private static SendingRule rule(String event, String template, Set<ChannelName> channels, Lane lane, boolean mutable, String path) {
        return new SendingRule("r", event, new Addressee(null, path), template, channels, lane, mutable, ACTIVE, null, null);
    }

    private static SendingRule good() {
        return rule("grid.case.accepted.v1", "case-accepted", Set.of(ChannelName.SMS), Lane.NORMAL, true, "state.reporter");
    }

    private static List<String> faults(SendingRule... rules) {
        return RuleChecks.faults(List.of(rules), type -> type.startsWith("grid.case.") ? CASES : null,
                name -> name.equals("case-accepted") ? TEMPLATE : null);
    }

    @Test
    void each_fault_is_a_sentence() {
        assertThat(faults(good())).isEmpty();
        assertThat(faults(good(), good())).containsExactly("Two rules are called r.");
        assertThat(faults(rule("grid.visit.made.v1", "case-accepted", Set.of(ChannelName.SMS), Lane.NORMAL, true, "subject")))
                .containsExactly("Rule r is about grid.visit.made.v1, and no offer is for that event.");
        assertThat(faults(rule("grid.case.accepted.v1", "gone", Set.of(ChannelName.SMS), Lane.NORMAL, true, "subject")))
                .containsExactly("Rule r uses template gone, which does not exist.");
        assertThat(faults(rule("grid.case.accepted.v1", "case-accepted", Set.of(ChannelName.EMAIL), Lane.NORMAL, true, "subject")))
                .containsExactly("Rule r sends by EMAIL, and template case-accepted has no text for that in every language.");
        assertThat(faults(rule("grid.case.accepted.v1", "case-accepted", Set.of(), Lane.NORMAL, true, "subject")))
                .containsExactly("Rule r names no channel.");
        assertThat(faults(rule("grid.case.accepted.v1", "case-accepted", Set.of(ChannelName.SMS), Lane.URGENT, true, "subject")))
                .containsExactly("Rule r is urgent and can be muted; urgent messages cannot.");
        assertThat(faults(rule("grid.case.accepted.v1", "case-accepted", Set.of(ChannelName.SMS), Lane.NORMAL, true, "data.reporter")))
                .containsExactly("Rule r names data.reporter; a path is subject, or goes into state or change.");
    }

    private static EventData event(Map<String, Object> state) {
        return new EventData("e1", "grid.case.accepted.v1", "c1", ACTIVE, state, Map.of());
    }

    @Test
    void ids_follow_from_event_rule_recipient_and_channel() {
        Map<String, Object> state = Map.of("number", "DG-1", "reporter", Map.of("kind", "RESIDENT", "id", "r1"));
        var once = good().letters(event(state), TEMPLATE, CASES);
        var twice = good().letters(event(state), TEMPLATE, CASES);
        assertThat(once).isEqualTo(twice).singleElement().satisfies(planned -> {
            assertThat(planned.draft().recipient()).isEqualTo(new Recipient(Recipient.Kind.RESIDENT, "r1"));
            assertThat(planned.draft().letter().version()).isEqualTo(3);
            assertThat(planned.draft().letter().values()).isEqualTo(Map.of("number", "DG-1"));
        });
        var other = new EventData("e2", "grid.case.accepted.v1", "c1", ACTIVE, state, Map.of());
        assertThat(good().letters(other, TEMPLATE, CASES).getFirst().id()).isNotEqualTo(once.getFirst().id());
    }

    @Test
    void nobody_is_written_to_who_is_not_named_not_meant_or_was_told_before_the_rule() {
        assertThat(good().letters(event(Map.of("number", "DG-1")), TEMPLATE, CASES)).as("anonymous").isEmpty();
        assertThat(good().letters(event(Map.of("number", "DG-1", "reporter", Map.of("kind", "LANDLORD", "id", "l1"))), TEMPLATE, CASES))
                .as("the template is not for landlords").isEmpty();
        assertThat(good().letters(event(Map.of("number", "DG-1", "reporter", Map.of("kind", "TEST", "id", "desk"))), TEMPLATE, CASES)).isEmpty();
        assertThat(good().letters(event(Map.of("number", "DG-1", "reporter", "r1")), TEMPLATE, CASES)).isEmpty();
        var early = new EventData("e1", "grid.case.accepted.v1", "c1", ACTIVE.minusMillis(1),
                Map.of("number", "DG-1", "reporter", Map.of("kind", "RESIDENT", "id", "r1")), Map.of());
        assertThat(good().isAbout(early)).isFalse();
        var conditional = new SendingRule("r", "grid.case.accepted.v1", new Addressee(null, "state.reporter"), "case-accepted", Set.of(ChannelName.SMS),
                Lane.NORMAL, true, ACTIVE, new Condition("state.severity", Set.of("GRAVE")), null);
        Map<String, Object> grave = Map.of("number", "1", "severity", "GRAVE", "reporter", Map.of("kind", "RESIDENT", "id", "r1"));
        Map<String, Object> general = Map.of("number", "1", "severity", "GENERAL", "reporter", Map.of("kind", "RESIDENT", "id", "r1"));
        assertThat(conditional.isAbout(event(grave))).isTrue();
        assertThat(conditional.isAbout(event(general))).isFalse();
    }

    @Test
    void an_event_that_breaks_its_promise_is_an_error_and_goes_to_the_dead_letters() {
        Map<String, Object> reporter = Map.of("kind", "RESIDENT", "id", "r1");
        assertThatThrownBy(() -> good().letters(event(Map.of("reporter", reporter)), TEMPLATE, CASES)).hasMessage("the event has no state.number");
        assertThatThrownBy(() -> good().letters(event(Map.of("reporter", reporter, "number", "1", "dueAt", "soon")), TEMPLATE, CASES))
                .hasMessage("state.dueAt is no TIME");
    }
}
