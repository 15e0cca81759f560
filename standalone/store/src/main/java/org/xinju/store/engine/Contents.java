package org.xinju.store.engine;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.function.BiPredicate;

import de.bwaldvogel.mongo.MongoCollection;
import de.bwaldvogel.mongo.backend.Index;
import de.bwaldvogel.mongo.bson.Document;
import org.jspecify.annotations.Nullable;

import org.xinju.store.index.DocumentOrder;
import org.xinju.store.index.OrderedIndex;
import org.xinju.store.index.Packed;
import org.xinju.store.index.Planner;
import org.xinju.store.index.Slot;

/** The documents of one collection in the order of insertion, and its indexes, always in step. The collection locks. */
final class Contents {

    private final MongoCollection<Slot> owner;
    private final List<Index<Slot>> indexes;
    private final BiPredicate<Document, Document> matches;
    private final LinkedHashSet<Slot> slots = new LinkedHashSet<>();
    private long sequence;

    /**
     * @param indexes the library's own list, which grows and shrinks
     * @param matches whether a document satisfies a filter
     */
    Contents(MongoCollection<Slot> owner, List<Index<Slot>> indexes, BiPredicate<Document, Document> matches) {
        this.owner = owner;
        this.indexes = indexes;
        this.matches = matches;
    }

    Candidates candidates(Document query, @Nullable Document orderBy) {
        return Planner.plan(indexes, query, orderBy)
            .map(plan -> Candidates.of(plan, orderBy))
            .orElseGet(() -> Candidates.all(newestFirst(orderBy) ? slots.reversed() : slots, orderBy));
    }

    private static boolean newestFirst(@Nullable Document orderBy) {
        return orderBy != null && orderBy.get("$natural") instanceof Number direction && direction.intValue() < 0;
    }

    /** A place, and what stands there. */
    record Found(Slot slot, Document document) {

        private static Found at(Slot slot) {
            return new Found(slot, slot.document().open());
        }
    }

    /** The places that satisfy the whole filter, in order, no more than the limit unless that is 0. */
    List<Found> find(Candidates candidates, Document query, @Nullable Document orderBy, int limit) {
        var found = candidates.slots().map(Found::at).filter(one -> matches.test(one.document(), query));
        var order = DocumentOrder.of(orderBy);
        if (!candidates.ordered() && order.isPresent()) {
            found = found.sorted((a, b) -> order.get().compare(a.document(), b.document()));
        }
        return (limit > 0 ? found.limit(limit) : found).toList();
    }

    /** Changes nothing when an index refuses. */
    void insert(Document document) {
        indexes.forEach(index -> index.checkAdd(document, owner));
        var slot = new Slot(sequence++, Packed.of(document));
        indexes.forEach(index -> index.add(document, slot, owner));
        slots.add(slot);
    }

    /** Changes nothing when an index refuses. */
    void replace(Found found, Document after) {
        var slot = found.slot();
        indexes.forEach(index -> ((OrderedIndex) index).checkReplace(slot, after, owner));
        indexes.forEach(index -> index.updateInPlace(found.document(), after, slot, owner));
        slot.replace(Packed.of(after));
    }

    void remove(Found found) {
        indexes.forEach(index -> ((OrderedIndex) index).remove(found.document(), found.slot()));
        slots.remove(found.slot());
    }

    void addIndex(Index<Slot> index) {
        for (var slot : slots) {
            var document = slot.document().open();
            index.checkAdd(document, owner);
            index.add(document, slot, owner);
        }
        indexes.add(index);
    }

    void clear() {
        slots.clear();
    }

    int size() {
        return slots.size();
    }

    List<Packed> documents() {
        return slots.stream().map(Slot::document).toList();
    }
}
