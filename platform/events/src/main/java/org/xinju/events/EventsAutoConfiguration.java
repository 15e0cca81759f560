package org.xinju.events;

import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;

import com.mongodb.client.MongoDatabase;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.observation.ObservationRegistry;
import io.micrometer.tracing.Tracer;
import io.micrometer.tracing.propagation.Propagator;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.kafka.autoconfigure.KafkaConnectionDetails;
import org.springframework.boot.kafka.autoconfigure.KafkaProperties;
import org.springframework.boot.task.ThreadPoolTaskSchedulerCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.data.mongodb.MongoDatabaseFactory;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.kafka.core.DefaultKafkaConsumerFactory;
import org.springframework.kafka.core.DefaultKafkaProducerFactory;
import org.springframework.kafka.core.KafkaAdmin;
import org.springframework.kafka.core.KafkaTemplate;
import org.springframework.util.function.SingletonSupplier;

/** Plugs the event protocol into a service that has MongoDB and Kafka configured. */
@AutoConfiguration(afterName = {
    "org.springframework.boot.mongodb.autoconfigure.MongoAutoConfiguration",
    "org.springframework.boot.data.mongodb.autoconfigure.DataMongoAutoConfiguration",
    "org.springframework.boot.kafka.autoconfigure.KafkaAutoConfiguration"
})
@EnableConfigurationProperties(EventsProperties.class)
class EventsAutoConfiguration {

    /**
     * Partitions of a replica that died go to others after this long; Kafka's usual 45 s would let events wait. A pause that is taken for
     * death costs repeated work, nothing else.
     */
    private static final int MISSED_AFTER_MILLIS = 15_000;

    /**
     * With more, a partition that has just got its leader may refuse the first batch and take the second, and refuses the first one for ever
     * after as out of order (KAFKA-15591): its events, and all that the relay waits for with them, stand still until the delivery time-out.
     */
    private static final int ONE_AFTER_THE_OTHER = 1;

    /** Events that a consumer takes at once: few enough to be worked off before the group takes it for dead, when callers leave it little of the processor. */
    private static final int AT_ONCE = 100;

    private final List<AggregateType<?, ?>> types = new CopyOnWriteArrayList<>();
    private final Sequences sequences = new Sequences(InstantSource.system());

    @Bean
    MongoDatabase serviceDatabase(MongoDatabaseFactory factory) {
        return factory.getMongoDatabase();
    }

    @Bean
    StoreVersion storeVersion(MongoDatabase database) {
        return new StoreVersion(database);
    }

    @Bean
    EventBroker eventBroker(KafkaProperties properties, KafkaConnectionDetails connection) {
        var settings = new HashMap<>(properties.buildProducerProperties());
        settings.putAll(Map.of(
                ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, connection.getProducer().getBootstrapServers(),
                ProducerConfig.ACKS_CONFIG, "all",
                ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true,
                ProducerConfig.MAX_IN_FLIGHT_REQUESTS_PER_CONNECTION, ONE_AFTER_THE_OTHER,
                ProducerConfig.LINGER_MS_CONFIG, 2,
                ProducerConfig.COMPRESSION_TYPE_CONFIG, "lz4",
                ProducerConfig.KEY_SERIALIZER_CLASS_CONFIG, StringSerializer.class,
                ProducerConfig.VALUE_SERIALIZER_CLASS_CONFIG, ByteArraySerializer.class));
        return new EventBroker(new KafkaTemplate<>(new DefaultKafkaProducerFactory<>(settings)), consumers(properties, connection));
    }

    private static DefaultKafkaConsumerFactory<String, byte[]> consumers(KafkaProperties properties, KafkaConnectionDetails connection) {
        var settings = new HashMap<String, Object>(Map.of(ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG, MISSED_AFTER_MILLIS,
                ConsumerConfig.MAX_POLL_RECORDS_CONFIG, AT_ONCE));
        settings.putAll(properties.buildConsumerProperties());
        settings.putAll(Map.of(
                ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG, connection.getConsumer().getBootstrapServers(),
                ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest",
                ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false,
                ConsumerConfig.KEY_DESERIALIZER_CLASS_CONFIG, StringDeserializer.class,
                ConsumerConfig.VALUE_DESERIALIZER_CLASS_CONFIG, ByteArrayDeserializer.class));
        return new DefaultKafkaConsumerFactory<>(settings);
    }

    @Bean
    Sending eventSending(MongoDatabase database, EventBroker broker, MeterRegistry meters) {
        return new Sending(database, broker.producer(), meters);
    }

    @Bean(destroyMethod = "close")
    Relay eventRelay(Sending sending, MeterRegistry meters) {
        return new Relay(sending, meters).started();
    }

    @Bean(destroyMethod = "close")
    Sweeper eventSweeper(MongoDatabase database, Sending sending, EventsProperties properties, MeterRegistry meters) {
        return new Sweeper(database, types, sending, sequences, properties.sweep(), meters).started();
    }

    @Bean
    Events events(MongoOperations mongo, MongoDatabase database, Relay relay, ObjectProvider<Tracer> tracer, ObjectProvider<Propagator> propagator) {
        return new Events(mongo, database, relay, sequences, traceContext(tracer, propagator), types);
    }

    private static TraceContext traceContext(ObjectProvider<Tracer> tracer, ObjectProvider<Propagator> propagator) {
        var traces = SingletonSupplier.ofNullable(tracer::getIfAvailable);
        var writer = SingletonSupplier.ofNullable(propagator::getIfAvailable);
        return () -> {
            var current = traces.get();
            var context = current == null ? null : current.currentTraceContext().context();
            var written = writer.get();
            if (context == null || written == null) {
                return null;
            }
            var headers = new HashMap<String, String>();
            written.inject(context, headers, (_, name, value) -> headers.put(name, value));
            return headers.get("traceparent");
        };
    }

    @Bean
    HealthIndicator brokerHealthIndicator(KafkaAdmin admin) {
        return new BrokerHealth(admin);
    }

    @Bean
    Intakes intakes(MongoDatabase database, MeterRegistry meters) {
        return new Intakes(database, meters);
    }

    @Bean
    Inserts inserts(MongoDatabase database, MeterRegistry meters) {
        return new Inserts(database, meters);
    }

    @Bean
    DeadLetters deadLetters(List<Subscription> subscriptions, EventBroker broker, MeterRegistry meters) {
        return new DeadLetters(subscriptions, broker.producer(), broker.consumers(), meters);
    }

    @Bean
    TopicHistory topicHistory(EventBroker broker) {
        return new TopicHistory(broker.consumers());
    }

    @Bean
    Republisher republisher(MongoDatabase database, EventBroker broker) {
        return new Republisher(database, types, broker.producer(), sequences);
    }

    @Bean
    Topics topics(List<Subscription> subscriptions, List<Broadcast> broadcasts, EventsProperties properties, KafkaAdmin admin) {
        return new Topics(types, subscriptions, broadcasts, properties.topics(), admin);
    }

    /** What a service looks after by the clock. */
    @Bean
    ThreadPoolTaskSchedulerCustomizer clockworkInBackground() {
        return scheduler -> scheduler.setThreadPriority(Background.PRIORITY);
    }

    @Bean
    Listeners listeners(List<Subscription> subscriptions, List<Broadcast> broadcasts, EventBroker broker, DeadLetters deadLetters,
            EventsProperties properties, MeterRegistry meters, ObjectProvider<ObservationRegistry> observations) {
        return new Listeners(subscriptions, broadcasts, broker.consumers(), deadLetters, properties.consumers(), meters,
                observations.getIfAvailable(() -> ObservationRegistry.NOOP));
    }
}
