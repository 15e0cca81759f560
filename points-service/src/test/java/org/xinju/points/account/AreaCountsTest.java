package org.xinju.points.account;

import java.time.Duration;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class AreaCountsTest {

    @Test
    void a_look_takes_a_tenth_of_the_time() {
        assertThat(AreaCounts.pauseAfter(Duration.ofMillis(300))).isEqualTo(Duration.ofMillis(2_700));
    }

    /** Nine times as long would be four and a half minutes without a number. */
    @Test
    void after_a_store_that_was_away_for_half_a_minute_the_next_look_is_soon() {
        assertThat(AreaCounts.pauseAfter(Duration.ofSeconds(30))).isEqualTo(Duration.ofSeconds(20));
    }
}
