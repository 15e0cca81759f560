package org.xinju.acceptance;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.model.Filters;
import org.apache.kafka.clients.admin.Admin;

/** Nothing is under way any more: every outbox is empty, every consumer has worked off its topic, no message waits to be sent. */
final class Quiet {

    private Quiet() {}

    /** Waits until two looks in a row find nothing under way. @throws IllegalStateException with what is, if it does not end in time */
    static void await(RunningSystem system, Duration limit) {
        try (var store = MongoClients.create(system.store()); var broker = Admin.create(Map.of("bootstrap.servers", system.broker()))) {
            var end = System.nanoTime() + limit.toNanos();
            for (var quiet = 0; quiet < 2; ) {
                var busy = new ArrayList<String>();
                busy.addAll(waiting(store));
                busy.addAll(Consumers.behind(broker, Consumers.ends(broker)));
                quiet = busy.isEmpty() ? quiet + 1 : 0;
                if (System.nanoTime() > end) {
                    throw new IllegalStateException("not quiet within " + limit + ": " + busy);
                }
                Waiting.aMoment();
            }
        }
    }

    private static List<String> waiting(MongoClient store) {
        var busy = new ArrayList<String>();
        for (var name : StoredState.databases(store)) {
            var database = store.getDatabase(name);
            for (var collection : database.listCollectionNames()) {
                var waiting = database.getCollection(collection).countDocuments(Filters.or(Filters.exists("outbox.0"),
                        Filters.eq("state.progress.state", "QUEUED")));
                if (waiting > 0) {
                    busy.add(name + "." + collection + ": " + waiting);
                }
            }
        }
        return busy;
    }
}
