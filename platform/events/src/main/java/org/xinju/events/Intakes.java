package org.xinju.events;

import java.util.Date;
import java.util.Map;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.UpdateOptions;
import com.mongodb.client.model.Updates;
import io.micrometer.core.instrument.MeterRegistry;
import org.bson.Document;
import org.bson.conversions.Bson;

/**
 * Step kind 1: keeps the newest state of a source aggregate as this consumer needs it, in {@code intakes.<name>} of a document of its
 * own. A newer sequence replaces it, an older one leaves it alone ({@code xinju_events_duplicate_total} counts those that come twice or too
 * late); a snapshot replaces it also when the sequence is equal.
 */
public final class Intakes {

    private final MongoDatabase database;
    private final MeterRegistry meters;

    Intakes(MongoDatabase database, MeterRegistry meters) {
        this.database = database;
        this.meters = meters;
    }

    /**
     * @param state what this consumer keeps, in its own record type
     * @return whether the intake was replaced; steps that follow run either way
     */
    public boolean take(String collection, String targetId, String name, Received event, Object state) {
        var path = "intakes." + name;
        var notNewer = event.snapshot() ? new Document("$gt", event.sequence()) : new Document("$gte", event.sequence());
        Bson older = Filters.and(Filters.eq(targetId), new Document(path + ".sequence", new Document("$not", notNewer)));
        Bson replace = Updates.combine(
                Updates.set(path, new Document(Map.of("sequence", event.sequence(), "event", event.id(),
                        "at", Date.from(event.at()), "state", Codec.toDocument(state)))),
                Updates.setOnInsert("version", 0L), Updates.setOnInsert("sequence", 0L));
        var documents = database.getCollection(collection);
        try {
            documents.updateOne(older, replace, new UpdateOptions().upsert(true));
            return true;
        } catch (MongoWriteException e) {
            if (e.getError().getCategory() != ErrorCategory.DUPLICATE_KEY) {
                throw e;
            }
            // The document is there: it holds a state at least as new, or it came into being at this moment with other contents.
            var taken = documents.updateOne(older, replace).getMatchedCount() == 1;
            if (!taken) {
                meters.counter("xinju_events_duplicate", "step", "intake", "collection", collection).increment();
            }
            return taken;
        }
    }
}
