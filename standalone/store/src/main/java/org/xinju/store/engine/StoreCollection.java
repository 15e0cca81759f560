package org.xinju.store.engine;

import java.util.Collection;
import java.util.List;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Supplier;

import de.bwaldvogel.mongo.MongoDatabase;
import de.bwaldvogel.mongo.backend.ArrayFilters;
import de.bwaldvogel.mongo.backend.CollectionOptions;
import de.bwaldvogel.mongo.backend.CursorRegistry;
import de.bwaldvogel.mongo.backend.Index;
import de.bwaldvogel.mongo.backend.QueryResult;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.bson.ObjectId;
import de.bwaldvogel.mongo.exception.IndexBuildFailedException;
import de.bwaldvogel.mongo.exception.InvalidIdFieldError;
import de.bwaldvogel.mongo.exception.MongoServerError;
import de.bwaldvogel.mongo.oplog.Oplog;
import org.jspecify.annotations.Nullable;

import org.xinju.store.index.DocumentOrder;
import org.xinju.store.index.OrderedIndex;
import org.xinju.store.index.Slot;
import org.xinju.store.journal.Change;
import org.xinju.store.journal.Frame;
import org.xinju.store.journal.Kept;

/**
 * A collection. Readers take references under a shared lock and work on them without it; a writer holds the lock alone, computes the
 * next version, puts it in place and logs it.
 */
final class StoreCollection extends PlainCollection {

    /** A result, and what it took to find it. */
    record Selection(QueryResult result, Candidates candidates) {}

    private final Engine engine;
    private final ReentrantReadWriteLock lock = new ReentrantReadWriteLock();
    private final Contents contents = new Contents(this, getIndexes(), this::documentMatchesQuery);
    private final AfterImage afterImage;
    private final boolean kept;
    private boolean dropped;

    StoreCollection(MongoDatabase database, String name, CollectionOptions options, CursorRegistry cursors, Engine engine) {
        super(database, name, options, cursors);
        this.engine = engine;
        this.afterImage = new AfterImage(database, name, options, cursors);
        this.kept = !isSystem(name);
    }

    /** The library's own lists of collections and indexes; they are rebuilt from the journal, not kept in it. */
    static boolean isSystem(String name) {
        return name.startsWith("system.");
    }

    @Override
    protected QueryResult queryDocuments(Document query, @Nullable Document orderBy, int skip, int limit, int batchSize,
                                         @Nullable Document projection) {
        return select(query, orderBy, skip, limit, batchSize, projection).result();
    }

    Selection select(Document query, @Nullable Document orderBy, int skip, int limit, int batchSize, @Nullable Document projection) {
        Language.checkFilter(query);
        var candidates = shared(() -> {
            var found = contents.candidates(query, orderBy);
            if (!found.ordered() || limit == 0) {
                return new Snapshot(found, found.slots().map(Slot::document).toList(), query);
            }
            var first = contents.find(found, query, orderBy, skip + limit);    // stops early, so it stays under the lock
            return new Snapshot(found, first.stream().map(Slot::document).toList(), projection == null ? new Document() : query);
        });
        var comparator = candidates.found().ordered() ? null : DocumentOrder.of(orderBy).orElse(null);
        var documents = candidates.documents().stream();
        var result = matchDocumentsFromStream(candidates.filter(), documents, skip, limit, batchSize, comparator, projection);
        count(query, orderBy, candidates.found());
        return new Selection(Pipeline.COPIES.isBound() ? copied(result) : result, candidates.found());
    }

    private static QueryResult copied(QueryResult result) {
        return new QueryResult(result.collectDocuments().stream().map(Document::cloneDeeply).toList(), result.getCursorId());
    }

    /** @param filter that is still to be applied: a projection may ask which element of an array has matched */
    private record Snapshot(Candidates found, List<Document> documents, Document filter) {}

    private void count(Document query, @Nullable Document orderBy, Candidates candidates) {
        if (kept) {
            engine.scans().record(getFullName(), query, orderBy, candidates.indexName(), candidates.examined());
        }
    }

    private List<Slot> find(Document query, @Nullable Document orderBy, int limit) {
        Language.checkFilter(query);
        var candidates = contents.candidates(query, orderBy);
        var found = contents.find(candidates, query, orderBy, limit);
        count(query, orderBy, candidates);
        return found;
    }

    @Override
    protected QueryResult createQueryResult(List<Document> documents, int batchSize) {
        if (batchSize <= 0) {
            return new QueryResult(documents);    // the library asks for itself
        }
        var first = Batches.head(documents, batchSize);
        if (first.size() == documents.size()) {
            return new QueryResult(documents);
        }
        var cursor = new Batches(cursorRegistry.generateCursorId(), documents.subList(first.size(), documents.size()));
        cursorRegistry.add(cursor);
        return new QueryResult(first, cursor);
    }

