package org.xinju.notification.template;

import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.xinju.events.Change;
import org.xinju.events.Rule;
import org.xinju.notification.recipient.ChannelName;
import org.xinju.notification.recipient.Language;
import org.xinju.notification.recipient.Recipient;

/**
 * A template in its current version; earlier ones are kept beside it.
 *
 * @param offer which variables its texts may use
 * @param audiences whom it is written for
 * @param version from 1
 * @param builtIn whether this version came with the program and no editor has written it
 */
public record Template(String name, String offer, Set<Recipient.Kind> audiences, int version, boolean builtIn,
        Map<ChannelName, Map<Language, Text>> texts) {

    static final Rule UNKNOWN = Rule.unknown("template-unknown", "product N1");
    static final Rule OFFER_NEEDED = Rule.invalid("template-offer", "product N1: strict variables");

    /** What happens to a template. */
    sealed interface Event {

        record VersionSaved(int version) implements Event {}
    }

    /** What others may know: not the words. */
    record Published(String name, String offer, int version, boolean builtIn, Set<ChannelName> channels) {
        static Published of(Template t) {
            return new Published(t.name, t.offer, t.version, t.builtIn, t.texts.keySet());
        }
    }

    public Template {
        audiences = Set.copyOf(audiences);
        texts = Map.copyOf(texts);
    }

    /** A template before its first version is saved. */
    static Template none(String name, String offer) {
        return new Template(name, offer, Set.of(), 0, true, Map.of());
    }

    Change<Template, Event> save(Set<Recipient.Kind> newAudiences, Map<ChannelName, Map<Language, Text>> newTexts, boolean isBuiltIn) {
        if (newAudiences.equals(audiences) && newTexts.equals(texts)) {
            return Change.unchanged(this);
        }
        var next = new Template(name, offer, newAudiences, version + 1, isBuiltIn, newTexts);
        return Change.of(next, new Event.VersionSaved(next.version));
    }

    /** Empty where there is no text for this channel; Chinese where there is none in this language. */
    public Optional<Text> text(ChannelName channel, Language language) {
        return Optional.ofNullable(texts.get(channel))
                .map(languages -> Optional.ofNullable(languages.get(language)).orElseGet(() -> languages.get(Language.CHINESE)));
    }

    public boolean isFor(Recipient.Kind kind) {
        return audiences.contains(kind) || kind == Recipient.Kind.TEST;
    }
}
