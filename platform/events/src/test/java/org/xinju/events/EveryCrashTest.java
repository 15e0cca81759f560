package org.xinju.events;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import com.mongodb.MongoException;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.bson.Document;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

import org.xinju.store.Store;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A client sends three commands and repeats each until it is answered; events are relayed and consumed. Then the same again, once for
 * every single operation on store and broker, with the process dying before it, after it, or its answer being lost.
 */
class EveryCrashTest {

    private static Store store;
    private static MongoClient client;

    @BeforeAll
    static void start() {
        store = Store.inMemory();
        client = MongoClients.create(store.uri());
    }

    @AfterAll
    static void stop() {
        client.close();
        store.close();
    }

    @TestFactory
    Stream<DynamicTest> any_single_failure_leaves_exactly_one_effect_of_every_command() {
        var whole = new Run("clean", Faults.none());
        whole.play();
        assertThat(whole.faults.operations()).isGreaterThan(30);
        return Stream.of(Faults.Kind.values()).flatMap(kind -> IntStream.rangeClosed(1, whole.faults.operations())
                .mapToObj(n -> DynamicTest.dynamicTest(kind + " at operation " + n, () -> {
                    var run = new Run(kind + "_" + n, new Faults(n, kind));
                    run.play();
                    run.verify();
                })));
    }

    /** One play with one fault; after a crash a new process goes on with what store and topic hold. */
    private static final class Run {

        private final MongoDatabase database;
        private final Faults faults;
        private final List<ProducerRecord<String, byte[]>> topic = new ArrayList<>();
        private Process process;
        private int committed;

        Run(String name, Faults faults) {
            this.database = client.getDatabase(name);
            this.faults = faults;
            this.process = new Process(database, topic, faults);
        }

        void play() {
            until(p -> p.tills.change("till-1", Till.command("a"), Till.add(5)));
            until(Process::relay);
            until(p -> p.tills.change("till-1", Till.command("b"), Till.add(7)));
            until(p -> p.tills.change("till-2", Till.command("c"), Till.add(1)));
            until(Process::relay);
            until(Process::sweep);
            until(this::consume);
            until(Process::relay);
            until(Process::sweep);
        }

        private void until(Consumer<Process> step) {
            while (true) {
                try {
                    step.accept(process);
                    return;
                } catch (Faults.Crash _) {
                    process = new Process(database, topic, faults);
                } catch (MongoException | KafkaException _) {
                    // not known whether it was done: the same again, as a client or a redelivery would
                }
            }
        }

        private void consume(Process p) {
            while (committed < topic.size()) {
                var sent = topic.get(committed);
                if (sent.topic().equals("shop.tills")) {
                    p.ledger.deliver(Received.from(Process.delivered(sent, committed)));
                }
                committed++;
            }
        }

        void verify() {
            var clean = new Process(database, topic, Faults.none());
            assertThat(clean.tills.find("till-1").orElseThrow().state()).isEqualTo(new Till(12, 2));
            assertThat(clean.tills.find("till-2").orElseThrow().state()).isEqualTo(new Till(1, 1));
            assertThat(database.getCollection("slips").find()).extracting(d -> d.getInteger("amount")).containsExactlyInAnyOrder(5, 7, 1);
            assertThat(database.getCollection("taxes").find()).extracting(d -> d.getEmbedded(List.of("state", "due"), Integer.class))
                    .containsExactlyInAnyOrder(24, 2);
            Ledger.collections().forEach(c -> assertThat(database.getCollection(c).find())
                    .allMatch(d -> d.getList("outbox", Document.class, List.of()).isEmpty())); // unset, or left empty by a crash before that
            assertThat(ids("shop.tills")).hasSize(3);
        }

        private Stream<String> ids(String name) {
            return topic.stream().filter(m -> m.topic().equals(name)).map(m -> Received.from(Process.delivered(m, 0)).id()).distinct();
        }
    }
}
