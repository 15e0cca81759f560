package org.xinju.privacy.access;

import com.mongodb.client.MongoCollection;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Metrics;
import org.bson.Document;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.data.mongodb.core.MongoTemplate;

import org.xinju.privacy.KeyFolder;

/** The log and its verifier for a service with {@code xinju.accesses.enabled=true}; entries are in the collection {@code accesses}. */
@AutoConfiguration(afterName = {
    "org.xinju.privacy.PrivacyAutoConfiguration",
    "org.springframework.boot.data.mongodb.autoconfigure.DataMongoAutoConfiguration"
})
@ConditionalOnBooleanProperty("xinju.accesses.enabled")
@EnableConfigurationProperties(AccessProperties.class)
class AccessAutoConfiguration {

    @Bean
    ChainNames chainNames(@Value("${spring.application.name:service}") String service) {
        return new ChainNames(service);
    }

    @Bean
    AccessLog accessLog(
            MongoTemplate mongo,
            KeyFolder keys,
            ChainNames names,
            AccessProperties properties,
            ObjectProvider<AccessPublisher> publisher,
            ObjectProvider<MeterRegistry> metrics) {
        var writer = new AccessWriter(
                new AccessStore(accesses(mongo)), keys.auditChain(), publisher.getIfAvailable(() -> AccessPublisher.NONE), names::next);
        return new AccessLog(writer, properties.patience(), metrics.getIfAvailable(() -> Metrics.globalRegistry));
    }

    @Bean
    AccessVerifier accessVerifier(MongoTemplate mongo, KeyFolder keys) {
        return new AccessVerifier(accesses(mongo), keys.auditChain());
    }

    private static MongoCollection<Document> accesses(MongoTemplate mongo) {
        return mongo.getCollection("accesses");
    }
}
