package org.xinju.notification.template;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.SmartLifecycle;
import org.springframework.core.io.Resource;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

import org.xinju.events.Cause;
import org.xinju.events.Change;
import org.xinju.events.Codec;
import org.xinju.events.Outcome;
import org.xinju.notification.recipient.ChannelName;
import org.xinju.notification.recipient.Language;
import org.xinju.notification.recipient.Recipient;

/**
 * The templates that come with the program. Saved before anything is heard or answered where the store does not have them, as a new version where the program brings other
 * words than it did before; what an editor has written stays.
 */
@Component
class BuiltInTemplates implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(BuiltInTemplates.class);
    private static final JsonMapper JSON = JsonMapper.builder().enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES).build();

    /** As in the file. */
    record BuiltIn(String name, String offer, Set<Recipient.Kind> audiences, Map<ChannelName, Map<Language, Text>> texts) {}

    private final Templates templates;
    private final List<BuiltIn> all;
    private volatile boolean saved;

    BuiltInTemplates(Templates templates, Offers offers, @Value("${xinju.notification.templates:classpath*:templates/*.json}") Resource[] files)
            throws IOException {
        this.templates = templates;
        this.all = read(files);
        for (var builtIn : all) {
            var offer = offers.find(builtIn.offer())
                    .orElseThrow(() -> new IllegalStateException("Template " + builtIn.name() + " names no offer of offers.json: " + builtIn.offer()));
            var faults = TextChecks.faults(offer, builtIn.texts());
            if (!faults.isEmpty()) {
                throw new IllegalStateException("Template " + builtIn.name() + ": " + faults.getFirst().field() + " breaks "
                        + faults.getFirst().rule().code() + " " + faults.getFirst().arguments());
            }
        }
    }

    /** By now the topics are there. */
    @Override
    public void start() {
        all.forEach(this::save);
        saved = true;
    }

    @Override
    public void stop() {
        saved = false;
    }

    @Override
    public boolean isRunning() {
        return saved;
    }

    @Override
    public int getPhase() {
        return Templates.READY_PHASE;
    }

    private static List<BuiltIn> read(Resource[] files) throws IOException {
        var all = new ArrayList<BuiltIn>();
        for (var file : files) {
            try (var in = file.getInputStream()) {
                all.addAll(JSON.readValue(in, new TypeReference<List<BuiltIn>>() {}));
            }
        }
        all.sort(Comparator.comparing(BuiltIn::name));
        return all;
    }

    private void save(BuiltIn builtIn) {
        var known = templates.find(builtIn.name());
        if (known.isPresent() && !known.get().state().builtIn()) {
            return;
        }
        var outcome = templates.change(builtIn.name(), new Cause.Deadline("built-in " + Codec.toJson(builtIn.texts())), loaded -> {
            var template = loaded.state().orElseGet(() -> Template.none(builtIn.name(), builtIn.offer()));
            return template.builtIn() ? template.save(builtIn.audiences(), builtIn.texts(), true) : Change.unchanged(template);
        });
        if (outcome instanceof Outcome.Done<Template> done && done.effect() == Outcome.Effect.SAVED) {
            log.info("template {} is at version {}", builtIn.name(), done.stored().state().version());
        }
    }
}
