package org.xinju.store;

import com.mongodb.WriteConcern;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import org.bson.Document;

/** A store and a client of it, as the services configure theirs. */
final class Connection implements AutoCloseable {

    private final Store store;
    private final MongoClient client;

    private Connection(Store store) {
        this.store = store;
        this.client = MongoClients.create(store.uri() + "/?w=majority&journal=true&uuidRepresentation=standard");
    }

    static Connection to(StoreOptions options) {
        return new Connection(Store.open(options));
    }

    static Connection inMemory() {
        return new Connection(Store.inMemory());
    }

    Store store() {
        return store;
    }

    MongoDatabase database() {
        return client.getDatabase("test").withWriteConcern(WriteConcern.MAJORITY.withJournal(true));
    }

    MongoCollection<Document> collection(String name) {
        return database().getCollection(name);
    }

    /** The winning plan of a command, and how many documents it looked at. */
    Plan explain(Document command) {
        var answer = database().runCommand(new Document("explain", command));
        var plan = answer.get("queryPlanner", Document.class).get("winningPlan", Document.class);
        return new Plan(plan.getString("stage"), plan.get("indexName", "none"), plan.getBoolean("sortInMemory"),
            answer.get("executionStats", Document.class).getLong("totalDocsExamined"));
    }

    record Plan(String stage, String index, boolean sorted, long examined) {}

    @Override
    public void close() {
        client.close();
        store.close();
    }
}
