package org.xinju.launcher.process;

import java.time.Duration;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class BackOffTest {

    @Test
    void pauses_double_up_to_half_a_minute() {
        var backOff = new BackOff();

        assertThat(Stream.generate(() -> backOff.after(Duration.ZERO).toSeconds()).limit(7)).containsExactly(1L, 2L, 4L, 8L, 16L, 30L, 30L);
    }

    @Test
    void a_minute_without_trouble_begins_anew() {
        var backOff = new BackOff();
        backOff.after(Duration.ZERO);
        backOff.after(Duration.ZERO);

        assertThat(backOff.after(Duration.ofMinutes(1))).isEqualTo(Duration.ofSeconds(1));
    }
}
