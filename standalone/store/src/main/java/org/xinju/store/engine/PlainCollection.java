package org.xinju.store.engine;

import java.util.stream.Stream;

import de.bwaldvogel.mongo.MongoDatabase;
import de.bwaldvogel.mongo.backend.AbstractMongoCollection;
import de.bwaldvogel.mongo.backend.CollectionOptions;
import de.bwaldvogel.mongo.backend.CursorRegistry;
import de.bwaldvogel.mongo.backend.DocumentWithPosition;
import de.bwaldvogel.mongo.backend.QueryResult;
import de.bwaldvogel.mongo.bson.Document;
import org.jspecify.annotations.Nullable;

import org.xinju.store.index.Slot;

/**
 * The small steps from which the library composes its own inserts, updates and deletes on live documents. Our collections do each of
 * these in one piece, so the steps are closed here once.
 */
abstract class PlainCollection extends AbstractMongoCollection<Slot> {

    PlainCollection(MongoDatabase database, String name, CollectionOptions options, CursorRegistry cursors) {
        super(database, name, options, cursors);
    }

    @Override
    protected abstract QueryResult queryDocuments(Document query, @Nullable Document orderBy, int skip, int limit, int batchSize,
                                                  @Nullable Document projection);

    @Override
    protected QueryResult matchDocuments(Document query, @Nullable Document orderBy, int skip, int limit, int batchSize,
                                         @Nullable Document projection) {
        return queryDocuments(query, orderBy, skip, limit, batchSize, projection);
    }

    @Override
    protected Stream<DocumentWithPosition<Slot>> streamAllDocumentsWithPosition() {
        throw notAsked();
    }

    @Override
    protected Document getDocument(Slot slot) {
        return slot.document().open();
    }

    @Override
    protected void updateDataSize(int sizeDelta) {
        throw notAsked();
    }

    @Override
    protected boolean tracksDataSize() {
        return false;
    }

    @Override
    protected int getDataSize() {
        return 0;
    }

    @Override
    protected Slot addDocumentInternal(Document document) {
        throw notAsked();
    }

    @Override
    protected void removeDocument(Slot slot) {
        throw notAsked();
    }

    @Override
    protected void handleUpdate(Slot slot, Document before, Document after) {
        throw notAsked();
    }

    private static UnsupportedOperationException notAsked() {
        return new UnsupportedOperationException("documents are changed in one piece only");
    }
}
