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
 * Many commands on aggregates of one kind in few round trips; each keeps its own key and its own outcome. All are read at once, new aggregates
 * go in one unordered bulk write, a change of an existing one is saved on the version that was read. What loses a race takes the way of a single
 * command.
 */
public final class Bulk<S, E> {

    /** One command of many. Ids within one call differ. */
    public record Item<S, E>(String id, Cause cause, Decision<S, E> decision) {}

    /**
     * What became of aggregates that were to be placed.
     *
     * @param placed stored now
     * @param present were there already and stay as they are
     * @param taken ids of those not stored: a value that must be unique belongs to another aggregate
     */
    public record Placement(int placed, int present, List<String> taken) {}

    private final Aggregates<S, E> aggregates;

    public Bulk(Aggregates<S, E> aggregates) {
        this.aggregates = aggregates;
    }

    /** @return the outcome per id, in the order of the items */
    public Map<String, Outcome<S>> change(List<Item<S, E>> items) {
        var documents = documents(items.stream().map(Item::id).toList());
        var created = insertNew(items.stream().filter(item -> !documents.containsKey(item.id())).toList());
        var outcomes = new LinkedHashMap<String, Outcome<S>>();
        for (var item : items) {
            var outcome = documents.containsKey(item.id()) ? onceRead(item, documents.get(item.id())) : created.get(item.id());
            outcomes.put(item.id(), outcome != null ? outcome : aggregates.change(item.id(), item.cause(), item.decision()));
        }
        return outcomes;
    }

    /** Null: somebody else was faster since the documents were read. */
    private @Nullable Outcome<S> onceRead(Item<S, E> item, Document document) {
        return aggregates.attempt(AggregateDocument.read(item.id(), document), item.cause(), item.decision(), false);
    }

    /**
     * Stores aggregates as if they had been there for long, in the form that a command would give them: nothing is published, {@link
     * Republisher} tells others. One that is there already stays as it is, whatever has happened to it since; so placing the same again
     * changes nothing.
     *
     * @param cause its key is kept as that of the creation
     * @param states by id
     */
    public Placement place(Cause.Command cause, Map<String, S> states) {
        var present = settled(states.keySet());
        var pending = new ArrayList<Pending<S>>();
        states.forEach((id, state) -> {
            if (!present.contains(id)) {
                pending.add(aggregates.placing(AggregateDocument.read(id, null), cause, state));
            }
        });
        var placed = pending.size();
        var taken = new ArrayList<String>();
        for (var position : insert(pending)) {
            var failed = pending.get(position).result();
            switch (aggregates.place(failed.id(), cause, failed.state())) {
                case Outcome.Done<S> done -> placed -= done.effect() == Outcome.Effect.SAVED ? 0 : 1;
                default -> {
                    taken.add(failed.id());
                    placed--;
                }
            }
        }
        return new Placement(placed, states.size() - placed - taken.size(), List.copyOf(taken));
    }

    private Map<String, Outcome<S>> insertNew(List<Item<S, E>> items) {
        var outcomes = new HashMap<String, Outcome<S>>();
        var pending = new ArrayList<Pending<S>>();
        for (var item : items) {
            var absent = AggregateDocument.read(item.id(), null);
            switch (item.decision().on(absent.loaded(aggregates.type().stateClass()))) {
                case Change.Accepted<S, E> accepted -> pending.add(aggregates.pending(absent, item.cause(), accepted));
                case Change.Rejected<S, E>(var rejection) -> outcomes.put(item.id(), new Outcome.Rejected<>(rejection));
                case Change.Unchanged<S, E> _ -> { /* the single way answers it */ }
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

    private Map<String, Document> documents(List<String> ids) {
        var documents = new HashMap<String, Document>();
        aggregates.collection().find(Filters.in("_id", ids)).forEach(d -> documents.put(d.getString("_id"), d));
        return documents;
    }

    /** Ids of documents that hold an aggregate, not only what an intake has left there. */
    private Set<String> settled(Set<String> ids) {
        var settled = new HashSet<String>();
        aggregates.collection().find(Filters.in("_id", ids)).projection(new Document("state", 1)).forEach(d -> {
            if (d.containsKey("state")) {
                settled.add(d.getString("_id"));
            }
        });
        return settled;
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
