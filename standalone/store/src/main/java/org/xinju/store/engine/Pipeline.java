package org.xinju.store.engine;

import java.util.List;
import java.util.Set;

import de.bwaldvogel.mongo.MongoDatabase;
import de.bwaldvogel.mongo.backend.DatabaseResolver;
import de.bwaldvogel.mongo.backend.aggregation.Aggregation;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.exception.MongoServerError;
import de.bwaldvogel.mongo.oplog.Oplog;

/**
 * An aggregation whose beginning is a query: a leading {@code $match}, {@code $sort} and {@code $limit} are answered by the collection and
 * its indexes, the rest runs in the library.
 *
 * @param filter  of the leading {@code $match}, or empty
 * @param orderBy of the {@code $sort} after it, or empty
 * @param limit   of the {@code $limit} after it, or 0
 * @param rest    the stages that are left
 */
record Pipeline(Document filter, Document orderBy, int limit, List<Document> rest) {

    /** While bound, reads give deep copies: some stages of the library change documents in place. */
    static final ScopedValue<Boolean> COPIES = ScopedValue.newInstance();

    /** Stages that leave their input as it is. */
    private static final Set<String> HARMLESS = Set.of("$match", "$sort", "$limit", "$skip", "$count", "$group", "$project", "$unwind",
        "$unset", "$sortByCount", "$sample", "$bucket", "$indexStats");

    static Pipeline of(List<Document> stages) {
        if (stages.stream().anyMatch(stage -> stage.containsKey("$changeStream"))) {
            throw new MongoServerError(40573, "The $changeStream stage is only supported on replica sets");
        }
        var filter = new Document();
        var orderBy = new Document();
        var limit = 0;
        var at = 0;
        if (at < stages.size() && stages.get(at).get("$match") instanceof Document match) {
            filter = match;
            at++;
        }
        if (at < stages.size() && stages.get(at).get("$sort") instanceof Document sort) {
            orderBy = sort;
            at++;
        }
        if (at < stages.size() && stages.get(at).get("$limit") instanceof Number first && first.longValue() > 0
            && first.longValue() <= Integer.MAX_VALUE) {
            limit = first.intValue();
            at++;
        }
        return new Pipeline(filter, orderBy, limit, stages.subList(at, stages.size()));
    }

    List<Document> run(StoreCollection collection, MongoDatabase database, DatabaseResolver databases, Oplog oplog) {
        var aggregation = Aggregation.fromPipeline(rest, databases, database, collection, oplog);
        aggregation.validate(new Document("cursor", new Document()));
        if (rest.stream().allMatch(stage -> HARMLESS.containsAll(stage.keySet()))) {
            return aggregation.runStages(start(collection).stream());
        }
        return ScopedValue.where(COPIES, true).call(() -> aggregation.runStages(start(collection).stream()));
    }

    private List<Document> start(StoreCollection collection) {
        return collection.select(filter, orderBy, 0, limit, 0, null).result().collectDocuments();
    }
}
