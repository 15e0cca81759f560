package org.xinju.notification.message;

import java.util.Map;

/**
 * What is said: a template and the values of the event. The text itself is made when it is sent or read; nothing personal is kept here.
 *
 * @param values by variable, sealed where they are secret
 */
public record Letter(String template, int version, Map<String, String> values) {

    public Letter {
        values = Map.copyOf(values);
    }
}
