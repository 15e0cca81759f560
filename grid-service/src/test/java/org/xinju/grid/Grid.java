package org.xinju.grid;

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

import org.xinju.testing.Backends;
import org.xinju.testing.MovableClock;
import org.xinju.testing.TestIssuer;
import org.xinju.testing.contract.KeepsContracts;

/** A whole grid-service over real HTTP and a real broker, on Wednesday 2026-11-25; one for all tests of the module. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT, classes = GridService.class)
@ActiveProfiles("development")
@KeepsContracts
@Import({Backends.class, Grid.Environment.class})
public @interface Grid {

    /** The day on which every test begins. */
    LocalDate TODAY = LocalDate.of(2026, 11, 25);

    @TestConfiguration(proxyBeanMethods = false)
    class Environment {

        @Bean
        MovableClock clock() {
            return MovableClock.on(TODAY);
        }

        @Bean
        RegistryEvents registryEvents(KafkaConnectionDetails kafka) {
            return new RegistryEvents(kafka);
        }

        @Bean
        Heard heard(KafkaConnectionDetails kafka) {
            return new Heard(kafka);
        }

        @Bean
        DynamicPropertyRegistrar properties() throws IOException {
            var keys = Files.createTempDirectory(Path.of("target"), "keys");
            return properties -> {
                properties.add("xinju.keys.directory", keys::toString);
                properties.add("XINJU_ISSUER_URI", TestIssuer.shared()::uri);
                properties.add("xinju.events.topics.partitions", () -> 3);
                properties.add("xinju.grid.due-every", () -> "200ms");
                properties.add("xinju.grid.recount-every", () -> "100ms");
                properties.add("xinju.grid.count-every", () -> "200ms");
            };
        }
    }
}
