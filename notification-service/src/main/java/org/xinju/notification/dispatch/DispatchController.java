package org.xinju.notification.dispatch;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

import org.xinju.events.Rejection;
import org.xinju.events.Rule;
import org.xinju.events.Stored;
import org.xinju.notification.message.Message;
import org.xinju.notification.message.MessageFilter;
import org.xinju.notification.message.Messages;
import org.xinju.notification.message.Progress;
import org.xinju.notification.message.Reason;
import org.xinju.notification.recipient.ChannelName;
import org.xinju.notification.recipient.Recipient;
import org.xinju.notification.recipient.Recipients;
import org.xinju.privacy.access.Purpose;
import org.xinju.web.Caller;
import org.xinju.web.Cursor;
import org.xinju.web.Looks;
import org.xinju.web.Page;
import org.xinju.web.RejectedException;
import org.xinju.web.Role;
import org.xinju.web.Words;

/** The dispatch log. Ids of recipients are no personal data; where a message went is shown masked, to those who work for the recipient's area. */
@RestController
@RequestMapping("/api/notification/dispatches")
class DispatchController {

    static final Rule UNKNOWN = Rule.unknown("message-unknown", "product N5");
    static final Rule STATE = Rule.invalid("dispatch-state", "product N5");
    static final Rule REASON = Rule.invalid("dispatch-reason", "product N5");

    private static final Set<String> STATES = Set.of("QUEUED", "SENT", "DELIVERED", "FAILED", "SKIPPED");

    private final Messages messages;
    private final Recipients recipients;
    private final Words words;
    private final Looks looks;

    DispatchController(Messages messages, Recipients recipients, Words words, Looks looks) {
        this.messages = messages;
        this.recipients = recipients;
        this.words = words;
        this.looks = looks;
    }

    /** @param why the reason in words */
    record Dispatch(String id, String recipient, ChannelName channel, String lane, String template, int version, String rule, String event,
            String eventType, String state, @Nullable Reason reason, @Nullable String why, int attempts, @Nullable String providerId, Instant at,
            @Nullable Instant readAt) {}

    /** @param name masked; null where it is not known or not for the caller, as the other two */
    record Detail(Dispatch dispatch, @Nullable String name, @Nullable String phone, @Nullable String email) {}

    /** Newest first. */
    @GetMapping
    Page<Dispatch> list(Caller caller, Locale locale, @RequestParam(required = false) @Nullable String recipient,
            @RequestParam(required = false) @Nullable String event, @RequestParam(required = false) @Nullable String state,
            @RequestParam(required = false) @Nullable String reason, @RequestParam(required = false) @Nullable ChannelName channel,
            @RequestParam(required = false) @Nullable String cursor, @RequestParam(defaultValue = "100") int limit) {
        caller.require(Role.EDITOR, Role.OPERATOR, Role.COMMAND_ROOM);
        var found = messages.newest(new MessageFilter(recipient, event, state(state), reason(reason), channel), Cursor.decode(cursor),
                Cursor.limit(limit) + 1);
        return Page.of(found, limit, stored -> stored.state().position(), stored -> dispatch(stored, locale));
    }

    @GetMapping("/{id}")
    Detail read(Caller caller, Locale locale, @PathVariable String id) {
        caller.require(Role.EDITOR, Role.OPERATOR, Role.COMMAND_ROOM);
        var stored = messages.find(id).orElseThrow(() -> RejectedException.of(UNKNOWN));
        var contact = recipients.contact(stored.state().recipient());
        if (!caller.is(Role.EDITOR, Role.COMMAND_ROOM) || !caller.covers(contact.within())) {
            return new Detail(dispatch(stored, locale), null, null, null);
        }
        if (stored.state().recipient().kind() == Recipient.Kind.RESIDENT) {
            looks.record(caller, "dispatch.read", Purpose.NOTICE, List.of(stored.state().recipient().id()), List.of("name", "phone", "email"));
        }
        return new Detail(dispatch(stored, locale), recipients.maskedName(contact).orElse(null), recipients.maskedPhone(contact).orElse(null),
                recipients.maskedEmail(contact).orElse(null));
    }

    private Dispatch dispatch(Stored<Message> stored, Locale locale) {
        var m = stored.state();
        var why = m.progress().why();
        return new Dispatch(stored.id(), m.recipient().key(), m.channel(), m.lane().name(), m.letter().template(), m.letter().version(),
                m.origin().rule(), m.origin().event(), m.origin().type(), m.progress().state(), why,
                why == null ? null : words.of("reason." + why, locale), m.progress() instanceof Progress.Queued queued ? queued.attempts() : 0,
                m.progress() instanceof Progress.Sent sent ? sent.providerId() : null, m.progress().at(), m.readAt());
    }

    private static @Nullable String state(@Nullable String name) {
        if (name != null && !STATES.contains(name)) {
            throw new RejectedException(List.of(Rejection.of(STATE, String.join(", ", STATES.stream().sorted().toList())).at("state")));
        }
        return name;
    }

    private static @Nullable Reason reason(@Nullable String name) {
        return name == null ? null : Arrays.stream(Reason.values()).filter(reason -> reason.name().equals(name)).findFirst()
                .orElseThrow(() -> new RejectedException(List.of(Rejection.of(REASON,
                        String.join(", ", Arrays.stream(Reason.values()).map(Reason::name).toList())).at("reason"))));
    }
}
