package org.xinju.acceptance;

import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** A minute of calm, one that is not looked at, and one after it; five calls a second. */
class RecoveryTest {

    private static final double CALM = 20; // milliseconds
    private static final double A_FIFTH_MORE = 24;

    @Test
    void calls_as_before_need_no_time() {
        assertThat(after(_ -> A_FIFTH_MORE)).isEqualTo("0 s");
    }

    @Test
    void it_is_reached_once_no_later_window_is_slow() {
        assertThat(after(call -> call < 3 ? 500 : CALM)).isEqualTo("5 s");
        assertThat(after(call -> call >= 60 && call < 65 ? 25 : CALM)).isEqualTo("15 s");
    }

    @Test
    void one_slow_call_of_twenty_five_says_nothing() {
        assertThat(after(call -> call % 25 == 7 ? 500 : CALM)).isEqualTo("0 s");
    }

    @Test
    void slow_to_the_end_is_more_than_there_was() {
        assertThat(after(call -> call >= 290 ? 25 : CALM)).isEqualTo("more than 60 s");
        assertThat(after(_ -> 25)).isEqualTo("more than 60 s");
    }

    private static String after(IntToDoubleFunction took) {
        var calls = IntStream.range(0, 900)
                .mapToObj(n -> new Samples.Sample(n / 5.0, "file", 201, n < 300 ? CALM : n < 600 ? 1_000 : took.applyAsDouble(n - 600))).toList();
        return new Recovery(new Samples(calls), 0, 60).after(120, 180);
    }
}
