package org.xinju.notification.recipient;

import java.util.EnumSet;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import org.xinju.events.Change;
import org.xinju.events.Rule;
import org.xinju.privacy.Sealed;

/**
 * What a recipient has told us; before that: Chinese, nothing muted, no e-mail.
 *
 * @param email bound to the recipient's id, null when none is given
 * @param muted by which channels the person does not want to be reached
 */
public record Preferences(Recipient recipient, @Nullable Sealed email, Language language, Set<ChannelName> muted) {

    static final Rule INBOX_STAYS = Rule.invalid("channel-not-mutable", "product N3");
    static final Rule NO_EMAIL = Rule.conflict("no-email-address", "product N3");

    /** What happens to it. */
    sealed interface Event {

        record EmailGiven() implements Event {}

        record EmailRemoved() implements Event {}

        record LanguageChosen(Language language) implements Event {}

        record Muted(ChannelName channel) implements Event {}

        record Unmuted(ChannelName channel) implements Event {}
    }

    /** What others may know. */
    record Published(Recipient recipient, boolean email, Language language, Set<ChannelName> muted) {
        static Published of(Preferences p) {
            return new Published(p.recipient, p.email != null, p.language, p.muted);
        }
    }

    public Preferences {
        muted = Set.copyOf(muted);
    }

    static Preferences of(Recipient recipient) {
        return new Preferences(recipient, null, Language.CHINESE, Set.of());
    }

    Change<Preferences, Event> giveEmail(Sealed address) {
        return Change.of(new Preferences(recipient, address, language, muted), new Event.EmailGiven());
    }

    Change<Preferences, Event> removeEmail() {
        return email == null ? Change.rejected(NO_EMAIL)
                : Change.of(new Preferences(recipient, null, language, muted), new Event.EmailRemoved());
    }

    Change<Preferences, Event> choose(Language other) {
        return other == language ? Change.unchanged(this)
                : Change.of(new Preferences(recipient, email, other, muted), new Event.LanguageChosen(other));
    }

    Change<Preferences, Event> mute(ChannelName channel) {
        if (channel == ChannelName.INBOX) {
            return Change.rejected(INBOX_STAYS);
        }
        return muted.contains(channel) ? Change.unchanged(this)
                : Change.of(new Preferences(recipient, email, language, with(channel)), new Event.Muted(channel));
    }

    Change<Preferences, Event> unmute(ChannelName channel) {
        return !muted.contains(channel) ? Change.unchanged(this)
                : Change.of(new Preferences(recipient, email, language, without(channel)), new Event.Unmuted(channel));
    }

    private Set<ChannelName> with(ChannelName channel) {
        var all = EnumSet.of(channel);
        all.addAll(muted);
        return all;
    }

    private Set<ChannelName> without(ChannelName channel) {
        var all = EnumSet.noneOf(ChannelName.class);
        all.addAll(muted);
        all.remove(channel);
        return all;
    }
}
