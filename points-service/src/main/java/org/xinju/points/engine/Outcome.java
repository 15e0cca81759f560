package org.xinju.points.engine;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * What a rule makes of the facts it was given.
 *
 * @param exact points, not rounded
 * @param changesOn next day on which the rule by itself may give something else; null: none
 */
record Outcome(BigDecimal exact, List<Input> inputs, List<Fact> cited, List<Uncounted> left, @Nullable LocalDate changesOn) {

    static Outcome nothing(List<Uncounted> left, @Nullable LocalDate changesOn) {
        return new Outcome(BigDecimal.ZERO, List.of(), List.of(), left, changesOn);
    }

    static Outcome of(BigDecimal exact, Input input, List<Fact> cited, List<Uncounted> left) {
        return new Outcome(exact, List.of(input), cited, left, null);
    }
}
