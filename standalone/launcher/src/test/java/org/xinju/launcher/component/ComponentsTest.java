package org.xinju.launcher.component;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Set;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class ComponentsTest {

    private static final Path ROOT = Path.of("/checkout");

    @Test
    void every_need_is_another_component_of_a_lower_stage() {
        var all = components(Map.of()).all();

        assertThat(all).allSatisfy(component -> assertThat(component.needs()).allSatisfy(need -> assertThat(all)
                .anyMatch(other -> other.name().equals(need) && other.stage() < component.stage())));
    }

    @Test
    void services_are_told_where_everything_is() {
        var registry = components(Map.of("XINJU_KAFKA_PORT", "5000", "XINJU_ISSUER_PORT", "5001", "XINJU_REGISTRY_PORT", "5002"))
                .chosen(Set.of("registry-service")).getFirst();

        assertThat(registry.environment()).containsEntry("XINJU_MONGODB_URI", "mongodb://127.0.0.1:27117/registry")
                .containsEntry("XINJU_KAFKA_SERVERS", "127.0.0.1:5000").containsEntry("XINJU_ISSUER_URI", "http://localhost:5001")
                .containsEntry("SERVER_PORT", "5002").containsEntry("SPRING_PROFILES_ACTIVE", "development")
                .containsEntry("XINJU_KEYS_DIRECTORY", "/checkout/data/keys").containsEntry("XINJU_CLOCK_OFFSET", "PT-24H");
    }

    @Test
    void the_gateway_follows_its_services() {
        var gateway = components(Map.of("XINJU_POINTS_PORT", "5003", "XINJU_PORT", "80")).chosen(Set.of("gateway")).getFirst();

        assertThat(gateway.environment()).containsEntry("XINJU_POINTS_URI", "http://127.0.0.1:5003").containsEntry("SERVER_PORT", "80");
    }

    @Test
    void a_name_that_is_not_in_the_table_is_refused_with_those_that_are() {
        assertThatThrownBy(() -> components(Map.of()).chosen(Set.of("brokr"))).hasMessageContaining("brokr").hasMessageContaining("broker,");
    }

    @Test
    void a_program_that_was_not_built_is_named() {
        assertThatThrownBy(() -> Components.requireBuilt(components(Map.of()).chosen(Set.of("broker"))))
                .hasMessageContaining("/checkout/standalone/broker/target/xinju-broker.jar is missing");
    }

    @Test
    void two_components_on_one_port_are_refused() {
        var twice = components(Map.of("XINJU_KAFKA_PORT", "19999", "XINJU_KAFKA_CONTROLLER_PORT", "19999")).chosen(Set.of("broker"));

        assertThatThrownBy(() -> Free.check(twice)).hasMessageContaining("19999").hasMessageContaining("XINJU_KAFKA_CONTROLLER_PORT");
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "65536", "eighty", "-1", "80 80"})
    void what_is_no_port_is_refused(String given) {
        assertThatThrownBy(() -> components(Map.of("XINJU_PORT", given)).all()).hasMessageContaining("XINJU_PORT must be a port number");
    }

    private static Components components(Map<String, String> environment) {
        var settings = Settings.of(ROOT, environment, Duration.ofDays(-1));
        return new Components(settings, new Store.StandIn(settings.store().number()));
    }
}
