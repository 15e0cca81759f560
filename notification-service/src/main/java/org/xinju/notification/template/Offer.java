package org.xinju.notification.template;

import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * What a family of events offers to texts.
 *
 * @param events what the types of these events begin with, for example {@code grid.case.}
 */
public record Offer(String name, String topic, String events, Map<String, Variable> variables) {

    /** Offered with every event: how the person is addressed, in the person's language, with the name where it is known. */
    public static final String GREETING = "greeting";

    public Offer {
        variables = Map.copyOf(variables);
    }

    boolean offers(String variable) {
        return variable.equals(GREETING) || variables.containsKey(variable);
    }

    /** All names in order, for refusals and editors. */
    public Set<String> names() {
        var names = new TreeSet<>(variables.keySet());
        names.add(GREETING);
        return names;
    }
}
