package org.xinju.notification.recipient;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.stereotype.Component;

import org.xinju.events.AggregateType;
import org.xinju.events.Aggregates;
import org.xinju.events.Cause;
import org.xinju.events.Decision;
import org.xinju.events.Events;
import org.xinju.events.Outcome;
import org.xinju.notification.recipient.Preferences.Event;
import org.xinju.privacy.FieldClass;
import org.xinju.privacy.Mask;
import org.xinju.privacy.Sealed;
import org.xinju.privacy.Sealing;

/** The only door to what is known of recipients, and to opening it. */
@Component
public class Recipients {

    static final String COLLECTION = "recipients";
    static final String RESIDENT = "resident";

    private final Aggregates<Preferences, Event> store;
    private final Sealing sealing;
    private final TestTargets targets;

    Recipients(Events events, Sealing sealing, TestTargets targets) {
        this.store = events.aggregates(AggregateType.of("notification.recipient", COLLECTION, "notification.recipients", Preferences.class,
                Preferences.Published::of));
        this.sealing = sealing;
        this.targets = targets;
    }

    /**
     * Who may receive test messages, by name.
     *
     * @param testTargets none where nobody shall
     */
    @ConfigurationProperties("xinju.notification")
    record TestTargets(@DefaultValue Map<String, Target> testTargets) {

        record Target(@Nullable String phone, @Nullable String email, @DefaultValue("CHINESE") Language language) {}
    }

    /** The names of those who may receive test messages. */
    public Set<String> testTargets() {
        return targets.testTargets().keySet();
    }

    /** How somebody can be reached now; of a stranger nothing is known. */
    public Contact contact(Recipient recipient) {
        if (recipient.kind() == Recipient.Kind.TEST) {
            return test(recipient);
        }
        var loaded = store.load(recipient.key());
        var preferences = loaded.flatMap(l -> l.state()).orElseGet(() -> Preferences.of(recipient));
        return Contact.of(recipient, loaded.flatMap(l -> l.intake(RESIDENT, ResidentKnown.class)).map(intake -> intake.state()).orElse(null),
                preferences);
    }

    private Contact test(Recipient recipient) {
        var target = Optional.ofNullable(targets.testTargets().get(recipient.id()));
        var phone = target.map(t -> t.phone()).map(number -> sealing.seal(FieldClass.PHONE, recipient.id(), number)).orElse(null);
        var email = target.map(t -> t.email()).map(address -> sealing.seal(FieldClass.EMAIL, recipient.id(), address)).orElse(null);
        return new Contact(recipient, target.isPresent(), null, phone, phone != null, email,
                target.map(t -> t.language()).orElse(Language.CHINESE), Set.of(), List.of());
    }

    Outcome<Preferences> change(Recipient recipient, Cause cause, Decision<Preferences, Event> decision) {
        return store.change(recipient.key(), cause, decision);
    }

    Sealed sealedEmail(Recipient recipient, EmailAddress address) {
        return sealing.seal(FieldClass.EMAIL, recipient.id(), address.text());
    }

    public Optional<String> name(Contact contact) {
        return open(FieldClass.NAME, contact, contact.name());
    }

    public Optional<String> phone(Contact contact) {
        return open(FieldClass.PHONE, contact, contact.phone());
    }

    public Optional<String> email(Contact contact) {
        return open(FieldClass.EMAIL, contact, contact.email());
    }

    public Optional<String> maskedName(Contact contact) {
        return name(contact).map(Mask::name);
    }

    public Optional<String> maskedPhone(Contact contact) {
        return phone(contact).map(Mask::phone);
    }

    public Optional<String> maskedEmail(Contact contact) {
        return email(contact).map(EmailAddress::masked);
    }

    private Optional<String> open(FieldClass field, Contact contact, @Nullable Sealed sealed) {
        return Optional.ofNullable(sealed).map(value -> sealing.open(field, contact.recipient().id(), value));
    }
}
