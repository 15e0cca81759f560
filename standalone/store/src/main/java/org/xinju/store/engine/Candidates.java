package org.xinju.store.engine;

import java.util.Collection;
import java.util.stream.Stream;

import de.bwaldvogel.mongo.bson.Document;
import org.jspecify.annotations.Nullable;

import org.xinju.store.index.Plan;
import org.xinju.store.index.Slot;

/** The places to look at for one query, from an index or all of them, and how many were looked at. */
final class Candidates {

    private final @Nullable Plan plan;
    private final Stream<Slot> slots;
    private final boolean ordered;
    private long examined;

    private Candidates(@Nullable Plan plan, Stream<Slot> slots, boolean ordered) {
        this.plan = plan;
        this.slots = slots;
        this.ordered = ordered;
    }

    static Candidates of(Plan plan, @Nullable Document orderBy) {
        return new Candidates(plan, plan.candidates(), plan.ordered() || unordered(orderBy));
    }

    static Candidates all(Collection<Slot> slots, @Nullable Document orderBy) {
        return new Candidates(null, slots.stream(), unordered(orderBy));
    }

    private static boolean unordered(@Nullable Document orderBy) {
        return orderBy == null || orderBy.isEmpty() || orderBy.containsKey("$natural");
    }

    /** Once only. */
    Stream<Slot> slots() {
        return slots.map(slot -> {
            examined++;
            return slot;
        });
    }

    /** Whether they come in the order that the query asks for. */
    boolean ordered() {
        return ordered;
    }

    long examined() {
        return examined;
    }

    @Nullable Plan plan() {
        return plan;
    }

    @Nullable String indexName() {
        return plan == null ? null : plan.index().getName();
    }
}
