package org.xinju.events;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import io.micrometer.core.instrument.MeterRegistry;
import org.bson.Document;

/**
 * Step kind 2: what an event causes once. The document's id derives from the event, the rule and the target, so a second delivery
 * inserts nothing ({@code xinju_events_duplicate_total} counts it). It reads only the event, never an intake, and ignores snapshots.
 */
public final class Inserts {

    private final MongoDatabase database;
    private final MeterRegistry meters;

    Inserts(MongoDatabase database, MeterRegistry meters) {
        this.database = database;
        this.meters = meters;
    }

    /**
     * @return whether this delivery was the first
     * @throws MongoWriteException if another unique index is violated: that is an error, not a repetition
     */
    public boolean once(String collection, Received event, String rule, String target, Object content) {
        if (event.snapshot()) {
            return false;
        }
        var documents = database.getCollection(collection);
        var id = Ids.derive(event.id(), rule, target).toString();
        var document = Codec.toDocument(content).append("_id", id);
        try {
            documents.insertOne(document);
            return true;
        } catch (MongoWriteException e) {
            if (e.getError().getCategory() == ErrorCategory.DUPLICATE_KEY
                    && documents.find(Filters.eq(id)).projection(new Document("_id", 1)).first() != null) {
                meters.counter("xinju_events_duplicate", "step", "insert", "collection", collection).increment();
                return false;
            }
            throw e;
        }
    }
}
