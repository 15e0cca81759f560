package org.xinju.store.index;

import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

import de.bwaldvogel.mongo.backend.Index;
import de.bwaldvogel.mongo.bson.Document;
import org.jspecify.annotations.Nullable;

/** Chooses the index for a query: the one with the fewest keys to look at, and among equals the one that saves the sort. */
public final class Planner {

    /** Beyond this many keys two plans count as equally long. */
    private static final int PROBE = 200;

    private Planner() {}

    /**
     * @param orderBy fields with 1 or -1, null or empty for no order
     * @return empty when the query needs a scan
     */
    public static Optional<Plan> plan(List<Index<Slot>> indexes, Document filter, @Nullable Document orderBy) {
        var natural = orderBy != null && orderBy.containsKey("$natural");
        if (natural || filter.isEmpty() && (orderBy == null || orderBy.isEmpty())) {
            return Optional.empty();
        }
        var conditions = Conditions.of(filter);
        var order = SortOrder.of(orderBy);
        var plans = indexes.stream()
            .map(index -> Bounds.plan((OrderedIndex) index, conditions, order))
            .filter(Objects::nonNull)
            .toList();
        if (plans.size() < 2) {
            return plans.stream().findFirst();
        }
        return plans.stream().filter(Plan::pointsAtOne).findFirst().or(() -> cheapest(plans));
    }

    private static Optional<Plan> cheapest(List<Plan> plans) {
        record Weighed(Plan plan, int cost) {}
        var anyBounded = plans.stream().anyMatch(plan -> plan.bounds() > 0);
        return plans.stream()
            .filter(plan -> plan.bounds() > 0 || !anyBounded)
            .map(plan -> new Weighed(plan, plan.cost(PROBE)))
            .min(Comparator.comparingInt(Weighed::cost)
                .thenComparing(weighed -> !weighed.plan.ordered())
                .thenComparing(weighed -> -weighed.plan.bounds()))
            .map(Weighed::plan);
    }
}
