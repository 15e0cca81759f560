package org.xinju.store.index;

import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * How to find the candidates of a query in one index.
 *
 * @param intervals stretches in the order of the index
 * @param backwards whether to walk them from the end
 * @param ordered   whether the candidates come in the order that the query asks for
 * @param bounds    how many leading fields the stretches are bounded by
 */
public record Plan(OrderedIndex index, List<Interval> intervals, boolean backwards, boolean ordered, int bounds) {

    /** The candidates, each place once; valid as long as the collection stays locked. */
    public Stream<Slot> candidates() {
        var stretches = backwards ? intervals.reversed() : intervals;
        var slots = stretches.stream().flatMap(interval -> StreamSupport.stream(index.walk(interval, backwards).spliterator(), false));
        if (!index.hasArrays()) {
            return slots;
        }
        Set<Slot> seen = Collections.newSetFromMap(new IdentityHashMap<>());
        return slots.filter(seen::add);
    }

    /** Whether at most one document can come. */
    boolean pointsAtOne() {
        return index.isUnique() && bounds == index.fields().size() && intervals.size() == 1
            && index.compare(intervals.getFirst().low(), intervals.getFirst().high()) == 0;
    }

    /** How many keys there are to look at, counted no further than this. */
    int cost(int atMost) {
        var count = 0;
        for (var interval : intervals) {
            for (var slots = index.walk(interval, backwards).iterator(); slots.hasNext() && count < atMost; count++) {
                slots.next();
            }
        }
        return count;
    }
}
