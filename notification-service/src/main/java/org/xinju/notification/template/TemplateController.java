package org.xinju.notification.template;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

import org.xinju.events.Rejection;
import org.xinju.events.Rule;
import org.xinju.events.Stored;
import org.xinju.notification.recipient.ChannelName;
import org.xinju.notification.recipient.Language;
import org.xinju.notification.recipient.Recipient;
import org.xinju.web.Answers;
import org.xinju.web.Caller;
import org.xinju.web.Command;
import org.xinju.web.Cursor;
import org.xinju.web.Page;
import org.xinju.web.RejectedException;
import org.xinju.web.Role;

/** Templates as editors see them. */
@RestController
@RequestMapping("/api/notification/templates")
class TemplateController {

    static final Rule NAME = Rule.invalid("template-name", "product N1");
    static final Rule CHANNEL_IN_USE = Rule.conflict("template-channel-in-use", "product N4");

    private static final Role[] READERS = {Role.EDITOR, Role.COMMAND_ROOM, Role.ADMINISTRATOR, Role.OPERATOR};

    private final Templates templates;
    private final Offers offers;
    private final Wording wording;
    private final TemplateUse use;

    TemplateController(Templates templates, Offers offers, Wording wording, TemplateUse use) {
        this.templates = templates;
        this.offers = offers;
        this.wording = wording;
        this.use = use;
    }

    /** @param usedFor channels for which rules need texts */
    record View(String name, String offer, Set<String> variables, Set<Recipient.Kind> audiences, int version, boolean builtIn,
            Set<ChannelName> usedFor, Map<ChannelName, Map<Language, Text>> texts) {}

    /** @param offer only for a template that does not exist yet */
    record Version(@Nullable String offer, @NotNull Set<Recipient.Kind> audiences, @NotNull Map<ChannelName, Map<Language, Text>> texts) {}

    /** @param sms how long it is; null for other channels */
    record Preview(@Nullable String subject, String body, @Nullable SmsLength sms) {}

    /** @param texts to look at before they are saved; null: those that are saved */
    record Wish(@Nullable String offer, @Nullable Map<ChannelName, Map<Language, Text>> texts) {}

    record Previews(Map<ChannelName, Map<Language, Preview>> texts) {}

    @GetMapping
    Page<View> list(Caller caller, @RequestParam(required = false) @Nullable String cursor, @RequestParam(defaultValue = "100") int limit) {
        caller.require(READERS);
        return Page.of(templates.page(Cursor.decode(cursor), Cursor.limit(limit) + 1), limit, Stored::id, stored -> view(stored.state()));
    }

    @GetMapping("/{name}")
    ResponseEntity<View> read(Caller caller, @PathVariable String name) {
        caller.require(READERS);
        return Answers.found(existing(name), stored -> view(stored.state()));
    }

    @GetMapping("/{name}/versions/{version}")
    View version(Caller caller, @PathVariable String name, @PathVariable int version) {
        caller.require(READERS);
        return templates.version(name, version).map(this::view).orElseThrow(() -> RejectedException.of(Template.UNKNOWN));
    }

    /** Saves the next version; it is used from the next message on. */
    @PostMapping("/{name}/versions")
    ResponseEntity<View> save(Caller caller, Command command, @PathVariable String name, @Valid @RequestBody Version request) {
        caller.require(Role.EDITOR);
        if (!name.matches("[a-z0-9]+(?:-[a-z0-9]+)*") || name.length() > 60) {
            throw new RejectedException(List.of(Rejection.of(NAME).at("name")));
        }
        var offer = offer(name, request.offer());
        requireSound(name, offer, request.texts());
        var outcome = templates.change(name, command.cause(request, HttpStatus.CREATED.value()),
                loaded -> loaded.state().orElseGet(() -> Template.none(name, offer.name())).save(request.audiences(), request.texts(), false));
        return Answers.of(outcome, stored -> view(stored.state()));
    }

    /** What people would read, with sample values. */
    @PostMapping("/{name}/previews")
    Previews preview(Caller caller, @PathVariable String name, @RequestBody Wish request) {
        caller.require(READERS);
        var offer = offer(name, request.offer());
        if (request.texts() != null) {
            requireSound(name, offer, request.texts());
        }
        var template = request.texts() == null ? existing(name).state()
                : new Template(name, offer.name(), Set.of(), 0, false, request.texts());
        var previews = new LinkedHashMap<ChannelName, Map<Language, Preview>>();
        template.texts().forEach((channel, languages) -> {
            var inLanguages = new LinkedHashMap<Language, Preview>();
            languages.keySet().forEach(language -> inLanguages.put(language, preview(template, offer, channel, language)));
            previews.put(channel, inLanguages);
        });
        return new Previews(previews);
    }

    private Preview preview(Template template, Offer offer, ChannelName channel, Language language) {
        var text = wording.sample(template, offer, channel, language);
        return new Preview(text.subject(), text.body(), channel == ChannelName.SMS ? SmsLength.of(text.body()) : null);
    }

    private Offer offer(String name, @Nullable String named) {
        var known = templates.find(name).map(stored -> stored.state().offer());
        return offers.find(known.orElse(named == null ? "" : named)).orElseThrow(() -> new RejectedException(List.of(
                Rejection.of(Template.OFFER_NEEDED, String.join(", ", offers.all().stream().map(Offer::name).toList())).at("offer"))));
    }

    private void requireSound(String name, Offer offer, Map<ChannelName, Map<Language, Text>> texts) {
        var faults = new ArrayList<>(TextChecks.faults(offer, texts));
        use.channels(name).stream().filter(channel -> !texts.containsKey(channel)).sorted()
                .forEach(channel -> faults.add(Rejection.of(CHANNEL_IN_USE, channel).at("texts." + channel)));
        if (!faults.isEmpty()) {
            throw new RejectedException(faults);
        }
    }

    private View view(Template t) {
        return new View(t.name(), t.offer(), offers.of(t).names(), t.audiences(), t.version(), t.builtIn(), use.channels(t.name()), t.texts());
    }

    private Stored<Template> existing(String name) {
        return templates.find(name).orElseThrow(() -> RejectedException.of(Template.UNKNOWN));
    }
}
