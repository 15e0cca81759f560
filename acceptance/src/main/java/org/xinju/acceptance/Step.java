package org.xinju.acceptance;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** Users who come at a steady rate for some time. */
record Step(double perSecond, int seconds) {

    /** As the simulations take them. */
    static String told(List<Step> steps) {
        return steps.stream().map(step -> step.perSecond + "x" + step.seconds).collect(Collectors.joining(","));
    }

    /** Each for the same time. */
    static List<Step> of(int seconds, double... perSecond) {
        return Arrays.stream(perSecond).mapToObj(rate -> new Step(rate, seconds)).toList();
    }

    static int seconds(List<Step> steps) {
        return steps.stream().mapToInt(Step::seconds).sum();
    }

    String rate() {
        return perSecond == Math.rint(perSecond) ? Long.toString((long) perSecond) : Double.toString(perSecond);
    }
}
