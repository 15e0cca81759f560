package org.xinju.testing;

import de.bwaldvogel.mongo.MongoServer;
import de.bwaldvogel.mongo.backend.memory.MemoryBackend;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.wire.message.MongoMessage;

/** The in-memory stand-in for MongoDB, for tests. */
public final class StandInStore {

    private StandInStore() {}

    /** A server on a free port of the loopback interface. */
    public static MongoServer start() {
        var server = new MongoServer(new WithHello());
        server.bind("127.0.0.1", 0);
        return server;
    }

    /** The library does not know the command {@code hello}, which drivers and health checks send. */
    private static final class WithHello extends MemoryBackend {
        @Override
        public Document handleMessage(MongoMessage message) {
            if (!message.getDocument().containsKey("hello")) {
                return super.handleMessage(message);
            }
            var asked = new Document("isMaster", 1);
            message.getDocument().forEach((name, value) -> {
                if (!"hello".equals(name)) {
                    asked.put(name, value);
                }
            });
            var answer = super.handleMessage(new MongoMessage(message.getChannel(), message.getHeader(), asked));
            answer.put("isWritablePrimary", true);
            return answer;
        }
    }
}
