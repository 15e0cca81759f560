package org.xinju.store.engine;

import java.util.List;

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
        return aggregation.runStages(collection.read(filter, orderBy, limit));
    }
}
