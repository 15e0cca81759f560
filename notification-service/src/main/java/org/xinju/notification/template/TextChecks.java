package org.xinju.notification.template;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import com.samskivert.mustache.MustacheException;
import org.jspecify.annotations.Nullable;

import org.xinju.events.Rejection;
import org.xinju.events.Rule;
import org.xinju.notification.recipient.ChannelName;
import org.xinju.notification.recipient.Language;

/** What is wrong with the texts of a template; found when it is saved, not when it is sent. */
final class TextChecks {

    static final Rule SYNTAX = Rule.invalid("template-syntax", "product N1: strict variables");
    static final Rule VARIABLE = Rule.invalid("template-variable", "product N1: strict variables");
    static final Rule OPTIONAL = Rule.invalid("template-variable-optional", "product N1: strict variables");
    static final Rule LANGUAGE = Rule.invalid("template-language", "product N1: zh-CN first, en");
    static final Rule SUBJECT = Rule.invalid("template-subject", "product N1");
    static final Rule EMPTY = Rule.invalid("template-empty", "product N1");
    static final Rule TOO_LONG = Rule.invalid("template-too-long", "product N1");

    private static final int MOST_SMS_PARTS = 5;
    private static final int LONGEST_BODY = 10_000;
    private static final int LONGEST_SUBJECT = 120;

    private final Offer offer;
    private final List<Rejection> faults = new ArrayList<>();

    private TextChecks(Offer offer) {
        this.offer = offer;
    }

    /** @return refusals that name the field; none where all is well */
    static List<Rejection> faults(Offer offer, Map<ChannelName, Map<Language, Text>> texts) {
        var checks = new TextChecks(offer);
        if (texts.isEmpty()) {
            checks.faults.add(Rejection.of(EMPTY).at("texts"));
        }
        new TreeMap<>(texts).forEach(checks::languages);
        return checks.faults;
    }

    private void languages(ChannelName channel, @Nullable Map<Language, Text> languages) {
        for (var language : Language.values()) {
            var field = "texts." + channel + "." + language.tag();
            var text = languages == null ? null : languages.get(language);
            if (text == null) {
                faults.add(Rejection.of(LANGUAGE).at(field));
            } else {
                text(channel, text, field);
            }
        }
    }

    private void text(ChannelName channel, Text text, String field) {
        var subject = text.subject();
        if (channel == ChannelName.SMS ? subject != null : subject == null || subject.isBlank() || subject.contains("\n")) {
            faults.add(Rejection.of(SUBJECT).at(field + ".subject"));
        } else if (subject != null) {
            words(subject, field + ".subject", LONGEST_SUBJECT);
        }
        if (text.body().isBlank()) {
            faults.add(Rejection.of(EMPTY).at(field + ".body"));
        } else {
            words(text.body(), field + ".body", channel == ChannelName.SMS ? MOST_SMS_PARTS * SmsLength.PART : LONGEST_BODY);
        }
    }

    /** Names first, so that a compound name never reaches into a value; then it is filled in with everything, and with no more than is sure. */
    private void words(String text, String field, int longest) {
        try {
            var strange = Mustaches.names(text).stream().filter(name -> !offer.offers(name)).toList();
            strange.forEach(name -> faults.add(Rejection.of(VARIABLE, name, String.join(", ", offer.names())).at(field)));
            if (strange.isEmpty()) {
                var length = Mustaches.fill(text, values(true)).length();
                if (length > longest) {
                    faults.add(Rejection.of(TOO_LONG, length, longest).at(field));
                }
                Mustaches.fill(text, values(false));
            }
        } catch (MustacheException.Context e) {
            faults.add(Rejection.of(OPTIONAL, e.key).at(field));
        } catch (MustacheException e) {
            faults.add(Rejection.of(SYNTAX, String.valueOf(e.getMessage())).at(field));
        }
    }

    private Map<String, @Nullable String> values(boolean all) {
        var values = new HashMap<String, @Nullable String>();
        values.put(Offer.GREETING, "李娜，您好！");
        offer.variables().forEach((name, variable) -> values.put(name, all || !variable.optional() ? variable.sample() : null));
        return values;
    }
}
