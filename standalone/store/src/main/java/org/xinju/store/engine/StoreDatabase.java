package org.xinju.store.engine;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;

import de.bwaldvogel.mongo.MongoCollection;
import de.bwaldvogel.mongo.backend.AbstractSynchronizedMongoDatabase;
import de.bwaldvogel.mongo.backend.CollectionOptions;
import de.bwaldvogel.mongo.backend.CursorRegistry;
import de.bwaldvogel.mongo.backend.DatabaseResolver;
import de.bwaldvogel.mongo.backend.DefaultQueryMatcher;
import de.bwaldvogel.mongo.backend.Index;
import de.bwaldvogel.mongo.backend.IndexKey;
import de.bwaldvogel.mongo.backend.aggregation.Aggregation;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.exception.IndexNotFoundException;
import de.bwaldvogel.mongo.exception.MongoServerError;
import de.bwaldvogel.mongo.oplog.NoopOplog;
import de.bwaldvogel.mongo.oplog.Oplog;
import io.netty.channel.Channel;
import org.jspecify.annotations.Nullable;

import org.xinju.store.index.OrderedIndex;
import org.xinju.store.index.Slot;
import org.xinju.store.journal.Change;
import org.xinju.store.journal.Fields;
import org.xinju.store.journal.Frame;

/** A database: the library's commands over our collections, and those commands done anew that the library gets wrong. */
final class StoreDatabase extends AbstractSynchronizedMongoDatabase<Slot> {

    private final Engine engine;
    private final Map<String, StoreCollection> kept = new ConcurrentHashMap<>();

    StoreDatabase(String name, CursorRegistry cursors, Engine engine) {
        super(name, cursors);
        this.engine = engine;
        initializeNamespacesAndIndexes();
    }

    @Override
    public Document handleCommand(Channel channel, String command, Document query, DatabaseResolver databases, Oplog oplog) {
        Language.checkCommand(command, query);
        return switch (command.toLowerCase(Locale.ROOT)) {
            case "find" -> super.handleCommand(channel, command, inBatches(query), databases, oplog);
            case "insert" -> Bulk.counted(query, super.handleCommand(channel, command, query, databases, oplog));
            case "update" -> Bulk.each(query, "updates", part -> super.handleCommand(channel, command, part, databases, oplog));
            case "delete" -> Bulk.each(query, "deletes", part -> super.handleCommand(channel, command, part, databases, oplog));
            case "aggregate" -> aggregate(query, databases, oplog);
            case "explain" -> explain(Explain.of(Fields.document(query, command)));
            case "createindexes" -> createIndexes(Fields.text(query, command), query);
            case "dropindexes" -> dropIndexes(Fields.text(query, command), query.get("index"));
            case "listcollections" -> filtered(super.handleCommand(channel, command, query, databases, oplog), query);
            default -> super.handleCommand(channel, command, query, databases, oplog);
        };
    }

    private static Document inBatches(Document query) {
        var one = query.clone();
        one.put("batchSize", Boolean.TRUE.equals(query.get("singleBatch")) ? 0 : Batches.size(query.get("batchSize")));
        return one;
    }

    private Document aggregate(Document query, DatabaseResolver databases, Oplog oplog) {
        var name = Fields.text(query, "aggregate");
        var cursor = Fields.document(query, "cursor");
        var pipeline = Pipeline.of(Aggregation.parse(query.get("pipeline")));
        if (!(resolveCollection(name, false) instanceof StoreCollection collection)) {
            return Replies.cursor(getFullCollectionNamespace(name), List.of(), 0);
        }
        var found = collection.createQueryResult(pipeline.run(collection, this, databases, oplog), Batches.size(cursor.get("batchSize")));
        return Replies.cursor(collection.getFullName(), found.collectDocuments(), found.getCursorId());
    }

    private Document explain(Explain question) {
        var collection = resolveCollection(question.collection(), false);
        return question.answer(getFullCollectionNamespace(question.collection()), (StoreCollection) collection);
    }

    private static Document filtered(Document answer, Document query) {
        if (query.get("filter") instanceof Document filter && answer.get("cursor") instanceof Document cursor
            && cursor.get("firstBatch") instanceof Collection<?> all) {
            var matcher = new DefaultQueryMatcher();
            cursor.put("firstBatch", all.stream().filter(each -> matcher.matches((Document) each, filter)).toList());
        }
        return answer;
    }

