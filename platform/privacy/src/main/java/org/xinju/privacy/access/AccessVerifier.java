package org.xinju.privacy.access;

import java.util.Collection;

import com.mongodb.client.MongoCollection;
import org.bson.Document;

import org.xinju.privacy.KeyedHash;

import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gte;
import static com.mongodb.client.model.Sorts.ascending;

/** Reads all chains from end to end and names the first broken link of each. Runs beside a working log. */
public final class AccessVerifier {

    private static final int PAGE = 1000;

    private final MongoCollection<Document> collection;
    private final KeyedHash key;

    AccessVerifier(MongoCollection<Document> collection, KeyedHash key) {
        this.collection = collection;
        this.key = key;
    }

    /** All chains, see {@link #verify(String, Collection)}. */
    public AccessReport verify(Collection<ChainHead> known) {
        return verify("", known);
    }

    /**
     * @param from names of chains that sort before are left out ({@link ChainNames#since}); empty for all, and for what belongs to no chain
     * @param known heads known from elsewhere, several of one chain allowed: published with the accesses, or from an earlier report.
     *     Without them a cut-off end cannot be seen.
     */
    public AccessReport verify(String from, Collection<ChainHead> known) {
        var within = known.stream().filter(head -> head.chain().compareTo(from) >= 0).toList();
        var walk = new ChainWalk(key, within, id -> collection.find(eq("_id", id)).first());
        try (var documents = collection.find(from.isEmpty() ? new Document() : gte("_id", from)).sort(ascending("_id")).batchSize(PAGE).iterator()) {
            documents.forEachRemaining(walk::step);
        }
        return walk.end();
    }
}
