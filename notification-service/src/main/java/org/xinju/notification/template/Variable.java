package org.xinju.notification.template;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.function.Supplier;

/**
 * Something that an event offers to texts.
 *
 * @param path where it stands in the event: {@code state.number}, {@code change.code}
 * @param as how it is written
 * @param optional whether an event may come without it
 * @param sample as in an event, for previews
 */
public record Variable(String path, Form as, boolean optional, String sample) {

    /** How a value is written. */
    public enum Form {
        /** As it is. */
        TEXT,
        /** A moment, in Ningbo's time. */
        TIME,
        /** A day. */
        DAY,
        /** Points, without needless zeros. */
        POINTS,
        /** A code that the bundles have words for, {@code word.<variable>.<code>}; of a code with dots the longest known beginning. */
        WORDS,
        /** A one-time code, sealed for this service and bound to the recipient's id. */
        SEALED_CODE;

        /** Whether a value can be written so. */
        public boolean takes(String value) {
            return switch (this) {
                case TEXT, WORDS -> true;
                case TIME -> parses(() -> Instant.parse(value));
                case DAY -> parses(() -> LocalDate.parse(value));
                case POINTS -> value.matches("-?[0-9]{1,9}(\\.[0-9]{1,4})?");
                case SEALED_CODE -> value.matches("[A-Za-z0-9_-]{20,}");
            };
        }

        private static boolean parses(Supplier<?> parsing) {
            try {
                return parsing.get() != null;
            } catch (DateTimeException e) {
                return false;
            }
        }
    }
}
