package org.xinju.notification.recipient;

import java.util.List;
import java.util.Objects;
import java.util.Set;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

import org.xinju.events.Change;
import org.xinju.events.Rejection;
import org.xinju.events.Rule;
import org.xinju.notification.recipient.Preferences.Event;
import org.xinju.privacy.access.Purpose;
import org.xinju.web.Answers;
import org.xinju.web.Caller;
import org.xinju.web.Command;
import org.xinju.web.Looks;
import org.xinju.web.RejectedException;

/** How the caller wants to be reached. Who stands for several (a child, an enterprise) names one by {@code ?recipient=RESIDENT/...}. */
@RestController
@RequestMapping("/api/notification/recipients/mine")
class RecipientController {

    static final Rule EMAIL_ADDRESS = Rule.invalid("email-address", "RFC 5321");

    private final Recipients recipients;
    private final OwnRecipients own;
    private final Looks looks;

    RecipientController(Recipients recipients, OwnRecipients own, Looks looks) {
        this.recipients = recipients;
        this.own = own;
        this.looks = looks;
    }

    /** Masked: the person knows the rest. */
    record View(String recipient, @Nullable String name, @Nullable String phone, boolean mobile, @Nullable String email, Language language,
            Set<ChannelName> muted) {}

    record Views(List<View> items) {}

    record Email(@NotNull String address) {}

    record Choice(@NotNull Language language) {}

    record Mute(@NotNull ChannelName channel) {}

    record Nothing() {}

    @GetMapping
    Views mine(Caller caller) {
        var all = own.of(caller);
        var residents = all.stream().filter(one -> one.kind() == Recipient.Kind.RESIDENT).map(Recipient::id).toList();
        looks.record(caller, "recipient.read", Purpose.OWN_DATA, residents, List.of("name", "phone", "email"));
        return new Views(all.stream().map(this::view).toList());
    }

    /** Gives an address, or another one in its place. */
    @PostMapping("/email-addresses")
    ResponseEntity<View> giveEmail(Caller caller, Command command, @RequestParam(required = false) @Nullable String recipient,
            @Valid @RequestBody Email request) {
        var address = EmailAddress.typed(request.address())
                .orElseThrow(() -> new RejectedException(List.of(Rejection.of(EMAIL_ADDRESS).at("address"))));
        var one = own.one(caller, recipient);
        var sealed = recipients.sealedEmail(one, address);
        return change(command, one, request, preferences -> preferences.giveEmail(sealed));
    }

    @PostMapping("/email-addresses/removals")
    ResponseEntity<View> removeEmail(Caller caller, Command command, @RequestParam(required = false) @Nullable String recipient) {
        return change(command, own.one(caller, recipient), new Nothing(), Preferences::removeEmail);
    }

    @PostMapping("/languages")
    ResponseEntity<View> choose(Caller caller, Command command, @RequestParam(required = false) @Nullable String recipient,
            @Valid @RequestBody Choice request) {
        return change(command, own.one(caller, recipient), request, preferences -> preferences.choose(request.language()));
    }

    /** Urgent messages and those the law asks for come all the same. */
    @PostMapping("/mutes")
    ResponseEntity<View> mute(Caller caller, Command command, @RequestParam(required = false) @Nullable String recipient,
            @Valid @RequestBody Mute request) {
        return change(command, own.one(caller, recipient), request, preferences -> preferences.mute(request.channel()));
    }

    @PostMapping("/unmutes")
    ResponseEntity<View> unmute(Caller caller, Command command, @RequestParam(required = false) @Nullable String recipient,
            @Valid @RequestBody Mute request) {
        return change(command, own.one(caller, recipient), request, preferences -> preferences.unmute(request.channel()));
    }

    private interface Wish {
        Change<Preferences, Event> on(Preferences preferences);
    }

    private ResponseEntity<View> change(Command command, Recipient one, Object request, Wish wish) {
        var outcome = recipients.change(one, command.cause(request, 200),
                loaded -> wish.on(loaded.state().orElseGet(() -> Preferences.of(one))));
        return Answers.of(outcome, stored -> view(Objects.requireNonNull(stored.state()).recipient()));
    }

    private View view(Recipient one) {
        var contact = recipients.contact(one);
        return new View(one.key(), recipients.maskedName(contact).orElse(null), recipients.maskedPhone(contact).orElse(null), contact.mobile(),
                recipients.maskedEmail(contact).orElse(null), contact.language(), contact.muted());
    }
}
