package org.xinju.acceptance.crash.agent;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
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
        return Stream.of(Stream.of("insertOne", "updateOne", "bulkWrite", "findOneAndUpdate").map(this::losing), Stream.of(slow(), late()), clocks())
                .flatMap(places -> places).toList();
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

    private Place late() {
        return new Place("org.xinju.events.Aggregates", "recompute", false, (self, arguments, original) -> {
            if (orders.isFault(Fault.LATE)) {
                Thread.sleep(Fault.LATE_MILLIS);
            }
            return original.call(self, arguments);
        });
    }

    /** The clock of the law and of all holds, and the one that numbers events. */
    private Stream<Place> clocks() {
        return Stream.of(
                new Place("org.xinju.web.WebAutoConfiguration", "clock", false,
                        (self, arguments, original) -> new MovingClock((Clock) Objects.requireNonNull(original.call(self, arguments)))),
                new Place("org.xinju.events.Sequences", "now", false,
                        (self, arguments, original) -> ((Instant) Objects.requireNonNull(original.call(self, arguments))).plus(off())),
                new Place("org.xinju.events.Sequences", "after", false, (self, arguments, original) -> off().isZero() ? original.call(self, arguments)
                        : Math.max((long) arguments[0] + 1, ChronoUnit.MICROS.between(Instant.EPOCH, Instant.now().plus(off())))));
    }

    private Duration off() {
        return orders.isFault(Fault.CLOCK_AHEAD) ? Fault.CLOCK_OFF : orders.isFault(Fault.CLOCK_BEHIND) ? Fault.CLOCK_OFF.negated() : Duration.ZERO;
    }

    private final class MovingClock extends Clock {

        private final Clock clock;

        private MovingClock(Clock clock) {
            this.clock = clock;
        }

        @Override
        public Instant instant() {
            return clock.instant().plus(off());
        }

        @Override
        public ZoneId getZone() {
            return clock.getZone();
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return new MovingClock(clock.withZone(zone));
        }
    }
}
