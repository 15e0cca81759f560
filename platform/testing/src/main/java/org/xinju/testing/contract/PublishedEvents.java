package org.xinju.testing.contract;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerInterceptor;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.springframework.boot.kafka.autoconfigure.KafkaConnectionDetails;

/**
 * Sees every record that a producer under test hands to the broker, at that moment, and holds it against the documents. The richest event of
 * every type is left in {@code target/events}, in the form in which old events are kept.
 */
public final class PublishedEvents implements ProducerInterceptor<String, byte[]> {

    private static final Set<String> FAULTS = ConcurrentHashMap.newKeySet();
    private static final Map<String, Event> RICHEST = new ConcurrentHashMap<>();

    @Override
    public ProducerRecord<String, byte[]> onSend(ProducerRecord<String, byte[]> message) {
        try {
            var event = Event.of(message);
            FAULTS.addAll(Documents.all().faults(event));
            RICHEST.merge(event.type(), event, (one, other) -> other.data().toString().length() > one.data().toString().length() ? other : one);
        } catch (RuntimeException | LinkageError e) { // Kafka would only log it
            FAULTS.add("a record on " + message.topic() + " cannot be checked: " + e);
        }
        return message;
    }

    /** Settings of a producer that stands in for another service: what it says must be what that service would say. */
    public static Map<String, Object> checking(KafkaConnectionDetails kafka) {
        return Map.of(ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, String.join(",", kafka.getBootstrapServers()),
                ProducerConfig.INTERCEPTOR_CLASSES_CONFIG, PublishedEvents.class.getName());
    }

    /** What was wrong with what has been published since the last question. */
    static List<String> takeFaults() {
        var faults = new ArrayList<>(FAULTS);
        faults.forEach(FAULTS::remove);
        return faults;
    }

    static void write() {
        var folder = Path.of("target", "events");
        RICHEST.forEach((type, event) -> {
            try {
                Files.writeString(Files.createDirectories(folder).resolve(type + ".json"), event.written());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    @Override
    public void close() {}

    @Override
    public void configure(Map<String, ?> settings) {}
}
