package org.xinju.launcher.command;

import java.time.Duration;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.xinju.launcher.component.Replicas;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class OptionsTest {

    private static final LocalDateTime NOW = LocalDateTime.of(2026, 11, 24, 22, 15);

    @Test
    void nothing_means_start() {
        assertThat(Options.of(List.of(), NOW)).isEqualTo(new Options("start", List.of(), false, false, false, Set.of(), Replicas.ONE_EACH,
                Duration.ZERO));
    }

    @Test
    void options_may_stand_anywhere() {
        assertThat(Options.of(List.of("-f", "logs", "broker"), NOW)).isEqualTo(Options.of(List.of("logs", "broker", "--follow"), NOW))
                .satisfies(options -> assertThat(options.follow()).isTrue())
                .satisfies(options -> assertThat(options.rest()).containsExactly("broker"));
    }

    @ParameterizedTest
    @CsvSource({"2026-11-23, PT-24H", "2026-11-24, PT0S", "2027-11-24, PT8760H"})
    void a_date_moves_the_clock_by_whole_days(String date, Duration offset) {
        assertThat(Options.of(List.of("--date", date), NOW).clockOffset()).isEqualTo(offset);
    }

    @Test
    void a_time_moves_the_clock_to_it() {
        assertThat(Options.of(List.of("--date", "2026-11-23T10:00"), NOW).clockOffset()).isEqualTo(Duration.parse("PT-36H-15M"));
    }

    @ParameterizedTest
    @CsvSource({"--dat, There is no option --dat", "--date, --date lacks its value", "--only, --only lacks its value",
        "--replicas, --replicas lacks its value"})
    void an_option_that_cannot_be_understood_is_named(String option, String sentence) {
        assertThatThrownBy(() -> Options.of(List.of(option), NOW)).hasMessageContaining(sentence);
    }

    @Test
    void replicas_may_be_asked_for_one_by_one_or_together() {
        assertThat(Options.of(List.of("--replicas", "points-service=2", "--replicas", "grid-service=3"), NOW))
                .isEqualTo(Options.of(List.of("--replicas", "grid-service=3,points-service=2"), NOW))
                .satisfies(options -> assertThat(options.replicas().counts()).isEqualTo(Map.of("points-service", 2, "grid-service", 3)));
    }

    @Test
    void what_stands_behind_crash_is_left_to_it() {
        assertThat(Options.of(List.of("crash", "--seed", "7", "--replicas", "2"), NOW)).satisfies(options -> {
            assertThat(options.command()).isEqualTo("crash");
            assertThat(options.rest()).containsExactly("--seed", "7", "--replicas", "2");
        });
    }

    @Test
    void a_second_gateway_is_refused_with_what_can_be() {
        assertThatThrownBy(() -> Options.of(List.of("--replicas", "gateway=2"), NOW))
                .hasMessage("There can be only one process of gateway; services that can have replicas: registry-service, points-service, "
                        + "grid-service, notification-service.");
    }

    @Test
    void a_day_that_does_not_exist_is_refused() {
        assertThatThrownBy(() -> Options.of(List.of("--date", "2026-02-30"), NOW)).hasMessageContaining("\"2026-02-30\" is no date");
    }
}
