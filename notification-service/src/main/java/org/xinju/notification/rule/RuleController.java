package org.xinju.notification.rule;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

import org.xinju.events.Rule;
import org.xinju.notification.message.Reason;
import org.xinju.notification.recipient.ChannelName;
import org.xinju.notification.recipient.Language;
import org.xinju.notification.recipient.Recipient;
import org.xinju.notification.sending.Forecast;
import org.xinju.notification.template.Offers;
import org.xinju.notification.template.SmsLength;
import org.xinju.notification.template.Templates;
import org.xinju.notification.template.Text;
import org.xinju.notification.template.Variable;
import org.xinju.notification.template.Wording;
import org.xinju.web.Caller;
import org.xinju.web.RejectedException;
import org.xinju.web.Role;

/** The rules, and what one would do. */
@RestController
@RequestMapping("/api/notification/rules")
class RuleController {

    static final Rule UNKNOWN = Rule.unknown("sending-rule-unknown", "product N4");
    static final Rule EVENT = Rule.invalid("dry-run-event", "product N5");

    private static final Role[] READERS = {Role.EDITOR, Role.COMMAND_ROOM, Role.ADMINISTRATOR, Role.OPERATOR};

    private final RuleBook book;
    private final LettersOfRules letters;
    private final Templates templates;
    private final Offers offers;
    private final Wording wording;
    private final Forecast forecast;

    RuleController(RuleBook book, LettersOfRules letters, Templates templates, Offers offers, Wording wording, Forecast forecast) {
        this.book = book;
        this.letters = letters;
        this.templates = templates;
        this.offers = offers;
        this.wording = wording;
        this.forecast = forecast;
    }

    record Rules(List<SendingRule> items) {}

    /** An event as it is on the topic; null stands for an event of now, about nobody, that says nothing. */
    record DryRun(@NotNull String subject, @Nullable Map<String, Object> state, @Nullable Map<String, Object> change) {}

    /**
     * What would be written.
     *
     * @param reason why it would not go, or would wait, at this moment; null: it would go
     * @param texts with a made-up name, secrets hidden
     */
    record Would(Recipient recipient, ChannelName channel, String lane, @Nullable Reason reason, Map<Language, Text> texts,
            @Nullable SmsLength sms) {}

    record Woulds(List<Would> items) {}

    @GetMapping
    Rules list(Caller caller) {
        caller.require(READERS);
        return new Rules(book.all());
    }

    /** Sends nothing and keeps nothing. */
    @PostMapping("/{name}/dry-runs")
    Woulds dryRun(Caller caller, @PathVariable String name, @Valid @RequestBody DryRun request) {
        caller.require(READERS);
        var rule = book.find(name).orElseThrow(() -> RejectedException.of(UNKNOWN));
        var event = new EventData("dry-run", rule.event(), request.subject(), rule.activeFrom(),
                request.state() == null ? Map.of() : request.state(), request.change() == null ? Map.of() : request.change());
        try {
            return new Woulds(letters.planned(rule, event).stream().map(this::would).toList());
        } catch (IllegalArgumentException e) {
            throw RejectedException.of(EVENT, String.valueOf(e.getMessage()));
        }
    }

    private Would would(SendingRule.Planned planned) {
        var draft = planned.draft();
        var template = templates.version(draft.letter().template(), draft.letter().version())
                .orElseThrow(() -> RejectedException.of(UNKNOWN));
        var offer = offers.of(template);
        var values = new java.util.HashMap<>(draft.letter().values());
        offer.variables().forEach((variable, how) -> {
            if (how.as() == Variable.Form.SEALED_CODE) {
                values.put(variable, "******");
            }
        });
        var texts = new EnumMap<Language, Text>(Language.class);
        for (var language : Language.values()) {
            texts.put(language, wording.shown(template, offer, draft.channel(), language, values));
        }
        var chinese = new ArrayList<>(texts.values()).getFirst();
        return new Would(draft.recipient(), draft.channel(), draft.lane().name(), forecast.reason(draft), texts,
                draft.channel() == ChannelName.SMS ? SmsLength.of(chinese.body()) : null);
    }
}