    @Override
    public int count() {
        return shared(contents::size);
    }

    /** All documents as they are at one moment. */
    List<Document> documents() {
        return shared(contents::documents);
    }

    @Override
    public void addDocument(Document document) {
        if (document.get("_id") instanceof Collection) {
            throw new InvalidIdFieldError("The '_id' value cannot be of type array");
        }
        if (kept && !document.containsKey("_id")) {
            document.put("_id", new ObjectId());
        }
        var stored = Kept.of(document);
        var frame = frame(Change.Kind.PUT, stored);
        alone(() -> {
            contents.insert(stored);
            log(frame);
            return stored;
        });
    }

    @Override
    public Document updateDocuments(Document selector, Document update, ArrayFilters filters, boolean multi, boolean upsert, Oplog oplog) {
        if (multi && update.keySet().stream().anyMatch(key -> !key.startsWith("$"))) {
            throw new MongoServerError(10158, "multi update only works with $ operators");
        }
        return alone(() -> {
            var found = find(selector, null, multi ? 0 : 1);
            if (found.isEmpty()) {
                return apply(null, afterImage.update(null, selector, update, filters, upsert));
            }
            var modified = 0;
            for (var slot : found) {
                var answer = apply(slot, afterImage.update(slot.document(), selector, update, filters, false));
                modified += ((Number) answer.getOrDefault("nModified", 0)).intValue();
            }
            return new Document("n", found.size()).append("nModified", modified);
        });
    }

    @Override
    public Document findAndModify(Document command) {
        return alone(() -> {
            var query = command.get("query") instanceof Document given ? given : new Document();
            var found = find(query, command.get("sort") instanceof Document sort ? sort : null, 1);
            var slot = found.isEmpty() ? null : found.getFirst();
            return apply(slot, afterImage.findAndModify(slot == null ? null : slot.document(), command));
        });
    }

    private Document apply(@Nullable Slot slot, AfterImage.Effect effect) {
        if (slot != null && effect.removed()) {
            remove(slot);
        }
        effect.stored().ifPresent(document -> {
            var after = Kept.of(document);
            var frame = frame(Change.Kind.PUT, after);
            if (slot == null) {
                contents.insert(after);
            } else {
                contents.replace(slot, after);
            }
            log(frame);
        });
        return effect.answer();
    }

    @Override
    public int deleteDocuments(Document selector, int limit, Oplog oplog) {
        return alone(() -> {
            var found = find(selector, null, limit);
            found.forEach(this::remove);
            return found.size();
        });
    }

    @Override
    public void removeDocument(Document document) {
        deleteDocuments(new Document("_id", document.get("_id")), 1);
    }

    private void remove(Slot slot) {
        var frame = frame(Change.Kind.REMOVE, new Document("_id", slot.document().get("_id")));
        contents.remove(slot);
        log(frame);
    }

    private Frame frame(Change.Kind kind, Document body) {
        return Frame.of(new Change(kind, getFullName(), body));
    }

    private void log(Frame frame) {
        if (kept) {
            engine.log().append(frame);
        }
    }

    /** Takes a change back from the journal. */
    void restore(Change change) {
        var byId = new Document("_id", new Document("$eq", change.body().get("_id")));
        alone(() -> {
            var known = contents.find(contents.candidates(byId, null), byId, null, 1);
            if (change.kind() == Change.Kind.REMOVE) {
                known.forEach(contents::remove);
            } else if (known.isEmpty()) {
                contents.insert(change.body());
            } else {
                contents.replace(known.getFirst(), change.body());
            }
            return known;
        });
    }

    @Override
    public void addIndex(Index<Slot> index) {
        alone(() -> {
            try {
                contents.addIndex(index);
                return index;
            } catch (MongoServerError e) {
                throw new IndexBuildFailedException(e, this);
            }
        });
    }

    @Override
    public void dropIndex(String name) {
        alone(() -> {
            super.dropIndex(name);
            return name;
        });
    }

    List<OrderedIndex> indexes() {
        return shared(() -> getIndexes().stream().map(OrderedIndex.class::cast).toList());
    }

    @Override
    public void drop() {
        alone(() -> {
            super.drop();
            contents.clear();
            return dropped = true;
        });
    }

    @Override
    protected int getDataSize() {
        return (int) Math.min(Integer.MAX_VALUE, documents().stream().mapToLong(BsonSize::of).sum());
    }

    private <T> T shared(Supplier<T> work) {
        lock.readLock().lock();
        try {
            return work.get();
        } finally {
            lock.readLock().unlock();
        }
    }

    private <T> T alone(Supplier<T> work) {
        lock.writeLock().lock();
        try {
            if (dropped) {
                throw new MongoServerError(175, "QueryPlanKilled", "collection dropped: " + getFullName());
            }
            return work.get();
        } finally {
            lock.writeLock().unlock();
        }
    }
}
