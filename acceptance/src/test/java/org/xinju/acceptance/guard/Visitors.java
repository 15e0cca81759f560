package org.xinju.acceptance.guard;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

import tools.jackson.databind.JsonNode;

import org.xinju.acceptance.Tokens;

/** Every role at every position, each with a sign-in of its own. */
final class Visitors {

    private final List<Visitor> all = new ArrayList<>();

    Visitors(String issuer, Tokens tokens) {
        for (var role : knownTo(issuer)) {
            for (var position : Position.values()) {
                var subject = "guard-" + role + "-" + position;
                all.add(new Visitor(role, position, subject, tokens.of(subject, role, position.areas())));
            }
        }
    }

    /** Roles that a persona has. */
    private static List<String> knownTo(String issuer) {
        return Http.json(issuer + "/personas").valueStream().flatMap(persona -> persona.path("roles").valueStream()).map(JsonNode::asString).distinct().toList();
    }

    Set<String> roles() {
        return all.stream().map(Visitor::role).collect(Collectors.toSet());
    }

    List<Visitor> all() {
        return List.copyOf(all);
    }

    Visitor own(String role) {
        return all.stream().filter(visitor -> visitor.position() == Position.OWN && visitor.role().equals(role)).findFirst().orElseThrow();
    }
}
