package org.xinju.points;

import java.io.IOException;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;

import org.springframework.boot.kafka.autoconfigure.KafkaConnectionDetails;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.context.DynamicPropertyRegistrar;

import org.xinju.privacy.KeyFolder;
import org.xinju.testing.Backends;
import org.xinju.testing.MovableClock;
import org.xinju.testing.TestIssuer;
import org.xinju.testing.contract.KeepsContracts;

/** A whole points-service over real HTTP and a real broker, on 2026-11-23; one for all tests of the module. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT, classes = PointsService.class)
@ActiveProfiles("development")
@KeepsContracts
@Import({Backends.class, Points.Environment.class})
public @interface Points {

    @TestConfiguration(proxyBeanMethods = false)
    class Environment {

        @Bean
        MovableClock clock() {
            return MovableClock.on(LocalDate.of(2026, 11, 23));
        }

        @Bean
        KeyFolder keyFolder() throws IOException {
            return KeyFolder.making(Files.createTempDirectory(Path.of("target"), "keys"));
        }

        @Bean
        RegistryEvents registryEvents(KafkaConnectionDetails kafka, KeyFolder keys) {
            return new RegistryEvents(kafka, keys);
        }

        @Bean
        DynamicPropertyRegistrar properties() {
            return properties -> {
                properties.add("XINJU_ISSUER_URI", TestIssuer.shared()::uri);
                properties.add("xinju.events.topics.partitions", () -> 3);
                properties.add("xinju.points.due-every", () -> "200ms");
                properties.add("xinju.points.statistics-every", () -> "300ms");
            };
        }
    }
}
