package org.xinju.acceptance.crash;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.xinju.acceptance.RunningSystem;

/** All that the topics hold at one moment. */
final class Published {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    /** @param name the kind of event without the kind of aggregate: {@code came-back} */
    record Event(String id, String name, String subject, long sequence, JsonNode state, JsonNode change) {}

    private final Map<String, List<Event>> events = new HashMap<>();
    private final Map<String, Integer> deadLetters = new HashMap<>();

    private Published() {}

    static Published now(RunningSystem system) {
        var published = new Published();
        var settings = Map.<String, Object>of("bootstrap.servers", system.broker(), "enable.auto.commit", false);
        try (var consumer = new KafkaConsumer<>(settings, new StringDeserializer(), new ByteArrayDeserializer())) {
            var partitions = consumer.listTopics().values().stream().flatMap(List::stream).filter(p -> !p.topic().startsWith("__"))
                    .map(p -> new TopicPartition(p.topic(), p.partition())).toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            var ends = consumer.endOffsets(partitions);
            while (partitions.stream().anyMatch(p -> consumer.position(p) < ends.getOrDefault(p, 0L))) {
                consumer.poll(Duration.ofMillis(500)).forEach(published::add);
            }
        }
        return published;
    }

    private void add(ConsumerRecord<String, byte[]> message) {
        if (message.topic().endsWith(".dlt")) {
            deadLetters.merge(message.topic(), 1, Integer::sum);
            return;
        }
        if (header(message, "ce_id").isEmpty()) {
            return; // no event: what became of it, the dead letters tell
        }
        var type = header(message, "ce_type").split("\\.");
        var body = JSON.readTree(message.value());
        events.computeIfAbsent(message.topic(), _ -> new ArrayList<>()).add(new Event(header(message, "ce_id"), type[type.length - 2],
                header(message, "ce_subject"), Long.parseLong(header(message, "ce_sequence")), body.path("state"), body.path("change")));
    }

    private static String header(ConsumerRecord<String, byte[]> message, String name) {
        var header = message.headers().lastHeader(name);
        return header == null ? "" : new String(header.value(), StandardCharsets.UTF_8);
    }

    /** As they stand in the topic, repetitions included. */
    List<Event> all(String topic) {
        return events.getOrDefault(topic, List.of());
    }

    /** Each event once. */
    Collection<Event> distinct(String topic) {
        var byId = new LinkedHashMap<String, Event>();
        all(topic).forEach(event -> byId.putIfAbsent(event.id(), event));
        return byId.values();
    }

    /** The newest event of each aggregate. */
    Map<String, Event> newest(String topic) {
        var newest = new HashMap<String, Event>();
        all(topic).forEach(event -> newest.merge(event.subject(), event, (a, b) -> b.sequence() > a.sequence() ? b : a));
        return newest;
    }

    Iterable<String> topics() {
        return events.keySet();
    }

    /** How many, by topic. */
    Map<String, Integer> deadLetters() {
        return deadLetters;
    }
}
