package org.xinju.store.index;

import java.util.List;

import org.jspecify.annotations.Nullable;

/** Whether walking an index within its bounds meets the documents in the order that a query asks for, and in which direction. */
enum Walk {

    FORWARDS, BACKWARDS, UNORDERED;

    static Walk of(OrderedIndex index, List<Condition.Points> points, Condition.@Nullable Range range, SortOrder order) {
        if (order.none()) {
            return UNORDERED;
        }
        var fields = index.fields();
        var constant = 0;
        while (constant < points.size() && points.get(constant).single()) {
            constant++;
        }
        var at = constant;
        var direction = UNORDERED;
        for (var key : order.keys()) {
            if (isConstant(index, constant, key.path())) {
                continue;
            }
            if (at >= fields.size() || !fields.get(at).path().equals(key.path())) {
                return UNORDERED;
            }
            var here = fields.get(at).ascending() == key.ascending() ? FORWARDS : BACKWARDS;
            if (direction != UNORDERED && direction != here) {
                return UNORDERED;
            }
            if (index.isArray(at) && !orderedArray(index, at, constant, points, range, key, order)) {
                return UNORDERED;
            }
            direction = here;
            at++;
        }
        return direction == UNORDERED ? FORWARDS : direction;    // all keys are constant: any order is right
    }

    private static boolean isConstant(OrderedIndex index, int constant, String path) {
        for (var i = 0; i < constant; i++) {
            if (index.fields().get(i).path().equals(path) && !index.isArray(i)) {
                return true;
            }
        }
        return false;
    }

    /**
     * A document sorts by the least of its elements (the greatest, descending). The walk meets that one first if it begins at the very
     * end of the index field; over a dense index that would pass every document without elements, so it is left to a sort.
     */
    private static boolean orderedArray(OrderedIndex index, int at, int constant, List<Condition.Points> points,
                                        Condition.@Nullable Range range, SortOrder.Key key, SortOrder order) {
        var fromTheEnd = range == null || (key.ascending() ? range.openBelow() : range.openAbove());
        var plainPrefix = true;
        for (var i = 0; i < at; i++) {
            plainPrefix &= !index.isArray(i);
        }
        return index.sparse() && fromTheEnd && plainPrefix && at == constant && points.size() == constant
            && order.keys().getLast().equals(key);
    }
}
