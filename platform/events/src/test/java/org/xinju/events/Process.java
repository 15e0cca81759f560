package org.xinju.events;

import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CompletableFuture;

import com.mongodb.client.MongoDatabase;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.springframework.kafka.core.KafkaOperations;

/** One life of a service process, from its start to a crash: nothing but the store and the topic outlives it. */
final class Process {

    final Aggregates<Till, Till.TillEvent> tills;
    final Subscription ledger;
    final Sweeper sweeper;
    private final Sending sending;
    private final Relay relay;

    Process(MongoDatabase raw, List<ProducerRecord<String, byte[]>> topic, Faults faults) {
        var database = faults.around(raw);
        var meters = new SimpleMeterRegistry();
        var sequences = new Sequences(InstantSource.system());
        sending = new Sending(database, broker(topic, faults), meters);
        relay = new Relay(sending, meters);
        tills = new Aggregates<>(Till.TYPE, database.getCollection("tills"), relay, sequences, () -> null);
        var taxes = new Aggregates<>(Ledger.TYPE, database.getCollection("taxes"), relay, sequences, () -> null);
        ledger = Ledger.subscription(new Intakes(database, meters), new Inserts(database, meters), taxes);
        sweeper = new Sweeper(database, List.of(Till.TYPE, Ledger.TYPE), sending, sequences,
                new EventsProperties.Sweep(Duration.ofSeconds(1), Duration.ofSeconds(5)), meters);
    }

    void relay() {
        sending.send(relay.drain().toList());
    }

    void sweep() {
        sweeper.sweep(Duration.ofSeconds(-1));
    }

    static ConsumerRecord<String, byte[]> delivered(ProducerRecord<String, byte[]> sent, long offset) {
        var message = new ConsumerRecord<>(sent.topic(), 0, offset, sent.key(), sent.value());
        sent.headers().forEach(message.headers()::add);
        return message;
    }

    @SuppressWarnings("unchecked")
    private static KafkaOperations<String, byte[]> broker(List<ProducerRecord<String, byte[]>> topic, Faults faults) {
        var log = (KafkaOperations<String, byte[]>) java.lang.reflect.Proxy.newProxyInstance(Process.class.getClassLoader(),
                new Class<?>[] {KafkaOperations.class}, (_, method, arguments) -> {
                    if (method.getName().equals("send")) {
                        topic.add((ProducerRecord<String, byte[]>) arguments[0]);
                        return CompletableFuture.completedFuture(null);
                    }
                    return null;
                });
        return faults.around(log, KafkaOperations.class);
    }
}
