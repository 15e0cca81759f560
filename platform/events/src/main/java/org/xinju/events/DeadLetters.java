package org.xinju.events;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import io.micrometer.core.instrument.MeterRegistry;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Headers;
import org.jspecify.annotations.Nullable;
import org.springframework.kafka.core.ConsumerFactory;
import org.springframework.kafka.core.KafkaOperations;
import org.springframework.kafka.listener.ConsumerRecordRecoverer;

/**
 * Where a group's unworkable events wait: a topic of one partition per subscription. Replaying hands them to the same steps of that group
 * only, in the order in which they failed; the committed offset of a group of its own tells how far that came.
 *
 * <p>Metrics by group: {@code xinju_dead_letters_written_total}, {@code xinju_dead_letters_replayed_total}; their difference over all
 * replicas is what waits.
 */
public final class DeadLetters {

    private static final String CAUSE = "xinju-cause";
    private static final String ORIGIN = "xinju-origin";
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final String WRITTEN = "written";
    private static final String REPLAYED = "replayed";

    private final Collection<Subscription> subscriptions;
    private final KafkaOperations<String, byte[]> broker;
    private final ConsumerFactory<String, byte[]> consumers;
    private final MeterRegistry meters;

    DeadLetters(Collection<Subscription> subscriptions, KafkaOperations<String, byte[]> broker, ConsumerFactory<String, byte[]> consumers,
            MeterRegistry meters) {
        this.subscriptions = subscriptions;
        this.broker = broker;
        this.consumers = consumers;
        this.meters = meters;
        subscriptions.forEach(subscription -> count(subscription, WRITTEN, 0)); // there before the first one, so that an alert sees it rise
    }

    private void count(Subscription subscription, String what, int by) {
        meters.counter("xinju_dead_letters_" + what, "group", subscription.group()).increment(by);
    }

    /** How a replay went. */
    public record Replay(int workedOff, int failedAgain) {}

    public List<String> groups() {
        return subscriptions.stream().map(Subscription::group).toList();
    }

    /** Those not replayed yet, oldest first, at most {@code limit}. */
    public List<DeadLetter> list(String group, int limit) {
        var subscription = subscription(group);
        var found = new ArrayList<DeadLetter>();
        read(subscription, limit, (message, _) -> found.add(describe(group, message)));
        return found;
    }

    /** Works off what was waiting when the call began, at most {@code limit}; what fails again is appended to the dead letters anew. */
    public Replay replay(String group, int limit) {
        var subscription = subscription(group);
        var failedAgain = new int[1];
        var all = read(subscription, limit, (message, consumer) -> {
            try {
                subscription.deliver(Received.from(message));
            } catch (RuntimeException e) {
                if (Failures.isTransient(e)) {
                    throw e;
                }
                append(subscription, message, e);
                failedAgain[0]++;
            }
            consumer.commitSync(Map.of(partition(subscription), new OffsetAndMetadata(message.offset() + 1)));
            count(subscription, REPLAYED, 1);
        });
        return new Replay(all - failedAgain[0], failedAgain[0]);
    }

    ConsumerRecordRecoverer recoverer(Subscription subscription) {
        return (message, failure) -> {
            @SuppressWarnings("unchecked")
            var event = (ConsumerRecord<String, byte[]>) message;
            append(subscription, event, failure);
        };
    }

    /** Waits for the broker: the group's offset may move only after the dead letter is durable. */
    private void append(Subscription subscription, ConsumerRecord<String, byte[]> message, Exception failure) {
        var letter = new ProducerRecord<>(subscription.deadLetterTopic(), null, message.key(), message.value(), message.headers());
        letter.headers().remove(CAUSE).add(CAUSE, cause(failure).getBytes(StandardCharsets.UTF_8));
        if (text(letter.headers(), ORIGIN).isEmpty()) {
            var origin = message.topic() + "-" + message.partition() + "@" + message.offset();
            letter.headers().add(ORIGIN, origin.getBytes(StandardCharsets.UTF_8));
        }
        try {
            broker.send(letter).get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
            count(subscription, WRITTEN, 1);
        } catch (ExecutionException | TimeoutException e) {
            throw new KafkaException("the dead letter could not be written", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new KafkaException("interrupted while writing a dead letter", e);
        }
    }

    /** The kinds of the exceptions from outside in. Their messages may quote data and stay out. */
    static String cause(@Nullable Throwable failure) {
        var kinds = new ArrayList<String>();
        for (Throwable cause = failure; cause != null && kinds.size() < 5; cause = cause.getCause()) {
            if (!cause.getClass().getName().startsWith("org.springframework.kafka.")) {
                kinds.add(cause.getClass().getSimpleName());
            }
        }
        return String.join(" < ", kinds);
    }

    private interface Visit {
        void visit(ConsumerRecord<String, byte[]> message, Consumer<String, byte[]> consumer);
    }

    private int read(Subscription subscription, int limit, Visit visit) {
        var partition = partition(subscription);
        try (var consumer = consumers.createConsumer(subscription.group() + ".replay", "", "")) {
            consumer.assign(List.of(partition));
            var end = consumer.endOffsets(List.of(partition), PATIENCE).getOrDefault(partition, 0L);
            var committed = consumer.committed(java.util.Set.of(partition), PATIENCE).get(partition);
            var start = consumer.beginningOffsets(List.of(partition), PATIENCE).getOrDefault(partition, 0L);
            consumer.seek(partition, committed == null ? start : Math.max(start, committed.offset()));
            var visited = 0;
            while (visited < limit && consumer.position(partition) < end) {
                for (var message : consumer.poll(PATIENCE)) {
                    if (visited < limit && message.offset() < end) {
                        visit.visit(message, consumer);
                        visited++;
                    }
                }
            }
            return visited;
        }
    }

    private static DeadLetter describe(String group, ConsumerRecord<String, byte[]> message) {
        Optional<Received> event;
        try {
            event = Optional.of(Received.from(message));
        } catch (IllegalArgumentException e) {
            event = Optional.empty();
        }
        return new DeadLetter(group, message.offset(), event.map(Received::id).orElse(""), event.map(Received::type).orElse(""),
                event.map(Received::subject).orElse(""), text(message.headers(), CAUSE), text(message.headers(), ORIGIN),
                Instant.ofEpochMilli(message.timestamp()));
    }

    private Subscription subscription(String group) {
        return subscriptions.stream().filter(s -> s.group().equals(group)).findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no group " + group + "; there are " + groups()));
    }

    private static TopicPartition partition(Subscription subscription) {
        return new TopicPartition(subscription.deadLetterTopic(), 0);
    }

    private static String text(Headers headers, String name) {
        var header = headers.lastHeader(name);
        return header == null ? "" : new String(header.value(), StandardCharsets.UTF_8);
    }
}
