package org.xinju.notification.template;

import java.util.Objects;

import org.jspecify.annotations.Nullable;

/**
 * The text of a template in one language for one channel, or what has become of it when it is filled in.
 *
 * @param subject null in an SMS
 */
public record Text(@Nullable String subject, String body) {

    /** A body that was left out is an empty one, and refused as such. */
    public Text {
        body = Objects.requireNonNullElse(body, "");
    }

    /** Filled in, this is personal. */
    @Override
    public String toString() {
        return "Text";
    }
}
