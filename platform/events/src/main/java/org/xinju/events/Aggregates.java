package org.xinju.events;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Updates;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;

/**
 * The only door to the store of one kind of aggregate. A change saves the new state, the key of its command and the events it raised in
 * one write; what is sent later comes from that document. Exceptions of the store mean "not known": ask again with the same cause.
 */
public final class Aggregates<S, E> {

    private final AggregateType<S, E> type;
    private final MongoCollection<Document> collection;
    private final Relay relay;
    private final Sequences sequences;
    private final TraceContext trace;

    Aggregates(AggregateType<S, E> type, MongoCollection<Document> collection, Relay relay, Sequences sequences, TraceContext trace) {
        this.type = type;
        this.collection = collection;
        this.relay = relay;
        this.sequences = sequences;
        this.trace = trace;
    }

    public AggregateType<S, E> type() {
        return type;
    }

    public Optional<Stored<S>> find(String id) {
        return find(Filters.eq(id)).stream().findFirst();
    }

    /** The aggregate with the intakes that stand in its document; empty before anything of it is there. */
    public Optional<Loaded<S>> load(String id) {
        return Optional.ofNullable(collection.find(Filters.eq(id)).first()).map(d -> AggregateDocument.read(id, d).loaded(type.stateClass()));
    }

    /** Those that match, in no order; the filter is the caller's and needs an index. */
    public List<Stored<S>> find(Bson filter) {
        return stored(collection.find(filter));
    }

    /** A page in the order of ids, beginning after {@code afterId}. */
    public List<Stored<S>> page(Bson filter, String afterId, int limit) {
        return stored(collection.find(Filters.and(filter, Filters.gt("_id", afterId))).sort(new Document("_id", 1)).limit(limit));
    }

    /** Applies a command; repeats it on the fresh state when another write came first. */
    public Outcome<S> change(String id, Cause cause, Decision<S, E> decision) {
        return attempt(id, cause, decision, false);
    }

    /** As {@link #change}, without looking first: for one that hardly ever is there yet, and a decision that accepts then. */
    public Outcome<S> create(String id, Cause.Reaction cause, Decision<S, E> decision) {
        var outcome = attempt(AggregateDocument.read(id, null), cause, decision, false);
        return outcome == null ? change(id, cause, decision) : outcome;
    }

    /**
     * Computes the aggregate anew from its intakes. The target's version is read first, then the intakes, and the result is written on
     * that version even when it equals the old one: a slower computation from older intakes can then never come last.
     */
    public Outcome<S> recompute(String id, Cause cause, Decision<S, E> decision) {
        return attempt(id, cause, decision, true);
    }

    private Outcome<S> attempt(String id, Cause cause, Decision<S, E> decision, boolean always) {
        while (true) {
            var current = AggregateDocument.read(id, collection.find(Filters.eq(id)).first());
            var outcome = attempt(current, cause, decision, always);
            if (outcome != null) {
                return outcome;
            }
        }
    }

    /** Null: lost the race, to be tried again on the fresh state. */
    @Nullable Outcome<S> attempt(AggregateDocument current, Cause cause, Decision<S, E> decision, boolean always) {
        if (cause instanceof Cause.Command command) {
            var earlier = replay(current, command); // before uniqueness, state or If-Match are looked at
            if (earlier != null) {
                return earlier;
            }
            var expected = command.expectedSequence();
            if (expected != null && current.inStore() && expected != current.sequence()) {
                return new Outcome.Stale<>(stored(current));
            }
        }
        return switch (decision.on(current.loaded(type.stateClass()))) {
            case Change.Rejected<S, E>(var rejection) -> new Outcome.Rejected<>(rejection);
            case Change.Unchanged<S, E>(var state) -> always && !touch(current) ? null : unchanged(current, state, cause);
            case Change.Accepted<S, E> accepted -> save(pending(current, cause, accepted));
        };
    }

    private @Nullable Outcome<S> replay(AggregateDocument current, Cause.Command command) {
        return current.answered(command.key()).<Outcome<S>>map(key -> {
            if (!command.fingerprint().equals(key.getString("request"))) {
                return new Outcome.KeyReused<>(command.key());
            }
            return new Outcome.Done<>(stored(current), key.getLong("sequence"), key.getInteger("status"), Outcome.Effect.REPLAYED);
        }).orElse(null);
    }

    private boolean touch(AggregateDocument current) {
        return !current.inStore()
                || collection.updateOne(atVersion(current), Updates.inc("version", 1L)).getMatchedCount() == 1;
    }

