package org.xinju.store.engine;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

import de.bwaldvogel.mongo.MongoDatabase;
import de.bwaldvogel.mongo.backend.ArrayFilters;
import de.bwaldvogel.mongo.backend.CollectionOptions;
import de.bwaldvogel.mongo.backend.CursorRegistry;
import de.bwaldvogel.mongo.backend.QueryResult;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.oplog.NoopOplog;
import org.jspecify.annotations.Nullable;

import org.xinju.store.index.Packed;
import org.xinju.store.index.Slot;

/**
 * The library's update language as a function from a document to the next one. It is a collection of no more than one document, a copy,
 * which the library may change as it likes; what it did is read off afterwards. Not safe for threads.
 */
final class AfterImage extends PlainCollection {

    /**
     * What a command makes of one document.
     *
     * @param answer  the library's reply
     * @param stored  the next version, or the new document; empty when nothing changes
     * @param removed whether the document goes away
     */
    record Effect(Document answer, Optional<Document> stored, boolean removed) {}

    private static final Slot NOWHERE = new Slot(0, Packed.of(new Document()));

    private @Nullable Document subject;
    private @Nullable Document stored;
    private boolean removed;

    AfterImage(MongoDatabase database, String name, CollectionOptions options, CursorRegistry cursors) {
        super(database, name, options, cursors);
    }

    /** The effect of an update on this document; without one, of its upsert. */
    Effect update(@Nullable Document before, Document selector, Document update, ArrayFilters filters, boolean upsert) {
        take(before);
        return effect(updateDocuments(selector, update, filters, false, upsert, NoopOplog.get()));
    }

    /** The effect of a {@code findAndModify} whose query and order have found this document, or none. */
    Effect findAndModify(@Nullable Document before, Document command) {
        take(before);
        return effect(findAndModify(command));
    }

    private void take(@Nullable Document before) {
        subject = before == null ? null : before.clone();    // the library replaces top-level fields and copies what is below
        stored = null;
        removed = false;
    }

    private Effect effect(Document answer) {
        return new Effect(answer, Optional.ofNullable(stored), removed);
    }

    @Override
    protected QueryResult queryDocuments(Document query, @Nullable Document orderBy, int skip, int limit, int batchSize,
                                         @Nullable Document projection) {
        return subject == null ? new QueryResult() : new QueryResult(List.of(subject));
    }

    @Override
    protected void handleUpdate(Slot slot, Document before, Document after) {
        stored = after;
    }

    @Override
    public void addDocument(Document document) {
        stored = document;
    }

    @Override
    public void removeDocument(Document document) {
        removed = true;
    }

    @Override
    protected Slot findDocumentPosition(Document document) {
        return NOWHERE;
    }

    @Override
    protected Document getDocument(Slot nowhere) {
        return Objects.requireNonNull(subject);
    }

    @Override
    public int count() {
        return subject == null ? 0 : 1;
    }
}
