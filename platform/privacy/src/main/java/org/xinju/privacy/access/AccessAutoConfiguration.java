package org.xinju.privacy.access;

import java.security.SecureRandom;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HexFormat;
import java.util.function.Supplier;

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

    private static final DateTimeFormatter START = DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss").withZone(ZoneOffset.UTC);

    @Bean
    AccessLog accessLog(
            MongoTemplate mongo,
            KeyFolder keys,
            AccessProperties properties,
            ObjectProvider<AccessPublisher> publisher,
            ObjectProvider<MeterRegistry> metrics,
            @Value("${spring.application.name:service}") String service) {
        var writer = new AccessWriter(
                new AccessStore(accesses(mongo)), keys.auditChain(), publisher.getIfAvailable(() -> AccessPublisher.NONE), chains(service));
        return new AccessLog(writer, properties.patience(), metrics.getIfAvailable(() -> Metrics.globalRegistry));
    }

    @Bean
    AccessVerifier accessVerifier(MongoTemplate mongo, KeyFolder keys) {
        return new AccessVerifier(accesses(mongo), keys.auditChain());
    }

    private static MongoCollection<Document> accesses(MongoTemplate mongo) {
        return mongo.getCollection("accesses");
    }

    /** The machine's clock, not the injected one: a chain's id tells the operator when the process really started. */
    private static Supplier<String> chains(String service) {
        var random = new SecureRandom();
        return () -> {
            var bytes = new byte[8];
            random.nextBytes(bytes);
            return "%s.%s.%s".formatted(service.replace(':', '-'), START.format(Instant.now()), HexFormat.of().formatHex(bytes));
        };
    }
}
