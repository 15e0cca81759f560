package org.xinju.notification.template;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import org.xinju.notification.recipient.ChannelName;
import org.xinju.notification.recipient.Language;
import org.xinju.privacy.FieldClass;
import org.xinju.privacy.Sealed;
import org.xinju.privacy.Sealing;
import org.xinju.web.Words;

/** Makes the text that somebody reads from a template and the values of an event. */
@Component
public class Wording {

    private static final ZoneId NINGBO = ZoneId.of("Asia/Shanghai");

    private final Words words;
    private final Sealing sealing;

    Wording(Words words, Sealing sealing) {
        this.words = words;
        this.sealing = sealing;
    }

    /**
     * @param values of the offer's variables as they stood in the event
     * @param name of the person, null where it is not known
     * @param recipientId to which a sealed value is bound
     */
    public Text text(Template template, Offer offer, ChannelName channel, Language language, Map<String, String> values, @Nullable String name,
            String recipientId) {
        var text = template.text(channel, language)
                .orElseThrow(() -> new IllegalStateException("template " + template.name() + " has no text for " + channel));
        var filledIn = written(offer, language, values, recipientId);
        filledIn.put(Offer.GREETING, name == null ? words.of("greeting", language.locale()) : words.of("greeting.name", language.locale(), name));
        var subject = text.subject() == null ? null : Mustaches.fill(text.subject(), filledIn).strip();
        return Signature.sign(new Text(subject, Mustaches.fill(text.body(), filledIn).strip()), channel, language);
    }

    private Map<String, @Nullable String> written(Offer offer, Language language, Map<String, String> values, String recipientId) {
        var written = new HashMap<String, @Nullable String>();
        offer.variables().forEach((variable, how) -> {
            var value = values.get(variable);
            written.put(variable, value == null ? null : written(variable, how.as(), value, language.locale(), recipientId));
        });
        return written;
    }

    private String written(String variable, Variable.Form form, String value, Locale locale, String recipientId) {
        return switch (form) {
            case TEXT -> value;
            case TIME -> DateTimeFormatter.ofPattern(words.of("format.time", locale), locale).format(Instant.parse(value).atZone(NINGBO));
            case DAY -> DateTimeFormatter.ofPattern(words.of("format.day", locale), locale).format(LocalDate.parse(value));
            case POINTS -> value.contains(".") ? value.replaceAll("0+$", "").replaceAll("\\.$", "") : value;
            case WORDS -> inWords("word." + variable, value, locale);
            case SEALED_CODE -> sealing.open(FieldClass.CODE, recipientId, new Sealed(value));
        };
    }

    private String inWords(String key, String code, Locale locale) {
        for (var part = code; !part.isEmpty(); part = part.substring(0, Math.max(0, part.lastIndexOf('.')))) {
            var found = words.of(key + "." + part, locale);
            if (!found.equals(key + "." + part)) {
                return found;
            }
        }
        return words.of(key, locale);
    }

    /** What people would read with the offer's sample values. */
    public Text sample(Template template, Offer offer, ChannelName channel, Language language) {
        var values = new HashMap<String, String>();
        offer.variables().forEach((name, variable) -> values.put(name, variable.sample()));
        return shown(template, offer, channel, language, values);
    }

    /** What somebody would read, shown to staff: with a made-up name, and secrets as they stand in {@code values}. */
    public Text shown(Template template, Offer offer, ChannelName channel, Language language, Map<String, String> values) {
        var plain = new HashMap<String, Variable>();
        offer.variables().forEach((name, variable) -> plain.put(name, variable.as() == Variable.Form.SEALED_CODE
                ? new Variable(variable.path(), Variable.Form.TEXT, variable.optional(), variable.sample()) : variable));
        return text(template, new Offer(offer.name(), offer.topic(), offer.events(), plain), channel, language, values,
                words.of("sample.name", language.locale()), "");
    }
}
