package org.xinju.events;

import org.jspecify.annotations.Nullable;

/**
 * Why an aggregate changes. The ids of the events it raises follow from it, so a cause that is worked off twice makes the same events; where
 * it is no command, only as far as the same comes out.
 */
public sealed interface Cause {

    /** What tells this cause from all others of the same aggregate. */
    String name();

    /**
     * Somebody's command.
     *
     * @param key the Idempotency-Key in the scope of its caller and path
     * @param fingerprint a keyed hash of the request: another request under the same key is refused
     * @param status the HTTP status of the first answer, given again to a retry
     * @param expectedSequence what the client believes to change (If-Match), null when it does not say
     */
    record Command(String key, String fingerprint, int status, @Nullable Long expectedSequence) implements Cause {
        @Override
        public String name() {
            return "command:" + key;
        }
    }

    /** An event of another aggregate, worked off by a rule. */
    record Reaction(String eventId, String rule) implements Cause {
        @Override
        public String name() {
            return "event:" + eventId + ":" + rule;
        }
    }

    /** A deadline that came, for example {@code residence-month:2026-12-23}. */
    record Deadline(String what) implements Cause {
        @Override
        public String name() {
            return "deadline:" + what;
        }
    }
}
