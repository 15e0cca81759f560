package org.xinju.store.index;

import java.util.List;

/** What a filter demands of one field, as far as an index can use it: every document that matches has a key that satisfies it. */
sealed interface Condition {

    /** One of these values, sorted and distinct. */
    record Points(List<Object> values) implements Condition {
        boolean single() {
            return values.size() == 1;
        }
    }

    /** Between two values, both included; the ends of their type where the filter names only one. */
    record Range(Object low, Object high) implements Condition {
        boolean openBelow() {
            return low instanceof ValueOrder.Edge;
        }

        boolean openAbove() {
            return high instanceof ValueOrder.Edge;
        }
    }

    /** Any value, but present. */
    record Present() implements Condition {}

    /** Whether a document that satisfies it has the field. */
    default boolean impliesPresence() {
        return !(this instanceof Points points) || points.values().stream().noneMatch(value -> ValueOrder.rank(value) == ValueOrder.NULL);
    }
}
