package org.xinju.privacy.access;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

import com.mongodb.MongoBulkWriteException;
import com.mongodb.ReadConcern;
import com.mongodb.WriteConcern;
import com.mongodb.client.MongoCollection;
import org.bson.Document;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Projections.include;

/**
 * Writes entries in order, so that a crash in between leaves the beginning of what was to be written: a shorter chain, not a broken one.
 * Whether a write without an answer happened is found out by writing again: an id that is taken by the same entry is that write.
 */
final class AccessStore {

    private static final Logger LOG = LoggerFactory.getLogger(AccessStore.class);
    private static final long LONGEST_PAUSE_MILLIS = 1000;
    /** One lost connection is none: the next attempt settles it and no read is refused. */
    private static final int NEWS = 3;

    /** Somebody else's entry stands where the next one of this chain belongs. */
    static final class ForeignEntryException extends RuntimeException {
        private static final long serialVersionUID = 1L;

        ForeignEntryException(String id) {
            super("an entry that this process did not write has the id " + id);
        }
    }

    private final MongoCollection<Document> collection;

    AccessStore(MongoCollection<Document> collection) {
        this.collection = collection.withWriteConcern(WriteConcern.MAJORITY.withJournal(true)).withReadConcern(ReadConcern.MAJORITY);
    }

    /**
     * Returns when all documents are durable, however long the store is away.
     *
     * @throws ForeignEntryException if an id is taken by another entry
     */
    void write(List<Document> documents) throws InterruptedException {
        var missing = documents;
        var failures = 0;
        while (!missing.isEmpty()) {
            try {
                missing = missingAfterWrite(missing);
                if (failures >= NEWS) {
                    LOG.info("Accesses can be written again");
                }
                failures = 0;
            } catch (ForeignEntryException e) {
                throw e;
            } catch (RuntimeException e) {
                // Whatever it is, the entries are numbered and no other may go before them: go on trying. Readers are refused meanwhile.
                failures++;
                if (failures == NEWS) {
                    LOG.warn("Accesses cannot be written, audited reads are refused until they can: {}", e.toString());
                }
                Thread.sleep(Math.min(LONGEST_PAUSE_MILLIS, 10L << Math.min(failures, 10)));
            }
        }
    }

    /** Writes and returns what is not there yet, which is less than before; or throws. */
    private List<Document> missingAfterWrite(List<Document> documents) {
        try {
            collection.insertMany(documents);
            return List.of();
        } catch (MongoBulkWriteException e) {
            var missing = missing(documents);
            if (missing.size() == documents.size()) {
                throw e;
            }
            return missing;
        }
    }

    private List<Document> missing(List<Document> documents) {
        Map<Object, Object> hashes = new HashMap<>();
        collection.find(in("_id", documents.stream().map(d -> d.get("_id")).toList()))
                .projection(include(AccessDocument.HASH))
                .forEach(stored -> hashes.put(stored.get("_id"), stored.getOrDefault(AccessDocument.HASH, "")));
        return documents.stream().filter(document -> {
            var stored = hashes.get(document.get("_id"));
            if (stored != null && !stored.equals(document.get(AccessDocument.HASH))) {
                throw new ForeignEntryException(document.getString("_id"));
            }
            return stored == null;
        }).toList();
    }
}
