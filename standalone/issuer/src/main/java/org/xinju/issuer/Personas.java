package org.xinju.issuer;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

import org.springframework.stereotype.Component;

/** Everybody the issuer knows, in the order of the configuration. */
@Component
final class Personas {

    private final Map<String, Persona> byName = new LinkedHashMap<>();

    Personas(IssuerProperties properties) {
        for (var entry : properties.personas()) {
            add(new Persona(entry.name(), entry.role(), entry.areas()));
            for (var copy = 2; copy <= entry.copies(); copy++) {
                add(new Persona(entry.name() + "-" + copy, entry.role(), entry.areas()));
            }
        }
    }

    private void add(Persona persona) {
        if (byName.putIfAbsent(persona.name(), persona) != null) {
            throw new UnfitException("The persona " + persona.name() + " is listed twice in xinju.issuer.personas.", "Rename one of them.");
        }
    }

    Optional<Persona> named(String name) {
        return Optional.ofNullable(byName.get(name));
    }

    Collection<Persona> all() {
        return byName.values();
    }
}
