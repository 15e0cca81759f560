package org.xinju.store.engine;

import java.util.Collection;
import java.util.List;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Supplier;
import java.util.stream.Stream;

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

import org.xinju.store.engine.Contents.Found;
import org.xinju.store.index.DocumentOrder;
import org.xinju.store.index.OrderedIndex;
import org.xinju.store.index.Packed;
import org.xinju.store.index.Slot;
import org.xinju.store.journal.Change;
import org.xinju.store.journal.Frame;

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
        var snapshot = snapshot(query, orderBy, limit == 0 ? 0 : skip + limit, projection != null);
        var comparator = snapshot.found().ordered() ? null : DocumentOrder.of(orderBy).orElse(null);
        var result = matchDocumentsFromStream(snapshot.filter(), snapshot.documents(), skip, limit, batchSize, comparator, projection);
        return new Selection(result, snapshot.found());
    }

    /** What an aggregation begins with, one after the other where no sorting needs all: as objects they may take more memory than there is. */
    Stream<Document> read(Document query, @Nullable Document orderBy, int limit) {
        var snapshot = snapshot(query, orderBy, limit, false);
        if (snapshot.found().ordered()) {
            return snapshot.documents().filter(document -> documentMatchesQuery(document, snapshot.filter()));
        }
        var comparator = DocumentOrder.of(orderBy).orElse(null);
        return matchDocumentsFromStream(snapshot.filter(), snapshot.documents(), 0, limit, 0, comparator, null).collectDocuments().stream();
    }

    /** @param filter that is still to be applied: a projection may ask which element of an array has matched */
    private record Snapshot(Candidates found, Stream<Document> documents, Document filter) {}

    /** @param first how many are enough, or 0 for all @param again whether the filter is to be applied to those that were found with it */
    private Snapshot snapshot(Document query, @Nullable Document orderBy, int first, boolean again) {
        Language.checkFilter(query);
        var snapshot = shared(() -> {
            var found = contents.candidates(query, orderBy);
            if (!found.ordered() || first == 0) {
                return new Snapshot(found, found.slots().map(Slot::document).toList().stream().map(Packed::open), query);
            }
            var those = contents.find(found, query, orderBy, first);    // stops early, so it stays under the lock
            return new Snapshot(found, those.stream().map(Found::document), again ? query : new Document());
        });
        count(query, orderBy, snapshot.found());
        return snapshot;
    }

    private void count(Document query, @Nullable Document orderBy, Candidates candidates) {
        if (kept) {
            engine.scans().record(getFullName(), query, orderBy, candidates.indexName(), candidates.examined());
        }
    }

    private List<Found> find(Document query, @Nullable Document orderBy, int limit) {
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
    List<Packed> documents() {
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
        var frame = frame(Change.Kind.PUT, document);
        alone(() -> {
            contents.insert(document);
            log(frame);
            return document;
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
            for (var one : found) {
                var answer = apply(one, afterImage.update(one.document(), selector, update, filters, false));
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
            var one = found.isEmpty() ? null : found.getFirst();
            return apply(one, afterImage.findAndModify(one == null ? null : one.document(), command));
        });
    }

    private Document apply(@Nullable Found found, AfterImage.Effect effect) {
        if (found != null && effect.removed()) {
            remove(found);
        }
        effect.stored().ifPresent(after -> {
            var frame = frame(Change.Kind.PUT, after);
            if (found == null) {
                contents.insert(after);
            } else {
                contents.replace(found, after);
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

    private void remove(Found found) {
        var frame = frame(Change.Kind.REMOVE, new Document("_id", found.document().get("_id")));
        contents.remove(found);
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
        return (int) Math.min(Integer.MAX_VALUE, documents().stream().mapToLong(Packed::size).sum());
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
