package org.xinju.acceptance;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/** What was published, seen from outside. */
public final class Topics {

    private Topics() {}

    /** Different aggregates a topic tells of. */
    static Set<String> subjects(RunningSystem system, String topic) {
        var subjects = new HashSet<String>();
        read(system, topic, message -> subjects.add(message.key()));
        return subjects;
    }

    /** Traces (W3C trace ids) in which a topic's events were caused. */
    static Set<String> traces(RunningSystem system, String topic) {
        var traces = new HashSet<String>();
        read(system, topic, message -> {
            var trace = message.headers().lastHeader("traceparent");
            if (trace != null) {
                traces.add(new String(trace.value(), StandardCharsets.US_ASCII).split("-")[1]);
            }
        });
        return traces;
    }

    /** Every message that a topic holds, partition by partition. */
    public static void read(RunningSystem system, String topic, Consumer<ConsumerRecord<String, byte[]>> reader) {
        try (var consumer = consumer(system)) {
            var partitions = partitions(consumer, topic);
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            var ends = consumer.endOffsets(partitions);
            while (partitions.stream().anyMatch(p -> consumer.position(p) < ends.getOrDefault(p, 0L))) {
                consumer.poll(Duration.ofMillis(500)).forEach(reader);
            }
        }
    }

    /** How many messages a topic holds. */
    static long messages(RunningSystem system, String topic) {
        try (var consumer = consumer(system)) {
            return consumer.endOffsets(partitions(consumer, topic)).values().stream().mapToLong(Long::longValue).sum();
        }
    }

    /** Names of all topics, those of dead letters too. */
    public static List<String> all(RunningSystem system) {
        try (var consumer = consumer(system)) {
            return consumer.listTopics().keySet().stream().sorted().toList();
        }
    }

    /** Of all subscriptions that ever met an event. */
    static List<String> deadLetterTopics(RunningSystem system) {
        return all(system).stream().filter(topic -> topic.endsWith(".dlt")).toList();
    }

    /** Of no group: it commits nothing. */
    private static KafkaConsumer<String, byte[]> consumer(RunningSystem system) {
        return new KafkaConsumer<>(Map.<String, Object>of("bootstrap.servers", system.broker(), "enable.auto.commit", false),
                new StringDeserializer(), new ByteArrayDeserializer());
    }

    private static List<TopicPartition> partitions(KafkaConsumer<?, ?> consumer, String topic) {
        return consumer.partitionsFor(topic).stream().map(partition -> new TopicPartition(topic, partition.partition())).toList();
    }
}
