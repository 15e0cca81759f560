package org.xinju.registry;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.concurrent.ConcurrentLinkedQueue;

import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.context.DynamicPropertyRegistrar;

import org.xinju.events.Broadcast;
import org.xinju.events.Received;
import org.xinju.testing.Backends;
import org.xinju.testing.MovableClock;
import org.xinju.testing.TestIssuer;
import org.xinju.testing.contract.KeepsContracts;

/** A whole registry-service over real HTTP, on 2026-11-23; one for all tests of the module. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT, classes = RegistryService.class)
@ActiveProfiles("development")
@KeepsContracts
@Import({Backends.class, Registry.Environment.class})
@interface Registry {

    @TestConfiguration(proxyBeanMethods = false)
    class Environment {

        @Bean
        MovableClock clock() {
            return MovableClock.on(LocalDate.of(2026, 11, 23));
        }

        /** Issued one-time codes, as the service that sends them hears of them. */
        @Bean
        ConcurrentLinkedQueue<Received> codesOnTheWay() {
            return new ConcurrentLinkedQueue<>();
        }

        @Bean
        Broadcast heardCodes(ConcurrentLinkedQueue<Received> codesOnTheWay) {
            return Broadcast.of("test.codes", "registry.bindingCodes", codesOnTheWay::add);
        }

        @Bean
        DynamicPropertyRegistrar properties() throws java.io.IOException {
            var keys = Files.createTempDirectory(Path.of("target"), "keys");
            return properties -> {
                properties.add("xinju.keys.directory", keys::toString);
                properties.add("XINJU_ISSUER_URI", TestIssuer.shared()::uri);
                properties.add("xinju.events.topics.partitions", () -> 3);
            };
        }
    }
}
