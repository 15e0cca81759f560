package org.xinju.notification.rule;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/** An event as rules read it: {@code subject}, and by dotted paths into {@code state} and {@code change}. */
record EventData(String id, String type, String subject, Instant at, Map<String, Object> state, Map<String, Object> change) {

    static final String SUBJECT = "subject";

    static boolean isPath(String path) {
        return path.equals(SUBJECT) || path.matches("(state|change)(\\.[A-Za-z][A-Za-z0-9]*)+");
    }

    /** What stands there; empty where nothing does. */
    Optional<Object> at(String path) {
        if (path.equals(SUBJECT)) {
            return Optional.of(subject);
        }
        Object here = path.startsWith("state.") ? state : change;
        for (var name : path.substring(path.indexOf('.') + 1).split("\\.")) {
            here = here instanceof Map<?, ?> fields ? fields.get(name) : null;
            if (here == null) {
                return Optional.empty();
            }
        }
        return Optional.of(here);
    }

    /** As text; an object or a list has none. */
    Optional<String> text(String path) {
        return at(path).filter(value -> value instanceof String || value instanceof Number || value instanceof Boolean).map(String::valueOf);
    }
}
