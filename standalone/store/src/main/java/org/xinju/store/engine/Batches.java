package org.xinju.store.engine;

import java.util.List;

import de.bwaldvogel.mongo.backend.AbstractCursor;
import de.bwaldvogel.mongo.bson.Document;
import org.jspecify.annotations.Nullable;

/** Cuts results into replies as MongoDB does: 101 documents at first, then as many as asked for, and never more than 16 MiB. */
final class Batches extends AbstractCursor {

    /** Documents in the first reply when the client does not say. */
    static final int FIRST = 101;

    private static final int BYTES = 16 << 20;

    private List<Document> rest;

    Batches(long id, List<Document> rest) {
        super(id);
        this.rest = rest;
    }

    @Override
    public synchronized boolean isEmpty() {
        return rest.isEmpty();
    }

    /**
     * @param atMost 0 for as many as fit
     */
    @Override
    public synchronized List<Document> takeDocuments(int atMost) {
        var batch = head(rest, atMost);
        rest = rest.subList(batch.size(), rest.size());
        return batch;
    }

    static List<Document> head(List<Document> documents, int atMost) {
        var end = atMost > 0 ? Math.min(atMost, documents.size()) : documents.size();
        var asked = documents.subList(0, end);
        if (asked.stream().mapToLong(BsonSize::atMost).sum() <= BYTES) {
            return asked;
        }
        var count = 0;
        var bytes = 0;
        while (count < end && (count == 0 || bytes < BYTES)) {
            bytes += BsonSize.of(documents.get(count));
            if (count == 0 || bytes <= BYTES) {
                count++;
            }
        }
        return documents.subList(0, count);
    }

    /** What the field {@code batchSize} of a command asks for. */
    static int size(@Nullable Object asked) {
        return asked instanceof Number number && number.intValue() > 0 ? number.intValue() : FIRST;
    }
}
