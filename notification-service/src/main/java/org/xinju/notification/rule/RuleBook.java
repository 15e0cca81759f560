package org.xinju.notification.rule;

import java.io.IOException;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.context.SmartLifecycle;
import org.springframework.core.io.Resource;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

import org.xinju.events.Stored;
import org.xinju.notification.recipient.ChannelName;
import org.xinju.notification.template.Offers;
import org.xinju.notification.template.TemplateUse;
import org.xinju.notification.template.Templates;

/** The rules in force, read and checked at start; a wrong one stops the start with a sentence. */
@Component
class RuleBook implements TemplateUse, SmartLifecycle {

    private static final JsonMapper JSON = JsonMapper.builder().enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES).build();

    private final Templates templates;
    private final Offers offers;
    private final List<SendingRule> rules;
    private volatile boolean checked;

    /** Why the service does not start. */
    static final class UnusableException extends RuntimeException {

        UnusableException(String sentence) {
            super(sentence);
        }
    }

    /** Says it without a stack trace. */
    static final class Analyzer extends AbstractFailureAnalyzer<UnusableException> {

        @Override
        protected FailureAnalysis analyze(Throwable rootFailure, UnusableException cause) {
            return new FailureAnalysis(cause.getMessage(), null, cause);
        }
    }

    RuleBook(Templates templates, Offers offers, @Value("${xinju.notification.rules:classpath:rules.json}") Resource file) throws IOException {
        this.templates = templates;
        this.offers = offers;
        this.rules = read(file);
    }

    /** After the templates are there and before anything is heard or answered. @throws UnusableException with every fault */
    @Override
    public void start() {
        var faults = RuleChecks.faults(rules, type -> offers.ofEvent(type).orElse(null),
                name -> templates.find(name).map(Stored::state).orElse(null));
        if (!faults.isEmpty()) {
            throw new UnusableException("The sending rules cannot be used. " + String.join(" ", faults));
        }
        checked = true;
    }

    @Override
    public void stop() {
        checked = false;
    }

    @Override
    public boolean isRunning() {
        return checked;
    }

    @Override
    public int getPhase() {
        return Templates.READY_PHASE + 1;
    }

    private static List<SendingRule> read(Resource file) throws IOException {
        try (var in = file.getInputStream()) {
            return JSON.readValue(in, new TypeReference<List<SendingRule>>() {});
        } catch (JacksonException e) {
            throw new UnusableException("The sending rules cannot be read (" + file.getFilename() + "): " + e.getOriginalMessage());
        }
    }

    List<SendingRule> all() {
        return rules;
    }

    List<SendingRule> on(String eventType) {
        return rules.stream().filter(rule -> rule.event().equals(eventType)).toList();
    }

    Optional<SendingRule> find(String name) {
        return rules.stream().filter(rule -> rule.name().equals(name)).findFirst();
    }

    @Override
    public Set<ChannelName> channels(String template) {
        var used = EnumSet.noneOf(ChannelName.class);
        rules.stream().filter(rule -> rule.template().equals(template)).forEach(rule -> used.addAll(rule.channels()));
        return used;
    }
}
