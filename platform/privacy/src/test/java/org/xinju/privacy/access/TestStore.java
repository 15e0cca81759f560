package org.xinju.privacy.access;

import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

import com.mongodb.ConnectionString;
import com.mongodb.MongoClientSettings;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import de.bwaldvogel.mongo.MongoServer;
import de.bwaldvogel.mongo.backend.memory.MemoryBackend;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.wire.message.MongoMessage;

import static java.util.Objects.requireNonNull;

/** A store in memory behind the real protocol and driver, which can lose answers, stop half way through a write, and be away. */
final class TestStore implements AutoCloseable {

    final AtomicInteger writes = new AtomicInteger();
    /** So many of the next writes, every other one, happen, but their answer is lost with the connection. */
    final AtomicInteger answersToLose = new AtomicInteger();
    /** Of so many of the next writes, every other one, only the first entry is written; then the connection breaks. */
    final AtomicInteger writesToCut = new AtomicInteger();
    /** Every write is refused with an error while this is set. */
    volatile boolean full;

    private final MongoServer server = new MongoServer(new Backend());
    private final MongoClient client;

    TestStore() {
        server.bind("127.0.0.1", 0);
        client = MongoClients.create(MongoClientSettings.builder()
                .applyConnectionString(new ConnectionString(server.getConnectionString()))
                .applyToClusterSettings(cluster -> cluster.serverSelectionTimeout(200, TimeUnit.MILLISECONDS))
                .applyToServerSettings(server -> server.minHeartbeatFrequency(5, TimeUnit.MILLISECONDS))
                .build());
    }

    MongoCollection<org.bson.Document> accesses() {
        return client.getDatabase("test").getCollection("accesses");
    }

    String uri() {
        return server.getConnectionString() + "/test";
    }

    void stop() {
        server.shutdownNow();
    }

    @Override
    public void close() {
        client.close();
        server.shutdownNow();
    }

    private static boolean taken(AtomicInteger faults) {
        return faults.getAndUpdate(left -> Math.max(0, left - 1)) > 0;
    }

    private final class Backend extends MemoryBackend {

        @Override
        public Document handleMessage(MongoMessage message) {
            if (message.getDocument().containsKey("hello")) {
                return hello(message);
            }
            if (!message.getDocument().containsKey("insert")) {
                return super.handleMessage(message);
            }
            var even = writes.incrementAndGet() % 2 == 0;
            if (full) {
                return new Document("ok", 0).append("errmsg", "disk full").append("code", 14031).append("codeName", "OutOfDiskSpace");
            }
            if (even && taken(writesToCut)) {
                var documents = (List<?>) requireNonNull(message.getDocument().get("documents"));
                message.getDocument().put("documents", documents.subList(0, 1));
                return lost(message);
            }
            return even && taken(answersToLose) ? lost(message) : super.handleMessage(message);
        }

        private Document lost(MongoMessage message) {
            var answer = super.handleMessage(message);
            message.getChannel().close().syncUninterruptibly();
            return answer;
        }

        /** The driver asks {@code hello}; this server knows the question only under its old name. */
        private Document hello(MongoMessage message) {
            var old = new Document("isMaster", 1);
            message.getDocument().forEach((key, value) -> {
                if (!key.equals("hello")) {
                    old.put(key, value);
                }
            });
            var answer = super.handleMessage(new MongoMessage(message.getChannel(), message.getHeader(), old));
            answer.put("isWritablePrimary", true);
            return answer;
        }
    }
}
