package org.xinju.events;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import com.mongodb.MongoBulkWriteException;
import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.InsertOneModel;
import com.mongodb.client.model.WriteModel;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/**
 * Many commands on aggregates of one kind in few round trips; each keeps its own key and its own outcome. New aggregates go in one
 * unordered bulk write; what loses a race there, and every change of an existing aggregate, takes the way of a single command.
 */
public final class Bulk<S, E> {

    /** One command of many. Ids within one call differ. */
    public record Item<S, E>(String id, Cause cause, Decision<S, E> decision) {}

    private final Aggregates<S, E> aggregates;

    public Bulk(Aggregates<S, E> aggregates) {
        this.aggregates = aggregates;
    }

    /** @return the outcome per id, in the order of the items */
    public Map<String, Outcome<S>> change(List<Item<S, E>> items) {
        var outcomes = new LinkedHashMap<String, @Nullable Outcome<S>>();
        items.forEach(item -> outcomes.put(item.id(), null));
        insertNew(items).forEach(outcomes::put);
        var result = new LinkedHashMap<String, Outcome<S>>();
        for (var item : items) {
            var inserted = outcomes.get(item.id());
            result.put(item.id(), inserted != null ? inserted : aggregates.change(item.id(), item.cause(), item.decision()));
        }
        return result;
    }

    private Map<String, Outcome<S>> insertNew(List<Item<S, E>> items) {
        var present = present(items.stream().map(Item::id).toList());
        var outcomes = new HashMap<String, Outcome<S>>();
        var pending = new ArrayList<Pending<S>>();
        for (var item : items) {
            if (!present.contains(item.id())) {
                var absent = AggregateDocument.read(item.id(), null);
                switch (item.decision().on(absent.loaded(aggregates.type().stateClass()))) {
                    case Change.Accepted<S, E> accepted -> pending.add(aggregates.pending(absent, item.cause(), accepted));
                    case Change.Rejected<S, E>(var rejection) -> outcomes.put(item.id(), new Outcome.Rejected<>(rejection));
                    case Change.Unchanged<S, E> _ -> { /* the single way answers it */ }
                }
            }
        }
        var failed = insert(pending);
        for (var i = 0; i < pending.size(); i++) {
            if (!failed.contains(i)) {
                outcomes.put(pending.get(i).current().id(), aggregates.saved(pending.get(i)));
            }
        }
        return outcomes;
    }

    private Set<String> present(List<String> ids) {
        var present = new HashSet<String>();
        aggregates.collection().find(Filters.in("_id", ids)).projection(new Document("_id", 1)).forEach(d -> present.add(d.getString("_id")));
        return present;
    }

    /** @return positions that were not inserted: created meanwhile, or a unique value that is another's */
    private Set<Integer> insert(List<Pending<S>> pending) {
        if (pending.isEmpty()) {
            return Set.of();
        }
        List<WriteModel<Document>> writes = new ArrayList<>();
        pending.forEach(p -> writes.add(new InsertOneModel<>(p.insertion())));
        try {
            aggregates.collection().bulkWrite(writes, new BulkWriteOptions().ordered(false));
            return Set.of();
        } catch (MongoBulkWriteException e) {
            if (e.getWriteConcernError() != null) {
                throw e;
            }
            var failed = new HashSet<Integer>();
            e.getWriteErrors().forEach(error -> failed.add(error.getIndex()));
            return failed;
        }
    }
}
