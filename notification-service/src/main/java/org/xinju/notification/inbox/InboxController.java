package org.xinju.notification.inbox;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.HttpRequestMethodNotSupportedException;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

import org.xinju.events.Rule;
import org.xinju.notification.message.Messages;
import org.xinju.notification.recipient.Language;
import org.xinju.notification.recipient.OwnRecipients;
import org.xinju.notification.recipient.Recipient;
import org.xinju.privacy.access.Purpose;
import org.xinju.web.Answers;
import org.xinju.web.Caller;
import org.xinju.web.Command;
import org.xinju.web.Cursor;
import org.xinju.web.Looks;
import org.xinju.web.Page;
import org.xinju.web.RejectedException;

/** The caller's inbox. */
@RestController
@RequestMapping("/api/notification/inbox")
class InboxController {

    static final Rule UNKNOWN = Rule.unknown("message-unknown", "product N2");

    private static final int MOST_UNREAD = 100;

    private final Items items;
    private final Messages messages;
    private final OwnRecipients own;
    private final Streams streams;
    private final Looks looks;
    private final Clock clock;

    InboxController(Items items, Messages messages, OwnRecipients own, Streams streams, Looks looks, Clock clock) {
        this.items = items;
        this.messages = messages;
        this.own = own;
        this.streams = streams;
        this.looks = looks;
        this.clock = clock;
    }

    /**
     * @param unread at most 100: that many or more
     * @param position of the newest message of this page, to open the stream after it; null where the page is empty
     */
    record Inbox(List<Item> items, @Nullable String next, int unread, @Nullable String position) {}

    record Nothing() {}

    /** Newest first. */
    @GetMapping
    Inbox read(Caller caller, Locale locale, @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = "20") int limit) {
        var mine = own.of(caller);
        var found = items.newest(mine, Cursor.decode(cursor), "", Cursor.limit(limit) + 1);
        var page = Page.of(found, limit, stored -> stored.state().position(), stored -> stored);
        looked(caller, mine);
        return new Inbox(items.shown(page.items(), Language.of(locale)), page.next(), items.unread(mine, MOST_UNREAD),
                page.items().isEmpty() ? null : page.items().getFirst().state().position());
    }

    /** Marks a message as read; again changes nothing. */
    @PostMapping("/{id}/readings")
    ResponseEntity<Item> markRead(Caller caller, Command command, Locale locale, @PathVariable String id) {
        var message = messages.find(id).orElseThrow(() -> RejectedException.of(UNKNOWN));
        if (!own.owns(caller, message.state().recipient())) {
            throw RejectedException.of(UNKNOWN);
        }
        var now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        var outcome = messages.change(id, command.cause(new Nothing(), 200), m -> m.read(now));
        looked(caller, List.of(message.state().recipient()));
        return Answers.of(outcome, stored -> items.shown(stored, Language.of(locale)));
    }

    /**
     * Server-sent events: {@code ready} with the number of unread messages, {@code message} with a message, {@code read} with the id of one that
     * was read elsewhere, {@code reload} when too much has been missed. A message may come twice; its id tells.
     *
     * @param lastEventId where an earlier stream ended
     * @param after the same for those who cannot set the header, and for the first time: {@code position} of the inbox
     */
    @GetMapping(path = "/stream", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    @ApiResponse(responseCode = "200", content = @Content(mediaType = MediaType.TEXT_EVENT_STREAM_VALUE, schema = @Schema(implementation = String.class)))
    SseEmitter stream(Caller caller, Locale locale, @RequestHeader(name = "Last-Event-ID", required = false) @Nullable String lastEventId,
            @RequestParam(required = false) @Nullable String after, HttpMethod method) throws HttpRequestMethodNotSupportedException {
        if (method.equals(HttpMethod.HEAD)) { // would stay open, and nothing could come on it
            throw new HttpRequestMethodNotSupportedException(method.name());
        }
        var mine = own.of(caller);
        looked(caller, mine);
        return streams.open(caller, mine, Language.of(locale), lastEventId != null ? lastEventId : Objects.requireNonNullElse(after, ""));
    }

    private void looked(Caller caller, List<Recipient> mine) {
        var residents = mine.stream().filter(one -> one.kind() == Recipient.Kind.RESIDENT).map(Recipient::id).toList();
        if (!residents.isEmpty()) {
            looks.record(caller, "inbox.read", Purpose.OWN_DATA, residents, List.of("name", "messages"));
        }
    }
}
