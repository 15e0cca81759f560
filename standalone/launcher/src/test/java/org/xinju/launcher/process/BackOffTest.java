package org.xinju.launcher.process;

import java.time.Duration;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class BackOffTest {

    @Test
    void pauses_double_up_to_half_a_minute() {
        var backOff = new BackOff(Duration.ofSeconds(30));

        assertThat(Stream.generate(() -> backOff.after(Duration.ZERO).toSeconds()).limit(7)).containsExactly(1L, 2L, 4L, 8L, 16L, 30L, 30L);
    }

    @Test
    void a_minute_without_trouble_begins_anew() {
        var backOff = new BackOff(Duration.ofSeconds(30));
        backOff.after(Duration.ZERO);
        backOff.after(Duration.ZERO);

        assertThat(backOff.after(Duration.ofMinutes(1))).isEqualTo(Duration.ofSeconds(1));
    }

    @Test
    void a_longest_pause_of_a_second_means_always_a_second() {
        var backOff = new BackOff(Duration.ofSeconds(1));

        assertThat(Stream.generate(() -> backOff.after(Duration.ZERO).toSeconds()).limit(3)).containsExactly(1L, 1L, 1L);
    }
}
