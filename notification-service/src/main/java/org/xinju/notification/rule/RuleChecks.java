package org.xinju.notification.rule;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;

import org.xinju.notification.message.Lane;
import org.xinju.notification.recipient.Language;
import org.xinju.notification.template.Offer;
import org.xinju.notification.template.Template;

/** What is wrong with the rules, a sentence each; found at start. */
final class RuleChecks {

    private final Function<String, @Nullable Offer> offerOfEvent;
    private final Function<String, @Nullable Template> templates;
    private final List<String> faults = new ArrayList<>();

    private RuleChecks(Function<String, @Nullable Offer> offerOfEvent, Function<String, @Nullable Template> templates) {
        this.offerOfEvent = offerOfEvent;
        this.templates = templates;
    }

    /**
     * @param offerOfEvent null where no offer is for an event
     * @param templates by name, null where there is none
     */
    static List<String> faults(List<SendingRule> rules, Function<String, @Nullable Offer> offerOfEvent,
            Function<String, @Nullable Template> templates) {
        var checks = new RuleChecks(offerOfEvent, templates);
        var names = new HashSet<String>();
        for (var rule : rules) {
            if (!names.add(rule.name())) {
                checks.faults.add("Two rules are called " + rule.name() + ".");
            }
            checks.rule(rule);
        }
        return checks.faults;
    }

    private void rule(SendingRule rule) {
        var offer = offerOfEvent.apply(rule.event());
        var template = templates.apply(rule.template());
        if (offer == null) {
            fault(rule, "is about " + rule.event() + ", and no offer is for that event");
        }
        if (template == null) {
            fault(rule, "uses template " + rule.template() + ", which does not exist");
        }
        if (offer != null && template != null && !template.offer().equals(offer.name())) {
            fault(rule, "uses template " + template.name() + " with the variables of " + template.offer() + ", but its event offers those of "
                    + offer.name());
        }
        if (template != null) {
            channels(rule, template);
        }
        if (rule.lane() == Lane.URGENT && rule.mutable()) {
            fault(rule, "is urgent and can be muted; urgent messages cannot");
        }
        paths(rule);
    }

    private void channels(SendingRule rule, Template template) {
        if (rule.channels().isEmpty()) {
            fault(rule, "names no channel");
        }
        for (var channel : rule.channels().stream().sorted().toList()) {
            var texts = template.texts().get(channel);
            if (texts == null || !texts.keySet().containsAll(List.of(Language.values()))) {
                fault(rule, "sends by " + channel + ", and template " + template.name() + " has no text for that in every language");
            }
        }
    }

    private void paths(SendingRule rule) {
        path(rule, rule.recipient().path());
        if (rule.when() != null) {
            path(rule, rule.when().path());
        }
        if (rule.expires() != null) {
            path(rule, rule.expires());
        }
    }

    private void path(SendingRule rule, String path) {
        if (!EventData.isPath(path)) {
            fault(rule, "names " + path + "; a path is subject, or goes into state or change");
        }
    }

    private void fault(SendingRule rule, String what) {
        faults.add("Rule " + rule.name() + " " + what + ".");
    }
}
