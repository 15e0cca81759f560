package org.xinju.points.way;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;

import org.xinju.points.engine.Fact;
import org.xinju.points.policy.Step;

/**
 * A step that is done one or more times, one time after the other, beginning today.
 *
 * @param times 1 or more
 * @param doneOn day on which the last time is done
 */
public record Doing(Step step, int times, LocalDate doneOn) {

    static Doing of(Step step, int times, LocalDate today) {
        return new Doing(step, times, done(step, times, today));
    }

    private static LocalDate done(Step step, int times, LocalDate today) {
        return today.plusMonths((long) step.months() * times);
    }

    /** What is known when it is done. */
    List<Fact> facts(LocalDate today) {
        return IntStream.rangeClosed(1, times).mapToObj(time -> fact(time, done(step, time, today))).toList();
    }

    private Fact fact(int time, LocalDate on) {
        return Fact.supposed("step/" + step.code() + "/" + time, step.fact(), on, step.lasts() ? null : on, step.level(), step.amounts());
    }
}