    private @Nullable Outcome<S> save(Pending<S> pending) {
        try {
            if (!pending.current().inStore()) {
                collection.insertOne(pending.insertion());
            } else if (collection.updateOne(atVersion(pending.current()), pending.update()).getMatchedCount() == 0) {
                return null;
            }
        } catch (MongoWriteException e) {
            if (e.getError().getCategory() != ErrorCategory.DUPLICATE_KEY) {
                throw e;
            }
            // A duplicate _id means that somebody created it first: load again. Any other index: the value is another aggregate's.
            var raced = !pending.current().inStore() && collection.find(Filters.eq(pending.current().id())).first() != null;
            return raced ? null : new Outcome.Taken<>(e.getError().getMessage());
        }
        return saved(pending);
    }

    Outcome<S> saved(Pending<S> pending) {
        if (!pending.events().isEmpty()) {
            relay.hand(type, pending.current().id(), pending.events());
        }
        return new Outcome.Done<>(pending.result(), pending.result().sequence(), pending.status(), Outcome.Effect.SAVED);
    }

    Pending<S> pending(AggregateDocument current, Cause cause, Change.Accepted<S, E> accepted) {
        var now = sequences.now();
        var sequence = sequences.after(current.sequence());
        var publicState = type.publicState().apply(accepted.state());
        var events = new ArrayList<OutboxEvent>();
        for (var event : accepted.events()) {
            var position = events.size();
            var eventType = type.eventType(event);
            var data = Codec.toJson(new Payload(publicState, event));
            // What follows from stored things may come out otherwise when it is worked out again; it is another event then.
            var content = cause instanceof Cause.Command ? "" : data;
            var id = Ids.derive(current.id(), cause.name(), eventType, Integer.toString(position), content).toString();
            events.add(new OutboxEvent(id, eventType, sequence + position, now, data, trace.current()));
        }
        var result = new Stored<>(current.id(), current.version() + 1, sequence + events.size() - 1, accepted.state());
        return new Pending<>(current, result, events, current.keysWith(cause, result.sequence(), now),
                cause instanceof Cause.Command command ? command.status() : 0, touched(current, accepted.state()));
    }

    private Collection<String> touched(AggregateDocument current, S state) {
        var buckets = type.buckets();
        return buckets == null ? List.of() : buckets.touched(current.state(type.stateClass()).orElse(null), state);
    }

    /** The marks that changes have left; only for a kind that is {@link AggregateType#counted}. */
    public Marks marks() {
        return new Marks(collection);
    }

    /** A state that is stored and not told. */
    Pending<S> placing(AggregateDocument current, Cause cause, S state) {
        var sequence = sequences.after(current.sequence());
        var result = new Stored<>(current.id(), current.version() + 1, sequence, state);
        return new Pending<>(current, result, List.of(), current.keysWith(cause, sequence, sequences.now()), 0, touched(current, state));
    }

    /** One that a bulk write did not place: an intake may have made the document before. */
    Outcome<S> place(String id, Cause cause, S state) {
        while (true) {
            var current = AggregateDocument.read(id, collection.find(Filters.eq(id)).first());
            var there = current.state(type.stateClass());
            var outcome = there.isPresent() ? unchanged(current, there.get(), cause) : save(placing(current, cause, state));
            if (outcome != null) {
                return outcome;
            }
        }
    }

    private Outcome<S> unchanged(AggregateDocument current, S state, Cause cause) {
        var stored = new Stored<>(current.id(), current.version(), current.sequence(), state);
        var status = cause instanceof Cause.Command command ? command.status() : 0;
        return new Outcome.Done<>(stored, current.sequence(), status, Outcome.Effect.UNCHANGED);
    }

    private Stored<S> stored(AggregateDocument document) {
        var state = document.state(type.stateClass()).orElseThrow(() -> new IllegalStateException("answered but without a state: " + document.id()));
        return new Stored<>(document.id(), document.version(), document.sequence(), state);
    }

    private List<Stored<S>> stored(Iterable<Document> documents) {
        var found = new ArrayList<Stored<S>>();
        for (var document : documents) {
            if (document.containsKey("state")) {
                found.add(stored(AggregateDocument.read(document.getString("_id"), document)));
            }
        }
        return found;
    }

    MongoCollection<Document> collection() {
        return collection;
    }

    static Bson atVersion(AggregateDocument current) {
        return Filters.and(Filters.eq(current.id()), Filters.eq("version", current.version()));
    }

    record Payload(Object state, Object change) {}
}
