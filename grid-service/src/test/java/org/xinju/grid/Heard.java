package org.xinju.grid;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;

import io.cloudevents.kafka.KafkaMessageFactory;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.springframework.boot.kafka.autoconfigure.KafkaConnectionDetails;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Everything that grid-service has published of cases. */
public final class Heard implements AutoCloseable {

    /** @param raw data as on the wire */
    public record Event(String id, String type, String subject, JsonNode state, JsonNode change, String raw) {}

    private final List<Event> events = new CopyOnWriteArrayList<>();
    private final Thread listener;
    private volatile boolean closed;

    Heard(KafkaConnectionDetails kafka) {
        Map<String, Object> settings = Map.of("bootstrap.servers", String.join(",", kafka.getBootstrapServers()), "group.id",
                UUID.randomUUID().toString(), "auto.offset.reset", "earliest", "metadata.max.age.ms", "500");
        listener = Thread.ofPlatform().daemon().start(() -> {
            try (var consumer = new KafkaConsumer<>(settings, new StringDeserializer(), new ByteArrayDeserializer())) {
                consumer.subscribe(List.of("grid.cases"));
                while (!closed) {
                    consumer.poll(Duration.ofMillis(100)).forEach(message -> {
                        var event = KafkaMessageFactory.createReader(message).toEvent();
                        var raw = new String(event.getData().toBytes(), StandardCharsets.UTF_8);
                        var data = JsonMapper.shared().readTree(raw);
                        events.add(new Event(event.getId(), event.getType(), event.getSubject(), data.path("state"), data.path("change"), raw));
                    });
                }
            }
        });
    }

    /** Events of a case, each once however often it was delivered, in the order of their coming. */
    public List<Event> of(String caseId) {
        var seen = new java.util.HashSet<String>();
        return events.stream().filter(event -> event.subject().equals(caseId) && seen.add(event.id())).toList();
    }

    /** Short names of the events of a case: {@code reported}, {@code accepted}. */
    public List<String> names(String caseId) {
        return of(caseId).stream().map(event -> event.type().replaceAll("grid\\.case\\.(.*)\\.v1", "$1")).toList();
    }

    @Override
    public void close() throws InterruptedException {
        closed = true;
        listener.join(Duration.ofSeconds(5));
    }
}
