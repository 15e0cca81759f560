package org.xinju.events;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * A refusal: the rule that was broken, the field that broke it (null when it is not about one field) and the arguments for its words.
 * Arguments hold no personal data: they end up in answers and logs.
 */
public record Rejection(Rule rule, @Nullable String field, List<Object> arguments) {

    public Rejection {
        arguments = List.copyOf(arguments);
    }

    public static Rejection of(Rule rule, Object... arguments) {
        return new Rejection(rule, null, List.of(arguments));
    }

    /** The same refusal, about a field of the request. */
    public Rejection at(String fieldName) {
        return new Rejection(rule, fieldName, arguments);
    }
}
