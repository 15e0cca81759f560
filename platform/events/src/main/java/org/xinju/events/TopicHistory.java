package org.xinju.events;

import java.time.Duration;
import java.util.Map;
import java.util.function.Consumer;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TimeoutException;
import org.springframework.kafka.core.ConsumerFactory;

/** Every event that a topic still holds, whoever has worked it off: for what must be compared with the past. It reads all of it, so it is for work that is asked for rarely. */
public final class TopicHistory {

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final ConsumerFactory<String, byte[]> consumers;

    TopicHistory(ConsumerFactory<String, byte[]> consumers) {
        this.consumers = consumers;
    }

    /**
     * Hands over one after the other what was there when the call began, in order for each aggregate. What is no event is passed over.
     *
     * @throws org.apache.kafka.common.KafkaException if the broker is away
     */
    public void read(String topic, Consumer<Received> each) {
        try (var consumer = consumers.createConsumer(topic + ".history", "", "")) { // no member of any group: it commits nothing
            var partitions = consumer.partitionsFor(topic, PATIENCE).stream().map(one -> new TopicPartition(topic, one.partition())).toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            var ends = consumer.endOffsets(partitions, PATIENCE);
            while (partitions.stream().anyMatch(partition -> consumer.position(partition, PATIENCE) < end(ends, partition))) {
                var messages = consumer.poll(PATIENCE);
                if (messages.isEmpty()) {
                    throw new TimeoutException("nothing of " + topic + " within " + PATIENCE);
                }
                for (var message : messages) {
                    if (message.offset() < end(ends, new TopicPartition(topic, message.partition()))) {
                        hand(message, each);
                    }
                }
            }
        }
    }

    private static long end(Map<TopicPartition, Long> ends, TopicPartition partition) {
        return ends.getOrDefault(partition, 0L);
    }

    private static void hand(ConsumerRecord<String, byte[]> message, Consumer<Received> each) {
        Received event;
        try {
            event = Received.from(message);
        } catch (IllegalArgumentException _) {
            return;
        }
        each.accept(event);
    }
}
