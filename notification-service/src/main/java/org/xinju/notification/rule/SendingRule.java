package org.xinju.notification.rule;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import org.xinju.events.Ids;
import org.xinju.notification.message.Lane;
import org.xinju.notification.message.Letter;
import org.xinju.notification.recipient.ChannelName;
import org.xinju.notification.recipient.Recipient;
import org.xinju.notification.sending.Draft;
import org.xinju.notification.template.Offer;
import org.xinju.notification.template.Template;

/**
 * What is sent on an event.
 *
 * @param event type of the event
 * @param mutable whether the person may do without it
 * @param activeFrom events from before this are not written about
 * @param when only on events for which this holds; null: on all
 * @param expires path of the moment from which on the message has no use, null: never
 */
record SendingRule(String name, String event, Addressee recipient, String template, Set<ChannelName> channels, Lane lane, boolean mutable,
        Instant activeFrom, @Nullable Condition when, @Nullable String expires) {

    /** Who is written to: an object with kind and id at {@code path}, or of the given kind the id at {@code path}. */
    record Addressee(Recipient.@Nullable Kind kind, String path) {}

    /** The field at {@code path} has one of the values. */
    record Condition(String path, Set<String> in) {}

    /** A message that follows from an event. */
    record Planned(String id, Draft draft) {}

    SendingRule {
        channels = Set.copyOf(channels);
    }

    /** Whether this rule is in force for an event of its type. */
    boolean isAbout(EventData data) {
        return !data.at().isBefore(activeFrom) && (when == null || data.text(when.path()).filter(when.in()::contains).isPresent());
    }

    /**
     * What this rule writes on an event that it {@link #isAbout}. Ids follow from event, rule, recipient and channel.
     *
     * @return none where the event names nobody whom the template is for
     * @throws IllegalArgumentException if the event does not carry what it offers
     */
    List<Planned> letters(EventData data, Template text, Offer offer) {
        var addressed = addressed(data).filter(who -> text.isFor(who.kind()));
        if (addressed.isEmpty()) {
            return List.of();
        }
        var letter = new Letter(text.name(), text.version(), values(data, offer));
        var expiresAt = expires == null ? null : data.text(expires).map(SendingRule::moment).orElse(null);
        return channels.stream().sorted().map(channel -> new Planned(
                Ids.derive(data.id(), name, addressed.get().key(), channel.name()).toString(),
                new Draft(addressed.get(), channel, lane, mutable, letter, expiresAt))).toList();
    }

    private Optional<Recipient> addressed(EventData data) {
        var fixed = recipient.kind();
        if (fixed != null) {
            return data.text(recipient.path()).map(id -> new Recipient(fixed, id));
        }
        return data.text(recipient.path() + ".kind").flatMap(SendingRule::kind)
                .flatMap(kind -> data.text(recipient.path() + ".id").map(id -> new Recipient(kind, id)));
    }

    /** A kind that this service does not write to is nobody. */
    private static Optional<Recipient.Kind> kind(String name) {
        return Arrays.stream(Recipient.Kind.values()).filter(kind -> kind != Recipient.Kind.TEST && kind.name().equals(name)).findFirst();
    }

    private static Map<String, String> values(EventData data, Offer offer) {
        var values = new LinkedHashMap<String, String>();
        offer.variables().forEach((variable, how) -> {
            var value = data.text(how.path());
            if (value.isEmpty() && !how.optional()) {
                throw new IllegalArgumentException("the event has no " + how.path());
            }
            value.ifPresent(text -> {
                if (!how.as().takes(text)) {
                    throw new IllegalArgumentException(how.path() + " is no " + how.as());
                }
                values.put(variable, text);
            });
        });
        return values;
    }

    private static Instant moment(String text) {
        try {
            return Instant.parse(text);
        } catch (DateTimeException e) {
            throw new IllegalArgumentException("the moment at which it expires cannot be read", e);
        }
    }
}
