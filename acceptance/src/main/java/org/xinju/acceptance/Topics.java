package org.xinju.acceptance;

import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/** What was published, seen from outside. */
final class Topics {

    private Topics() {}

    /** Different aggregates a topic tells of. */
    static Set<String> subjects(RunningSystem system, String topic) {
        var settings = Map.<String, Object>of("bootstrap.servers", system.broker(), "group.id", UUID.randomUUID().toString(),
                "enable.auto.commit", false);
        var subjects = new HashSet<String>();
        try (var consumer = new KafkaConsumer<>(settings, new StringDeserializer(), new ByteArrayDeserializer())) {
            var partitions = consumer.partitionsFor(topic).stream().map(p -> new TopicPartition(topic, p.partition())).toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            var ends = consumer.endOffsets(partitions);
            while (partitions.stream().anyMatch(p -> consumer.position(p) < ends.getOrDefault(p, 0L))) {
                consumer.poll(Duration.ofMillis(500)).forEach(message -> subjects.add(message.key()));
            }
        }
        return subjects;
    }

    /** How many messages a topic holds. */
    static long messages(RunningSystem system, String topic) {
        var settings = Map.<String, Object>of("bootstrap.servers", system.broker(), "enable.auto.commit", false);
        try (var consumer = new KafkaConsumer<>(settings, new StringDeserializer(), new ByteArrayDeserializer())) {
            var partitions = consumer.partitionsFor(topic).stream().map(p -> new TopicPartition(topic, p.partition())).toList();
            return consumer.endOffsets(partitions).values().stream().mapToLong(Long::longValue).sum();
        }
    }

    static List<String> deadLetterTopics() {
        return List.of("registry.residents.points.accounts.dlt", "registry.bindings.points.bindings.dlt");
    }
}
