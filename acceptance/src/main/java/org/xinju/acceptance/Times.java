package org.xinju.acceptance;

import java.util.Arrays;
import java.util.Locale;
import java.util.function.IntConsumer;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;

/**
 * How long something took each time.
 *
 * @param sorted in milliseconds, at least one
 */
record Times(double[] sorted) {

    static Times of(DoubleStream milliseconds) {
        return new Times(milliseconds.sorted().toArray());
    }

    /** Does work so many times and measures each. @param work is told which time it is, from 0 */
    static Times of(int rounds, IntConsumer work) {
        var times = new double[rounds];
        for (var i = 0; i < rounds; i++) {
            var start = System.nanoTime();
            work.accept(i);
            times[i] = (System.nanoTime() - start) / 1e6;
        }
        return of(Arrays.stream(times));
    }

    /** The least time that a share of all kept to. @param percent above 0, up to 100 */
    double at(int percent) {
        return sorted[(int) Math.ceil(percent / 100.0 * sorted.length) - 1];
    }

    /** As a figure: the median and these. */
    String summary(int... percents) {
        return "median " + text(at(50)) + Arrays.stream(percents)
                .mapToObj(percent -> (percent == 100 ? ", max " : ", p" + percent + " ") + text(at(percent))).collect(Collectors.joining());
    }

    private static String text(double milliseconds) {
        return String.format(Locale.ROOT, milliseconds < 10 ? "%.2f ms" : "%.0f ms", milliseconds);
    }
}
