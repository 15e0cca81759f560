package org.xinju.points.engine;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;

import org.jspecify.annotations.Nullable;

import org.xinju.points.engine.Uncounted.Reason;
import org.xinju.points.policy.Indicator;
import org.xinju.points.policy.Quota;
import org.xinju.points.policy.Window;

/**
 * The facts of one kind that an indicator may look at on a date: inside the window, within the quota, one a year where that is the rule.
 */
record Selection(List<Fact> counted, List<Uncounted> left, @Nullable LocalDate changesOn) {

    static Selection of(Indicator indicator, List<Fact> facts, LocalDate date) {
        var counted = new ArrayList<Fact>(facts.size());
        var left = new ArrayList<Uncounted>();
        var years = new HashSet<Integer>();
        LocalDate changesOn = null;
        for (var fact : facts) {
            var position = WindowPosition.of(indicator.window(), fact, date);
            changesOn = Earliest.of(changesOn, position.nextOn());
            if (!position.inside()) {
                left.add(outside(indicator.window(), fact, position));
            } else if (indicator.quota() != null && !hasPlace(fact)) {
                left.add(Uncounted.fact(fact, Reason.QUOTA_FULL, place(fact, Quota.PLACE), place(fact, Quota.PLACES)));
            } else if (indicator.oncePerYear() && !years.add(fact.from().getYear())) {
                left.add(Uncounted.fact(fact, Reason.ONCE_PER_YEAR, fact.from().getYear()));
            } else {
                counted.add(fact);
            }
        }
        return new Selection(counted, left, changesOn);
    }

    private static Uncounted outside(Window window, Fact fact, WindowPosition position) {
        if (position.place() == WindowPosition.Place.BEFORE) {
            return Uncounted.fact(fact, Reason.NOT_YET, position.changesOn());
        }
        return window instanceof Window.Current ? Uncounted.fact(fact, Reason.ENDED, fact.until())
                : Uncounted.fact(fact, Reason.WINDOW_CLOSED, position.changesOn());
    }

    private static boolean hasPlace(Fact fact) {
        var place = place(fact, Quota.PLACE);
        return place.signum() > 0 && place.compareTo(place(fact, Quota.PLACES)) <= 0;
    }

    /** A fact without its place has none. */
    private static BigDecimal place(Fact fact, String name) {
        return fact.amounts().getOrDefault(name, BigDecimal.ZERO);
    }
}
