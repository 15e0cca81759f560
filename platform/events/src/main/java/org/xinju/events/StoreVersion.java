package org.xinju.events;

import com.mongodb.client.MongoDatabase;
import org.bson.Document;
import org.springframework.beans.factory.InitializingBean;

/** A service does not begin on a store that would refuse later what the protocol asks of it. */
final class StoreVersion implements InitializingBean {

    /** Of MongoDB: the first with everything that docs/store-queries.md lists. */
    private static final int LEAST = 5;

    private final MongoDatabase database;

    StoreVersion(MongoDatabase database) {
        this.database = database;
    }

    /** @throws StoreTooOldException which names both versions */
    @Override
    public void afterPropertiesSet() {
        require(database.runCommand(new Document("buildInfo", 1)).getString("version"));
    }

    static void require(String version) {
        if (Integer.parseInt(version.replaceFirst("\\D.*", "")) < LEAST) {
            throw new StoreTooOldException("The store is MongoDB %s; at least MongoDB %d is needed".formatted(version, LEAST));
        }
    }
}
