package org.xinju.notification.template;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.io.Resource;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** What each family of events offers to texts; data, read at start. */
@Component
public class Offers {

    private static final JsonMapper JSON = JsonMapper.builder().enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES).build();

    private final Map<String, Offer> byName = new LinkedHashMap<>();

    Offers(@Value("${xinju.notification.offers:classpath:offers.json}") Resource file) throws java.io.IOException {
        try (var in = file.getInputStream()) {
            JSON.readValue(in, new TypeReference<List<Offer>>() {}).forEach(offer -> byName.put(offer.name(), offer));
        }
    }

    public Optional<Offer> find(String name) {
        return Optional.ofNullable(byName.get(name));
    }

    /** @throws IllegalStateException if there is none: templates are checked before they are kept */
    public Offer of(Template template) {
        return find(template.offer()).orElseThrow(() -> new IllegalStateException("template " + template.name() + " names no offer"));
    }

    /** The offer of an event type. */
    public Optional<Offer> ofEvent(String type) {
        return byName.values().stream().filter(offer -> type.startsWith(offer.events())).findFirst();
    }

    public Collection<Offer> all() {
        return byName.values();
    }
}
