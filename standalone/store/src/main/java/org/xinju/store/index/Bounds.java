package org.xinju.store.index;

import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;

/** The bounds that the conditions of a filter put on one index, field by field: values, then perhaps one range. */
final class Bounds {

    /** A product of many {@code $in} lists is cut before it has more stretches than this. */
    private static final int STRETCHES = 10_000;

    private final OrderedIndex index;
    private final List<Condition.Points> points = new ArrayList<>();
    private Condition.@Nullable Range range;
    private boolean boundedArray;

    private Bounds(OrderedIndex index) {
        this.index = index;
    }

    /** Null when this index does not help. */
    static @Nullable Plan plan(OrderedIndex index, Conditions conditions, SortOrder order) {
        var present = index.fields().stream().flatMap(field -> conditions.on(field.path()).stream()).anyMatch(Condition::impliesPresence);
        if (index.sparse() && !present) {
            return null;
        }
        var bounds = new Bounds(index);
        bounds.collect(conditions);
        var walk = Walk.of(index, bounds.points, bounds.range, order);
        var helps = bounds.count() > 0 || walk != Walk.UNORDERED || index.sparse();
        return helps ? bounds.plan(walk) : null;
    }

    private int count() {
        return points.size() + (range == null ? 0 : 1);
    }

    private void collect(Conditions conditions) {
        var stretches = 1L;
        for (var i = 0; i < index.fields().size(); i++) {
            if (index.isArray(i) && boundedArray) {
                return;    // another element may satisfy the other field: keys pair the fields of one element only
            }
            var here = conditions.on(index.fields().get(i).path());
            var values = here.stream().filter(Condition.Points.class::isInstance).map(Condition.Points.class::cast).findFirst();
            if (values.isPresent() && (stretches *= values.get().values().size()) <= STRETCHES) {
                points.add(values.get());
                boundedArray |= index.isArray(i);
            } else {
                range = range(here, index.isArray(i));
                return;
            }
        }
    }

    /** All ranges together; on an array only the first, because each may be satisfied by another element. */
    private static Condition.@Nullable Range range(List<Condition> conditions, boolean array) {
        Condition.Range result = null;
        for (var condition : conditions) {
            if (condition instanceof Condition.Range next) {
                if (result == null) {
                    result = next;
                } else if (!array) {
                    result = new Condition.Range(
                        ValueOrder.compare(result.low(), next.low()) >= 0 ? result.low() : next.low(),
                        ValueOrder.compare(result.high(), next.high()) <= 0 ? result.high() : next.high());
                }
            }
        }
        return result;
    }

    private Plan plan(Walk walk) {
        List<Object[]> prefixes = new ArrayList<>();
        prefixes.add(new Object[0]);
        for (var i = 0; i < points.size(); i++) {
            var values = points.get(i).values();
            var ordered = index.fields().get(i).ascending() ? values : values.reversed();
            prefixes = prefixes.stream().flatMap(prefix -> ordered.stream().map(value -> with(prefix, value))).toList();
        }
        var intervals = prefixes.stream().map(prefix -> interval(prefix, walk)).toList();
        return new Plan(index, intervals, walk == Walk.BACKWARDS, walk != Walk.UNORDERED, count());
    }

    private Interval interval(Object[] prefix, Walk walk) {
        var at = prefix.length;
        if (range == null) {
            return new Interval(prefix, prefix);
        }
        var low = range.low();
        var high = range.high();
        if (walk != Walk.UNORDERED && index.isArray(at)) {
            // A document comes where its least (or greatest) element is, also when that one is of another type.
            low = range.openBelow() ? ValueOrder.Edge.LOWEST : low;
            high = range.openAbove() ? ValueOrder.Edge.HIGHEST : high;
        }
        return index.fields().get(at).ascending()
            ? new Interval(with(prefix, low), with(prefix, high))
            : new Interval(with(prefix, high), with(prefix, low));
    }

    private static Object[] with(Object[] prefix, Object value) {
        var result = java.util.Arrays.copyOf(prefix, prefix.length + 1);
        result[prefix.length] = value;
        return result;
    }
}
