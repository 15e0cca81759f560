package org.xinju.notification.rule;

import java.util.List;
import java.util.Map;

import org.springframework.stereotype.Component;

import org.xinju.events.Received;
import org.xinju.notification.message.Origin;
import org.xinju.notification.sending.Post;
import org.xinju.notification.template.Offers;
import org.xinju.notification.template.Templates;

/** Writes the messages that follow from an event, each once. */
@Component
class LettersOfRules {

    private final RuleBook book;
    private final Templates templates;
    private final Offers offers;
    private final Post post;

    LettersOfRules(RuleBook book, Templates templates, Offers offers, Post post) {
        this.book = book;
        this.templates = templates;
        this.offers = offers;
        this.post = post;
    }

    /** A repeatable step: every delivery of the event ends with the same messages. */
    void write(Received event) {
        var rules = book.on(event.type());
        if (event.snapshot() || rules.isEmpty()) {
            return;
        }
        var data = read(event);
        for (var rule : rules) {
            var origin = new Origin(event.id(), event.type(), rule.name(), event.at());
            planned(rule, data).forEach(planned -> post.post(planned.id(), planned.draft(), origin));
        }
    }

    /** What a rule would write on an event. @throws IllegalArgumentException if the event does not carry what it offers */
    List<SendingRule.Planned> planned(SendingRule rule, EventData event) {
        if (!rule.isAbout(event)) {
            return List.of();
        }
        var template = templates.latest(rule.template())
                .orElseThrow(() -> new IllegalStateException("template " + rule.template() + " was there at start"));
        return rule.letters(event, template, offers.of(template));
    }

    @SuppressWarnings("unchecked")
    private static EventData read(Received event) {
        return new EventData(event.id(), event.type(), event.subject(), event.at(), event.state(Map.class), event.change(Map.class));
    }
}
