package org.xinju.points.engine;

import java.time.LocalDate;

import org.jspecify.annotations.Nullable;

import org.xinju.points.policy.Window;

/**
 * Where a fact lies to a window on a date.
 *
 * @param changesOn before the window: the first day inside; inside: the first day outside, null when it never leaves; closed: the first day
 *     on which it was outside
 */
record WindowPosition(Place place, @Nullable LocalDate changesOn) {

    enum Place { BEFORE, INSIDE, CLOSED }

    static WindowPosition of(Window window, Fact fact, LocalDate date) {
        if (fact.from().isAfter(date)) {
            return new WindowPosition(Place.BEFORE, fact.from());
        }
        var closesOn = closesOn(window, fact);
        return new WindowPosition(closesOn != null && !closesOn.isAfter(date) ? Place.CLOSED : Place.INSIDE, closesOn);
    }

    boolean inside() {
        return place == Place.INSIDE;
    }

    /** The day on which the place changes by itself; null when it does not. */
    @Nullable LocalDate nextOn() {
        return place == Place.CLOSED ? null : changesOn;
    }

    private static @Nullable LocalDate closesOn(Window window, Fact fact) {
        return switch (window) {
            case Window.Ever() -> null;
            case Window.Current() -> dayAfter(fact.until());
            case Window.CalendarYear() -> LocalDate.of(fact.from().getYear() + 1, 1, 1);
            case Window.LookBack(int months, Window.Anchor from) -> {
                var anchor = from == Window.Anchor.START ? fact.from() : fact.until();
                yield anchor == null ? null : anchor.plusMonths(months).plusDays(1);
            }
        };
    }

    private static @Nullable LocalDate dayAfter(@Nullable LocalDate day) {
        return day == null ? null : day.plusDays(1);
    }
}
