package org.xinju.testing.contract;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;

import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.awaitility.Awaitility;
import org.springframework.boot.kafka.autoconfigure.KafkaConnectionDetails;
import org.springframework.context.ApplicationContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Gives a running service what may come on a topic: documented examples, old events, and those of a version that is still to come. Its groups must
 * work off all of it.
 */
public final class Readers implements AutoCloseable {

    /** Who the sealed values of examples and old events are made to tell of. */
    private record Plain(String fieldClass, String value) {}

    private static final Map<String, Plain> SEALED = Map.of("name", new Plain("NAME", "王小明"), "phone", new Plain("PHONE", "13912345678"),
            "birthDate", new Plain("BIRTH_DATE", "1990-09-09"), "address", new Plain("ADDRESS", "高田王 5号 201室"), "code", new Plain("CODE", "824913"));

    /** Seals with keys that the service under test holds. */
    public interface Seal {
        /** @param fieldClass name of the constant of {@code FieldClass} */
        String of(String fieldClass, String subject, String plain);
    }

    private final Map<String, List<String>> groups;
    private final KafkaProducer<String, byte[]> producer;
    private final Admin admin;
    private final MongoDatabase database;
    private final Seal seal;

    /** @param seal what was sealed by somebody else's keys is sealed anew, because the service could not open it */
    public Readers(ApplicationContext context, Seal seal) {
        var kafka = context.getBean(KafkaConnectionDetails.class);
        Map<String, Object> settings = Map.of("bootstrap.servers", String.join(",", kafka.getBootstrapServers()));
        this.groups = PublishedTypes.subscriptions(context);
        this.producer = new KafkaProducer<>(new HashMap<>(settings), new StringSerializer(), new ByteArraySerializer());
        this.admin = Admin.create(new HashMap<>(settings));
        this.database = context.getBean(MongoDatabase.class);
        this.seal = seal;
    }

    /** The topics that the service subscribes to. */
    public Set<String> topics() {
        return groups.keySet();
    }

    /**
     * Publishes all that may come on a topic, and the same as it may be tomorrow, and waits until the groups of the service have worked it off.
     *
     * @return what is documented or kept; events of tomorrow are about the same subjects and are not in it
     * @throws AssertionError if one of the groups puts anything on its dead letters
     */
    public List<Event> read(String topic) {
        var events = Documents.all().eventsOn(topic).stream().map(this::sealed).toList();
        assertThat(events).as("examples and old events of " + topic).isNotEmpty();
        var deadBefore = deadLetters(topic);
        for (var event : events) {
            producer.send(event.message());
            producer.send(event.ofTomorrow(event.type()).message());
            producer.send(event.ofTomorrow(event.type().replace(".v1", ".v2")).message());
            producer.send(event.ofTomorrow(event.type().replaceFirst("\\.[a-z-]+\\.v1$", ".happened-tomorrow.v1")).message());
        }
        producer.flush();
        var ends = ends(topic);
        groups.getOrDefault(topic, List.of()).forEach(group -> Awaitility.await(group + " has worked off " + topic)
                .atMost(Duration.ofSeconds(60)).until(() -> isPast(group, ends)));
        assertThat(deadLetters(topic)).as("dead letters").isEqualTo(deadBefore);
        return events;
    }

    /** The greatest sequence of every subject. */
    public static Map<String, Long> newest(List<Event> events) {
        return events.stream().collect(Collectors.toMap(Event::key, Event::sequence, Math::max));
    }

    /** Sequence of what an aggregate of the service keeps of a source; it must exist. */
    public long kept(String collection, String id, String intake) {
        var document = database.getCollection(collection).find(Filters.eq(id)).first();
        assertThat(document).as("%s %s", collection, id).isNotNull();
        return document.getEmbedded(List.of("intakes", intake, "sequence"), Long.class);
    }

    private Event sealed(Event event) {
        var data = (ObjectNode) event.data().deepCopy();
        seal(data, event.key());
        return new Event(event.topic(), event.key(), event.headers(), data);
    }

    private void seal(JsonNode node, String subject) {
        node.forEach(child -> seal(child, subject));
        if (node instanceof ObjectNode object) {
            SEALED.forEach((field, plain) -> {
                if (object.path(field).asString("").matches("A[Q-Za-f][A-Za-z0-9_-]{40,}")) {
                    object.put(field, seal.of(plain.fieldClass(), subject, plain.value()));
                }
            });
        }
    }

    private Map<String, Long> deadLetters(String topic) {
        return groups.getOrDefault(topic, List.of()).stream().collect(Collectors.toMap(group -> group,
                group -> ends(topic + "." + group + ".dlt").values().stream().mapToLong(Long::longValue).sum()));
    }

    private Map<TopicPartition, Long> ends(String topic) {
        try {
            var partitions = admin.describeTopics(List.of(topic)).allTopicNames().get().values().iterator().next().partitions().stream()
                    .collect(Collectors.toMap(p -> new TopicPartition(topic, p.partition()), _ -> OffsetSpec.latest()));
            return admin.listOffsets(partitions).all().get().entrySet().stream().collect(Collectors.toMap(Map.Entry::getKey, e -> e.getValue().offset()));
        } catch (ExecutionException e) {
            throw new IllegalStateException(topic, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private boolean isPast(String group, Map<TopicPartition, Long> ends) throws ExecutionException, InterruptedException {
        var committed = admin.listConsumerGroupOffsets(group).partitionsToOffsetAndMetadata().get();
        return ends.entrySet().stream().allMatch(end -> end.getValue() == 0
                || committed.get(end.getKey()) != null && committed.get(end.getKey()).offset() >= end.getValue());
    }

    @Override
    public void close() {
        producer.close();
        admin.close();
    }
}
