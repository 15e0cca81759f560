package org.xinju.testing.contract;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Date;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import org.awaitility.Awaitility;
import org.bson.Document;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.DynamicPropertyRegistrar;
import org.springframework.test.context.TestContext;
import org.springframework.test.context.TestExecutionListener;
import org.springframework.test.context.TestExecutionListeners;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * On the test annotation of a service: every event that it publishes while a test class runs is as {@code docs/events} says, or the class fails.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Import(KeepsContracts.Listening.class)
@TestExecutionListeners(listeners = KeepsContracts.Check.class, mergeMode = TestExecutionListeners.MergeMode.MERGE_WITH_DEFAULTS)
public @interface KeepsContracts {

    /** Puts {@link PublishedEvents} into the producers of the service; for a context that is not made by Spring's tests too. */
    @TestConfiguration(proxyBeanMethods = false)
    class Listening {

        @Bean
        DynamicPropertyRegistrar listeningProducers() {
            return properties -> properties.add("spring.kafka.producer.properties[interceptor.classes]", PublishedEvents.class::getName);
        }
    }

    /** Asks when all that a class has caused is on its way. */
    final class Check implements TestExecutionListener {

        private static final String OUTBOX = "outbox.at";

        @Override
        public void afterTestClass(TestContext test) {
            if (test.hasApplicationContext()) {
                var database = test.getApplicationContext().getBean(MongoDatabase.class);
                Awaitility.await("nothing waits in an outbox").atMost(Duration.ofSeconds(30)).until(() -> isAllSent(database));
            }
            PublishedEvents.write();
            assertThat(PublishedEvents.takeFaults()).as("published, but not as docs/events says").isEmpty();
        }

        private static boolean isAllSent(MongoDatabase database) {
            for (var name : database.listCollectionNames()) {
                var collection = database.getCollection(name);
                if (hasOutbox(collection) && collection.find(Filters.gt(OUTBOX, new Date(0))).first() != null) {
                    return false;
                }
            }
            return true;
        }

        private static boolean hasOutbox(MongoCollection<Document> collection) {
            return collection.listIndexes().into(new ArrayList<>()).stream().anyMatch(index -> index.get("key", Document.class).containsKey(OUTBOX));
        }
    }
}
