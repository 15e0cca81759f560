package org.xinju.acceptance.crash.agent;

import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Stream;

import com.mongodb.MongoSocketReadException;
import com.mongodb.ServerAddress;

/** The faults, around the methods that they befall. */
final class Faults {

    private static final String COLLECTION = "com.mongodb.client.internal.MongoCollectionImpl";
    private static final int SLOW_MILLIS = 1_000;

    private final Orders orders;

    Faults(Orders orders) {
        this.orders = orders;
    }

    List<Place> all() {
        return Stream.concat(Stream.of("insertOne", "updateOne", "bulkWrite", "findOneAndUpdate").map(this::losing), Stream.of(slow())).toList();
    }

    private Place losing(String method) {
        return new Place(COLLECTION, method, false, (self, arguments, original) -> {
            var answer = original.call(self, arguments);
            if (orders.isFault(Fault.ANSWERS_LOST) && ThreadLocalRandom.current().nextInt(12) == 0) {
                throw new MongoSocketReadException("answer lost on purpose", new ServerAddress());
            }
            return answer;
        });
    }

    private Place slow() {
        return new Place("org.xinju.events.Subscription", "deliver", false, (self, arguments, original) -> {
            if (orders.isFault(Fault.SLOW) && ThreadLocalRandom.current().nextInt(4) == 0) {
                Thread.sleep(SLOW_MILLIS);
            }
            return original.call(self, arguments);
        });
    }
}
