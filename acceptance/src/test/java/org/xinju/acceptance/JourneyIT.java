package org.xinju.acceptance;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** The journey ends in the same state whether a service runs once or twice. */
class JourneyIT {

    private static final Path DATA = Path.of("target/running").toAbsolutePath();
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);

    @Test
    void two_replicas_of_every_service_end_where_one_does() throws IOException {
        var one = walk();
        var two = walk("--replicas", "registry-service=2,points-service=2,grid-service=2,notification-service=2");
        assertThat(two.keySet()).isEqualTo(one.keySet());
        var all = new SoftAssertions();
        one.forEach((collection, documents) -> all.assertThat(two.get(collection)).as(collection).containsExactlyElementsOf(documents));
        all.assertAll();
    }

    /** In the morning: at night an SMS waits. */
    private static Map<String, List<String>> walk(String... replicas) throws IOException {
        var arguments = Stream.concat(Stream.of("--date", TODAY + "T10:00"), Stream.of(replicas)).toArray(String[]::new);
        try (var system = RunningSystem.startEmpty(DATA, arguments)) {
            var journey = new Journey(system, TODAY);
            journey.walk();
            Quiet.await(system, Duration.ofMinutes(3));
            journey.nothingWasToldTwice();
            Topics.deadLetterTopics(system).forEach(topic -> assertThat(Topics.messages(system, topic)).as(topic).isZero());
            aTraceGoesFromTheCommandToTheMessage(system);
            return StoredState.of(system);
        }
    }

    private static void aTraceGoesFromTheCommandToTheMessage(RunningSystem system) {
        var commands = Topics.traces(system, "grid.cases");
        assertThat(commands).hasSizeGreaterThan(5);
        assertThat(Topics.traces(system, "notification.messages")).containsAll(commands);
    }
}
