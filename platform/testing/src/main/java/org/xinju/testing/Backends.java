package org.xinju.testing;

import java.util.List;

import com.mongodb.ConnectionString;
import org.springframework.boot.kafka.autoconfigure.KafkaConnectionDetails;
import org.springframework.boot.mongodb.autoconfigure.MongoConnectionDetails;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Condition;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.core.type.AnnotatedTypeMetadata;
import org.springframework.kafka.test.EmbeddedKafkaBroker;
import org.springframework.kafka.test.EmbeddedKafkaKraftBroker;
import org.testcontainers.kafka.KafkaContainer;
import org.testcontainers.mongodb.MongoDBContainer;
import org.testcontainers.utility.DockerImageName;

import org.xinju.store.Store;

/**
 * The servers under a test: an embedded broker and the store's stand-in, or with {@code TEST_BACKEND=docker} the real ones in
 * containers. An explicit switch: a Docker engine without images would make every test wait for pulls.
 */
@TestConfiguration(proxyBeanMethods = false)
@Import({Backends.Containers.class, Backends.Embedded.class})
public class Backends {

    static boolean docker() {
        return "docker".equals(System.getenv("TEST_BACKEND"));
    }

    static final class OnDocker implements Condition {
        @Override
        public boolean matches(ConditionContext context, AnnotatedTypeMetadata metadata) {
            return docker();
        }
    }

    static final class OnEmbedded implements Condition {
        @Override
        public boolean matches(ConditionContext context, AnnotatedTypeMetadata metadata) {
            return !docker();
        }
    }

    /** Images by {@code TEST_MONGO_IMAGE} and {@code TEST_KAFKA_IMAGE} where the public ones cannot be had. */
    @Configuration(proxyBeanMethods = false)
    @Conditional(OnDocker.class)
    static class Containers {

        @Bean(initMethod = "start")
        MongoDBContainer mongoContainer() {
            return new MongoDBContainer(image("TEST_MONGO_IMAGE", "mongo:8.0").asCompatibleSubstituteFor("mongo"));
        }

        @Bean(initMethod = "start")
        KafkaContainer kafkaContainer() {
            return new KafkaContainer(image("TEST_KAFKA_IMAGE", "apache/kafka:4.2.1").asCompatibleSubstituteFor("apache/kafka"));
        }

        private static DockerImageName image(String variable, String usual) {
            return DockerImageName.parse(System.getenv().getOrDefault(variable, usual));
        }

        @Bean
        MongoConnectionDetails mongoDetails(MongoDBContainer mongo) {
            var address = new ConnectionString(mongo.getConnectionString() + "/test");
            return () -> address;
        }

        @Bean
        KafkaConnectionDetails kafkaDetails(KafkaContainer kafka) {
            return () -> List.of(kafka.getBootstrapServers());
        }
    }

    @Configuration(proxyBeanMethods = false)
    @Conditional(OnEmbedded.class)
    static class Embedded {

        @Bean
        Store store() {
            return Store.inMemory();
        }

        @Bean
        MongoConnectionDetails mongoDetails(Store store) {
            var address = new ConnectionString(store.uri() + "/test");
            return () -> address;
        }

        @Bean
        EmbeddedKafkaBroker kafka() {
            return new EmbeddedKafkaKraftBroker(1, 3);
        }

        @Bean
        KafkaConnectionDetails kafkaDetails(EmbeddedKafkaBroker broker) {
            return () -> List.of(broker.getBrokersAsString().split(","));
        }
    }
}
