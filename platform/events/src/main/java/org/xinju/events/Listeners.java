package org.xinju.events;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.observation.ObservationRegistry;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.core.task.AsyncTaskExecutor;
import org.springframework.core.task.SimpleAsyncTaskExecutor;
import org.springframework.kafka.core.ConsumerFactory;
import org.springframework.kafka.listener.AbstractMessageListenerContainer;
import org.springframework.kafka.listener.ConcurrentMessageListenerContainer;
import org.springframework.kafka.listener.ContainerProperties;
import org.springframework.kafka.listener.DefaultErrorHandler;
import org.springframework.kafka.listener.MessageListener;
import org.springframework.util.backoff.ExponentialBackOff;
import org.springframework.util.backoff.FixedBackOff;

/**
 * Runs every subscription of the service in a consumer group of its own, in the trace of the command that caused the event, and every
 * broadcast in a group of this replica.
 *
 * <p>Metrics by group: {@code xinju_consumer_lag_seconds} from the save of an event to the end of its last step (its count is the number of
 * events worked off), {@code xinju_consumer_lag_events} still to come.
 */
final class Listeners implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(Listeners.class);

    private final List<AbstractMessageListenerContainer<String, byte[]>> containers = new ArrayList<>();

    Listeners(Collection<Subscription> subscriptions, Collection<Broadcast> broadcasts, ConsumerFactory<String, byte[]> consumers,
            DeadLetters deadLetters, EventsProperties.Consumers settings, MeterRegistry meters, ObservationRegistry observations) {
        for (var subscription : subscriptions) {
            containers.add(container(subscription, consumers, deadLetters, settings, meters, observations));
        }
        for (var broadcast : broadcasts) {
            containers.add(container(broadcast, consumers));
        }
    }

    /** Offsets are never committed: the group is gone with this process and the next one begins at the end again. */
    private static AbstractMessageListenerContainer<String, byte[]> container(Broadcast broadcast, ConsumerFactory<String, byte[]> consumers) {
        var properties = new ContainerProperties(broadcast.topic());
        properties.setGroupId(broadcast.name() + "." + UUID.randomUUID());
        properties.setAckMode(ContainerProperties.AckMode.MANUAL);
        properties.setAssignmentCommitOption(ContainerProperties.AssignmentCommitOption.NEVER);
        properties.setMissingTopicsFatal(false);
        properties.getKafkaConsumerProperties().setProperty(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "latest");
        properties.setMessageListener((MessageListener<String, byte[]>) message -> {
            try {
                broadcast.step().accept(Received.from(message));
            } catch (RuntimeException e) { // nothing is kept of a broadcast; messages of exceptions may quote data and stay out
                log.warn("{} passed over {}-{}@{}: {}", broadcast.name(), message.topic(), message.partition(), message.offset(),
                        DeadLetters.cause(e));
            }
        });
        var container = new ConcurrentMessageListenerContainer<>(consumers, properties);
        container.setBeanName(broadcast.name());
        return container;
    }

    private static AbstractMessageListenerContainer<String, byte[]> container(Subscription subscription,
            ConsumerFactory<String, byte[]> consumers, DeadLetters deadLetters, EventsProperties.Consumers settings, MeterRegistry meters,
            ObservationRegistry observations) {
        var lag = meters.timer("xinju_consumer_lag", "group", subscription.group(), "topic", subscription.topic());
        var properties = new ContainerProperties(subscription.topic());
        properties.setGroupId(subscription.group());
        properties.setAckMode(ContainerProperties.AckMode.BATCH);
        properties.setMissingTopicsFatal(false);
        properties.setListenerTaskExecutor(threads(subscription));
        properties.setObservationEnabled(true);
        properties.setObservationRegistry(observations); // a container that Spring did not make finds none by itself
        properties.setMessageListener((MessageListener<String, byte[]>) message -> {
            var event = Received.from(message);
            subscription.deliver(event);
            lag.record(Duration.between(event.at(), Instant.now()));
        });
        var container = new ConcurrentMessageListenerContainer<>(consumers, properties);
        container.setBeanName(subscription.group());
        container.setConcurrency(settings.concurrency());
        container.setCommonErrorHandler(errorHandler(subscription, deadLetters, settings));
        Gauge.builder("xinju_consumer_lag_events", container, Listeners::behind).tags("group", subscription.group()).register(meters);
        return container;
    }

    private static AsyncTaskExecutor threads(Subscription subscription) {
        var threads = new SimpleAsyncTaskExecutor(subscription.group() + "-");
        threads.setThreadPriority(subscription.isAwaited() ? Thread.NORM_PRIORITY : Background.PRIORITY);
        return threads;
    }

    /** Events of this replica's partitions that are not worked off yet, as its consumers know it. */
    private static double behind(AbstractMessageListenerContainer<String, byte[]> container) {
        return container.metrics().values().stream().flatMap(metrics -> metrics.entrySet().stream())
                .filter(metric -> metric.getKey().name().equals("records-lag") && metric.getKey().tags().containsKey("partition"))
                .mapToDouble(metric -> metric.getValue().metricValue() instanceof Double lag && !lag.isNaN() ? lag : 0).sum();
    }

    private static DefaultErrorHandler errorHandler(Subscription subscription, DeadLetters deadLetters, EventsProperties.Consumers settings) {
        var tries = new FixedBackOff(settings.retryAfter().toMillis(), settings.retries());
        var handler = new DefaultErrorHandler(deadLetters.recoverer(subscription), tries);
        handler.setClassifications(java.util.Map.of(), true); // permanence is decided here alone, never by Spring's list of fatal types
        handler.setBackOffFunction((_, failure) -> Failures.isTransient(failure) ? unlimited(settings) : tries);
        handler.setRetryListeners((ConsumerRecord<?, ?> message, @Nullable Exception failure, int attempt) ->
                log.warn("{} could not work off {}-{}@{} (attempt {}): {}", subscription.group(), message.topic(), message.partition(),
                        message.offset(), attempt, DeadLetters.cause(failure)));
        return handler;
    }

    private static ExponentialBackOff unlimited(EventsProperties.Consumers settings) {
        var wait = new ExponentialBackOff(settings.retryAfter().toMillis(), 2);
        wait.setMaxInterval(settings.longestWait().toMillis());
        return wait;
    }

    @Override
    public void start() {
        containers.forEach(AbstractMessageListenerContainer::start);
    }

    @Override
    public void stop() {
        containers.forEach(container -> container.stop(true));
    }

    @Override
    public boolean isRunning() {
        return containers.stream().anyMatch(AbstractMessageListenerContainer::isRunning);
    }
}
