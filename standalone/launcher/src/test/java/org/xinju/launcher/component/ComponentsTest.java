package org.xinju.launcher.component;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.xinju.launcher.words.Refusal;

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
    void the_gateway_is_told_every_replica() {
        var gateway = components(Map.of("XINJU_GRID_PORT", "5003"), Replicas.of("grid-service=3,points-service=2")).chosen(Set.of("gateway"))
                .getFirst();

        assertThat(gateway.environment()).containsEntry("XINJU_REGISTRY_URI", "http://127.0.0.1:9101")
                .containsEntry("XINJU_POINTS_URI", "http://127.0.0.1:9102,http://127.0.0.1:9112")
                .containsEntry("XINJU_GRID_URI", "http://127.0.0.1:5003,http://127.0.0.1:5013,http://127.0.0.1:5023")
                .containsEntry("XINJU_NOTIFICATION_URI", "http://127.0.0.1:9104").containsEntry("XINJU_CHANNELS_URI", "http://127.0.0.1:9105/");
    }

    @Test
    void replicas_have_names_and_ports_of_their_own_and_share_the_rest() {
        var replicas = components(Map.of(), Replicas.of("points-service=3")).chosen(Set.of("points-service"));

        assertThat(replicas).extracting(Component::name).containsExactly("points-service", "points-service-2", "points-service-3");
        assertThat(replicas).extracting(component -> component.environment().get("SERVER_PORT")).containsExactly("9102", "9112", "9122");
        assertThat(replicas).extracting(Component::kind).containsOnly("points-service");
        assertThat(replicas).extracting(component -> component.environment().get("XINJU_KEYS_DIRECTORY")).containsOnly("/checkout/data/keys");
        assertThat(replicas).extracting(component -> component.environment().get("XINJU_MONGODB_URI")).containsOnly(
                "mongodb://127.0.0.1:27117/points");
    }

    @Test
    void options_for_the_jvm_of_one_kind_tell_its_replicas_apart_and_do_not_enter_its_start_up_cache() {
        var replicas = components(Map.of("XINJU_JVM_OPTIONS_POINTS_SERVICE", " -javaagent:/a.jar={name} -Dx=1 "), Replicas.of("points-service=2"));

        assertThat(replicas.chosen(Set.of("points-service"))).extracting(component -> ((Component.Jvm) component.start()).options())
                .containsExactly(List.of("-javaagent:/a.jar=points-service", "-Dx=1"), List.of("-javaagent:/a.jar=points-service-2", "-Dx=1"));
        assertThat(replicas.all()).extracting(Component::start).filteredOn(Component.Jvm.class::isInstance)
                .allSatisfy(start -> assertThat(((Component.Jvm) start).flags()).doesNotContain("-Dx=1"));
    }

    @Test
    void only_a_process_with_an_agent_goes_without_classes_that_are_linked_in_its_start_up_cache() {
        var all = components(Map.of("XINJU_JVM_OPTIONS_POINTS_SERVICE", "-javaagent:/a.jar", "XINJU_JVM_OPTIONS_GRID_SERVICE", "-Dx=1"), Replicas.ONE_EACH);

        assertThat(all.all()).filteredOn(component -> component.start() instanceof Component.Jvm jvm && jvm.flags().contains("-XX:-AOTClassLinking"))
                .extracting(Component::name).containsExactly("points-service");
    }

    @Test
    void a_system_that_runs_for_long_is_compiled_for_that() {
        var usual = components(Map.of(), Replicas.ONE_EACH).all();
        var work = components(Map.of("XINJU_COMPILING", "work"), Replicas.ONE_EACH).all();

        assertThat(usual).filteredOn(component -> component.start() instanceof Component.Jvm jvm && jvm.compiling() == Component.Jvm.Compiling.FOR_TRAFFIC)
                .extracting(Component::name).containsExactly("gateway");
        assertThat(usual).filteredOn(component -> component.start() instanceof Component.Jvm jvm && jvm.compiling() == Component.Jvm.Compiling.FOR_WORK)
                .extracting(Component::name).containsExactly("store");
        assertThat(work).filteredOn(component -> component.start() instanceof Component.Jvm jvm && jvm.compiling() == Component.Jvm.Compiling.FOR_WORK)
                .extracting(Component::name).contains("store", "broker", "registry-service", "points-service", "grid-service", "notification-service");
        assertThatThrownBy(() -> components(Map.of("XINJU_COMPILING", "fast"), Replicas.ONE_EACH).all()).isInstanceOf(Refusal.class);
    }

    @Test
    void nobody_waits_for_the_broker() {
        assertThat(components(Map.of("XINJU_JVM_OPTIONS_BROKER", "-Dx=1")).all())
                .filteredOn(component -> component.start() instanceof Component.Jvm jvm && jvm.options().contains(Component.Jvm.BEHIND_CALLERS))
                .extracting(Component::name).containsExactly("broker");
    }

    @Test
    void one_replica_may_be_chosen_by_its_name() {
        assertThat(components(Map.of(), Replicas.of("points-service=2")).chosen(Set.of("points-service-2"))).extracting(Component::name)
                .containsExactly("points-service-2");
    }

    @Test
    void all_ports_of_the_greatest_system_are_different() {
        var all = components(Map.of(), Replicas.of("registry-service=9,points-service=9,grid-service=9,notification-service=9")).all();

        assertThat(all.stream().flatMap(component -> component.ports().stream())).hasSize(9 * 4 + 7).extracting(Port::number)
                .doesNotHaveDuplicates();
    }

    @Test
    void a_replica_beyond_the_last_port_is_refused() {
        assertThatThrownBy(() -> components(Map.of("XINJU_POINTS_PORT", "65530"), Replicas.of("points-service=2")).all())
                .hasMessageContaining("XINJU_POINTS_PORT must be a port number from 1 to 65535, not \"65540\"");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"gateway=2 | only one process of gateway", "points=2 | only one process of points", "points-service | is not understood",
        "points-service=two | is not understood", "points-service=0 | 1 to 9 replicas, not 0", "points-service=10 | 1 to 9 replicas, not 10",
        "points-service=2=3 | is not understood"})
    void replicas_that_cannot_be_are_refused(String asked, String sentence) {
        assertThatThrownBy(() -> Replicas.of(asked)).hasMessageContaining(sentence);
    }

    @Test
    void messages_go_to_the_simulated_providers_and_their_receipts_through_the_gateway() {
        var environment = Map.of("XINJU_CHANNELS_PORT", "5105", "XINJU_SMTP_PORT", "5106", "XINJU_PORT", "80");
        var notification = components(environment).chosen(Set.of("notification-service")).getFirst();
        var channels = components(environment).chosen(Set.of("channels")).getFirst();

        assertThat(notification.environment()).containsEntry("XINJU_SMS_URI", "http://127.0.0.1:5105/sms")
                .containsEntry("XINJU_SMS_SECRET_FILE", "/checkout/data/channels/secret").containsEntry("XINJU_SMTP_HOST", "127.0.0.1")
                .containsEntry("XINJU_SMTP_PORT", "5106").containsEntry("SERVER_PORT", "9104");
        assertThat(((Component.Jvm) channels.start()).arguments()).containsExactly("--port", "5105", "--smtp-port", "5106",
                "--data", "/checkout/data/channels", "--receipts", "http://127.0.0.1:80/api/notification/receipts/sms",
                "--secret", "/checkout/data/channels/secret");
        assertThat(channels.ports()).extracting(Port::number).containsExactly(5105, 5106);
    }

    @Test
    void a_service_that_was_not_built_is_missed_and_not_left_out() {
        assertThatThrownBy(() -> Components.requireBuilt(components(Map.of()).chosen(Set.of("grid-service", "notification-service", "channels"))))
                .hasMessageContaining("/checkout/standalone/channels/target/xinju-channels.jar is missing");
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
        return components(environment, Replicas.ONE_EACH);
    }

    private static Components components(Map<String, String> environment, Replicas replicas) {
        var settings = Settings.of(ROOT, environment, Duration.ofDays(-1));
        return new Components(settings, new Store.StandIn(settings.store().number()), replicas);
    }
}
