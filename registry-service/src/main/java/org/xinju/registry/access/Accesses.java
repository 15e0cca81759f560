package org.xinju.registry.access;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Indexes;
import org.bson.Document;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import org.xinju.events.Codec;
import org.xinju.events.Inserts;
import org.xinju.events.Received;
import org.xinju.events.Subscription;

/** The accesses that all services have published, by the residents they are about. */
@Configuration(proxyBeanMethods = false)
class Accesses {

    private static final String COLLECTION = "publishedAccesses";

    private final MongoCollection<Document> collection;

    Accesses(MongoDatabase database) {
        collection = database.getCollection(COLLECTION);
        collection.createIndex(Indexes.ascending("access.subjects", "position"));
    }

    /** @param position sorts the newest first, and tells two of the same moment apart */
    record Kept(String position, PublishedAccess access) {

        static Kept of(Received event) {
            var position = String.format(Locale.ROOT, "%019d-%s", Long.MAX_VALUE - event.sequence(), event.id());
            return new Kept(position, event.state(PublishedAccess.class));
        }
    }

    @Bean
    Subscription accessSubscription(Inserts inserts) {
        return Subscription.of("registry.accesses", "audit.accesses")
                .step(event -> inserts.once(COLLECTION, event, "access", event.subject(), Kept.of(event)));
    }

    /** Looks at a resident, newest first, beginning after a position. */
    List<Kept> of(String resident, String after, int limit) {
        var found = new ArrayList<Kept>();
        collection.find(Filters.and(Filters.eq("access.subjects", resident), Filters.gt("position", after)))
                .sort(Indexes.ascending("position")).limit(limit).forEach(d -> found.add(Codec.fromDocument(d, Kept.class)));
        return found;
    }
}
