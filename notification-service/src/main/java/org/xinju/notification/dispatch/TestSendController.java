package org.xinju.notification.dispatch;

import java.net.URI;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

import org.xinju.events.Ids;
import org.xinju.events.Rejection;
import org.xinju.events.Rule;
import org.xinju.events.Stored;
import org.xinju.notification.message.Lane;
import org.xinju.notification.message.Letter;
import org.xinju.notification.message.Origin;
import org.xinju.notification.recipient.ChannelName;
import org.xinju.notification.recipient.Recipient;
import org.xinju.notification.recipient.Recipients;
import org.xinju.notification.sending.Draft;
import org.xinju.notification.sending.Post;
import org.xinju.notification.template.Offer;
import org.xinju.notification.template.Offers;
import org.xinju.notification.template.Template;
import org.xinju.notification.template.Templates;
import org.xinju.notification.template.Variable;
import org.xinju.privacy.FieldClass;
import org.xinju.privacy.Sealing;
import org.xinju.web.Caller;
import org.xinju.web.Command;
import org.xinju.web.RejectedException;
import org.xinju.web.Role;

/** Sends a template with sample values over the real way to somebody from configuration, so that an editor sees it on a phone first. */
@RestController
@RequestMapping("/api/notification/test-sends")
class TestSendController {

    static final Rule TEMPLATE = Rule.invalid("test-template", "product N5");
    static final Rule TARGET = Rule.invalid("test-target", "product N5");
    static final Rule CHANNEL = Rule.invalid("test-channel", "product N5");

    private static final String TEST = "test";

    private final Templates templates;
    private final Offers offers;
    private final Recipients recipients;
    private final Post post;
    private final Sealing sealing;
    private final Clock clock;

    TestSendController(Templates templates, Offers offers, Recipients recipients, Post post, Sealing sealing, Clock clock) {
        this.templates = templates;
        this.offers = offers;
        this.recipients = recipients;
        this.post = post;
        this.sealing = sealing;
        this.clock = clock;
    }

    /** @param target name of a test target of the configuration: an address cannot be given, or this would be a way to write to anybody */
    record TestSend(@NotNull String template, @NotNull ChannelName channel, @NotNull String target) {}

    /** @param id of the message; the dispatch log tells what becomes of it */
    record Posted(String id) {}

    @PostMapping
    ResponseEntity<Posted> send(Caller caller, Command command, @Valid @RequestBody TestSend request) {
        caller.require(Role.EDITOR);
        var template = templates.find(request.template()).map(Stored::state).orElseThrow(() -> refused(TEMPLATE, "template"));
        if (!recipients.testTargets().contains(request.target())) {
            throw refused(TARGET, "target", String.join(", ", recipients.testTargets().stream().sorted().toList()));
        }
        if (request.channel() == ChannelName.INBOX || !template.texts().containsKey(request.channel())) {
            throw refused(CHANNEL, "channel");
        }
        var origin = new Origin(command.createdId(), TEST, TEST, clock.instant().truncatedTo(ChronoUnit.MILLIS));
        var id = Ids.derive(command.createdId(), TEST).toString();
        post.post(id, draft(template, request), origin);
        return ResponseEntity.created(URI.create("/api/notification/dispatches/" + id)).body(new Posted(id));
    }

    private Draft draft(Template template, TestSend request) {
        var recipient = new Recipient(Recipient.Kind.TEST, request.target());
        var letter = new Letter(template.name(), template.version(), samples(offers.of(template), request.target()));
        return new Draft(recipient, request.channel(), Lane.URGENT, false, letter, null);
    }

    private Map<String, String> samples(Offer offer, String target) {
        var values = new HashMap<String, String>();
        offer.variables().forEach((name, variable) -> values.put(name, variable.as() == Variable.Form.SEALED_CODE
                ? sealing.seal(FieldClass.CODE, target, variable.sample()).text() : variable.sample()));
        return values;
    }

    private static RejectedException refused(Rule rule, String field, Object... arguments) {
        return new RejectedException(List.of(Rejection.of(rule, arguments).at(field)));
    }
}
