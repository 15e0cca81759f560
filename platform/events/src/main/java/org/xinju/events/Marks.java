package org.xinju.events;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.Sorts;
import com.mongodb.client.model.UpdateOneModel;
import com.mongodb.client.model.Updates;
import com.mongodb.client.model.WriteModel;
import org.bson.Document;

/**
 * What says that a number has to be counted anew: nothing is incremented, a bucket is counted from its documents. The write that changes what
 * a document gives to a bucket leaves a mark in the same document, one for the bucket that it leaves and one for the bucket that it comes to.
 * Whoever counts a bucket clears exactly the marks that were there before the count began; one that came meanwhile has another version and stays.
 * So no order, repetition, crash or second replica leaves a number wrong for longer than until the next look.
 */
public final class Marks {

    /** The field of the document that they stand in. */
    public static final String FIELD = "marks";

    /** Documents that one look finds at most. */
    public static final int AT_ONCE = 5_000;

    private static final String BUCKET = "area"; // as it was stored when all numbers were those of areas
    private static final String VERSION = "version";
    private static final String BUCKET_OF_MARKS = FIELD + "." + BUCKET;

    /**
     * A mark in a document.
     *
     * @param document id of it
     * @param version of the document since the write that left it
     */
    public record Mark(String document, String bucket, long version) {}

    private final MongoCollection<Document> collection;

    /** The marks in the documents of a collection; makes their index. */
    public Marks(MongoCollection<Document> collection) {
        this.collection = collection;
        collection.createIndex(Indexes.ascending(BUCKET_OF_MARKS), new IndexOptions().sparse(true));
    }

    /** To be pushed to the document in the write that changes it. */
    public static List<Document> of(Collection<String> buckets, long version) {
        return buckets.stream().map(bucket -> new Document(BUCKET, bucket).append(VERSION, version)).toList();
    }

    /** Marks that wait, by bucket; those of some thousand documents at once, bucket after bucket: however many wait, each is counted but a few times. */
    public Map<String, List<Mark>> waiting() {
        var waiting = new LinkedHashMap<String, List<Mark>>();
        for (var document : collection.find(Filters.exists(BUCKET_OF_MARKS)).sort(Sorts.ascending(BUCKET_OF_MARKS))
                .projection(Projections.include(FIELD)).limit(AT_ONCE)) {
            for (var mark : document.getList(FIELD, Document.class)) {
                waiting.computeIfAbsent(mark.getString(BUCKET), _ -> new ArrayList<>())
                        .add(new Mark(document.getString("_id"), mark.getString(BUCKET), mark.getLong(VERSION)));
            }
        }
        return waiting;
    }

    /** Clears exactly these. */
    public void clear(List<Mark> marks) {
        List<WriteModel<Document>> writes = new ArrayList<>();
        for (var mark : marks) {
            writes.add(new UpdateOneModel<>(Filters.eq(mark.document()),
                    Updates.pull(FIELD, new Document(BUCKET, mark.bucket()).append(VERSION, mark.version()))));
            writes.add(new UpdateOneModel<>(Filters.and(Filters.eq(mark.document()), Filters.size(FIELD, 0)), Updates.unset(FIELD)));
        }
        if (!writes.isEmpty()) {
            collection.bulkWrite(writes, new BulkWriteOptions().ordered(true)); // the second of a pair looks at what the first has left
        }
    }
}
