package org.xinju.privacy.access;

import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Configuration;

import static org.assertj.core.api.Assertions.assertThat;

class AccessAutoConfigurationTest {

    @Configuration
    @EnableAutoConfiguration
    static class Service {}

    @Test
    void a_service_that_asks_for_it_has_a_log_and_a_verifier(@TempDir Path folder) {
        try (var store = new TestStore();
                var context = SpringApplication.run(Service.class,
                        "--spring.profiles.active=development", "--spring.application.name=registry",
                        "--spring.mongodb.uri=" + store.uri(), "--xinju.accesses.enabled=true", "--xinju.keys.directory=" + folder)) {
            context.getBean(AccessLog.class).record(Accesses.of("r-1"));
            var report = context.getBean(AccessVerifier.class).verify(List.of());
            assertThat(report.heads()).singleElement().satisfies(head -> {
                assertThat(head.chain()).matches("registry\\.\\d{8}T\\d{6}\\.[0-9a-f]{16}");
                assertThat(head.number()).isEqualTo(1);
            });
        }
    }

    @Test
    void a_service_that_does_not_ask_has_none(@TempDir Path folder) {
        try (var store = new TestStore();
                var context = SpringApplication.run(
                        Service.class, "--spring.mongodb.uri=" + store.uri(), "--xinju.keys.directory=" + folder)) {
            assertThat(context.getBeansOfType(AccessLog.class)).isEmpty();
            assertThat(folder).isEmptyDirectory();
        }
    }
}
