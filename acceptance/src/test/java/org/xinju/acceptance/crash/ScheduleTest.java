package org.xinju.acceptance.crash;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import org.junit.jupiter.api.Test;

import org.xinju.acceptance.crash.agent.Point;

import static org.assertj.core.api.Assertions.assertThat;

class ScheduleTest {

    private static final List<String> PROCESSES = List.of("broker", "channels", "gateway", "grid-service", "issuer", "notification-service",
            "points-service", "points-service-2", "registry-service", "store");

    @Test
    void a_hundred_kills_reach_every_point_of_every_kind_of_process_three_times() {
        var schedule = Schedule.named(7, PROCESSES, 100, 10_000);

        var times = schedule.stream().collect(Collectors.groupingBy(kill -> Map.entry(Coverage.kind(kill.process()), kill.point()),
                Collectors.counting()));
        assertThat(Coverage.cells(PROCESSES)).allSatisfy(cell -> assertThat(times.getOrDefault(cell, 0L)).as("%s", cell)
                .isGreaterThanOrEqualTo(Coverage.TIMES));
        assertThat(schedule).hasSize(100).extracting(Schedule.Kill::after).isSorted().allMatch(after -> after < 10_000);
    }

    @Test
    void a_seed_replays() {
        assertThat(Schedule.named(7, PROCESSES, 100, 10_000)).isEqualTo(Schedule.named(7, PROCESSES, 100, 10_000))
                .isNotEqualTo(Schedule.named(8, PROCESSES, 100, 10_000));
    }

    @Test
    void a_short_run_kills_every_process_once() {
        assertThat(Schedule.random(7, PROCESSES, PROCESSES.size(), 500)).extracting(Schedule.Kill::process)
                .containsExactlyInAnyOrderElementsOf(PROCESSES);
    }

    @Test
    void a_point_that_nothing_died_at_leaves_the_table_incomplete() {
        var all = Schedule.named(7, PROCESSES, 100, 10_000).stream()
                .map(kill -> new Killer.Killed(kill, kill.after(), 1, Duration.ofSeconds(5))).toList();
        assertThat(Coverage.of(PROCESSES, all).isFull()).isTrue();
        assertThat(Coverage.of(PROCESSES, all.stream().filter(killed -> killed.kill().point() != Point.BETWEEN_STEPS).toList()).isFull()).isFalse();
        assertThat(Coverage.of(PROCESSES, all.stream().map(killed -> new Killer.Killed(killed.kill(), 0, 0, killed.recovery())).toList()).isFull())
                .as("nothing in flight").isFalse();
    }
}