    private synchronized Document createIndexes(String name, Document query) {
        var before = specifications(name).size();
        if (!(query.get("indexes") instanceof Collection<?> wanted)) {
            throw new MongoServerError(9, "FailedToParse", "the field 'indexes' must be an array");
        }
        for (var each : wanted) {
            var specification = IndexSpecification.of((Document) each);
            if (!specification.exists(specifications(name))) {
                var description = specification.toDescription(getFullCollectionNamespace(name));
                addIndex(description);
                log(Change.Kind.INDEX, name, description);
            }
        }
        return Replies.ok().append("numIndexesBefore", before).append("numIndexesAfter", specifications(name).size());
    }

    List<IndexSpecification> specifications(String collection) {
        var list = indexes.get();
        if (list == null) {
            return List.of();
        }
        return list.handleQueryAsStream(new Document("ns", getFullCollectionNamespace(collection))).map(IndexSpecification::of).toList();
    }

    private synchronized Document dropIndexes(String name, @Nullable Object which) {
        if (resolveCollection(name, false) instanceof StoreCollection collection) {
            for (var index : named(name, which)) {
                collection.dropIndex(index);
                getOrCreateIndexesCollection().deleteDocuments(new Document("ns", collection.getFullName()).append("name", index), 0);
                log(Change.Kind.DROP_INDEX, name, new Document("name", index));
            }
        }
        return Replies.ok();
    }

    private List<String> named(String collection, @Nullable Object which) {
        if (which instanceof Collection<?> several) {
            return several.stream().flatMap(one -> named(collection, one).stream()).toList();
        }
        var names = specifications(collection).stream()
            .filter(index -> "*".equals(which) ? !index.name().equals("_id_") : index.name().equals(which) || index.key().equals(which))
            .map(IndexSpecification::name).toList();
        if (names.contains("_id_")) {
            throw new MongoServerError(72, "InvalidOptions", "cannot drop _id index");
        }
        if (names.isEmpty() && !"*".equals(which)) {
            throw new IndexNotFoundException("index not found with name [" + which + "]");
        }
        return names;
    }

    @Override
    protected MongoCollection<Slot> openOrCreateCollection(String name, CollectionOptions options) {
        var collection = new StoreCollection(this, name, options, cursorRegistry, engine);
        if (!StoreCollection.isSystem(name)) {
            kept.put(name, collection);
            log(Change.Kind.CREATE, name, new Document());
        }
        return collection;
    }

    @Override
    public synchronized void dropCollection(String name, Oplog oplog) {
        super.dropCollection(name, oplog);
        if (kept.remove(name) != null) {
            log(Change.Kind.DROP, name, new Document());
        }
    }

    /** The library's lists of collections and indexes go with this object. */
    @Override
    public synchronized void drop(Oplog oplog) {
        List.copyOf(kept.keySet()).forEach(name -> dropCollection(name, oplog));
    }

    private void log(Change.Kind kind, String collection, Document body) {
        engine.log().append(Frame.of(new Change(kind, getFullCollectionNamespace(collection), body)));
    }

    /** Takes a change back from the journal; indexes come last, see {@link #addIndex}. */
    void restore(Change change) {
        switch (change.kind()) {
            case CREATE -> resolveOrCreateCollection(change.collection());
            case PUT, REMOVE -> ((StoreCollection) resolveOrCreateCollection(change.collection())).restore(change);
            case DROP -> {
                if (kept.containsKey(change.collection())) {
                    dropCollection(change.collection(), NoopOplog.get());
                }
            }
            case INDEX, DROP_INDEX, END -> throw new IllegalArgumentException("not a change of documents: " + change.kind());
        }
    }

    @Override
    protected synchronized void addIndex(Document description) {
        super.addIndex(description);
    }

    Collection<StoreCollection> collections() {
        return new ArrayList<>(kept.values());
    }

    /** Everything, as changes that lead from nothing to it. */
    void contents(Consumer<Change> target) {
        for (var collection : collections()) {
            var namespace = collection.getFullName();
            target.accept(new Change(Change.Kind.CREATE, namespace, new Document()));
            specifications(collection.getCollectionName()).stream().filter(index -> !index.name().equals("_id_"))
                .forEach(index -> target.accept(new Change(Change.Kind.INDEX, namespace, index.toDescription(namespace))));
            collection.documents().forEach(document -> target.accept(new Change(Change.Kind.PUT, namespace, document.open())));
        }
    }

    @Override
    protected Index<Slot> openOrCreateUniqueIndex(String collection, String name, List<IndexKey> keys, boolean sparse) {
        return new OrderedIndex(name, keys, true, sparse);
    }

    @Override
    protected Index<Slot> openOrCreateSecondaryIndex(String collection, String name, List<IndexKey> keys, boolean sparse) {
        return new OrderedIndex(name, keys, false, sparse);
    }

    @Override
    protected long getFileSize() {
        return 0;
    }

    @Override
    protected long getStorageSize() {
        return 0;
    }
}
