package org.xinju.acceptance.guard;

import java.util.ArrayList;
import java.util.List;

/** Every role at every position, each with a sign-in of its own. */
final class Visitors {

    /** The roles of product.md. One that a service gets to know is missed here until it stands in this list: the table names only these. */
    static final List<String> ROLES = List.of("resident", "local-resident", "landlord", "employer", "grid-worker", "grid-leader", "district-chief",
            "command-room", "department", "points-officer", "policy-publisher", "editor", "organiser", "auditor", "administrator", "operator");

    private final List<Visitor> all = new ArrayList<>();

    Visitors(Tokens tokens) {
        for (var role : ROLES) {
            for (var position : Position.values()) {
                var subject = "guard-" + role + "-" + position;
                all.add(new Visitor(role, position, subject, tokens.of(subject, role, position.areas())));
            }
        }
    }

    List<Visitor> all() {
        return List.copyOf(all);
    }

    Visitor own(String role) {
        return all.stream().filter(visitor -> visitor.position() == Position.OWN && visitor.role().equals(role)).findFirst().orElseThrow();
    }
}
