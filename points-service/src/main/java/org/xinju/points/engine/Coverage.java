package org.xinju.points.engine;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * The time that facts cover up to a date, laid end to end: gaps are taken out by moving the start later by as many days, so that parts of a
 * month before and after a gap add up.
 *
 * @param start where the covered time would have begun without gaps
 * @param end day after the last day covered, at most the date
 * @param runsUntil day after which the time stops growing; null: it goes on. Equal to {@code end} when it has stopped already
 * @param facts facts of the covered time, oldest first
 * @param gapDays days taken out
 * @param breaks where a gap was too long; what lies before the last one is not covered
 */
record Coverage(LocalDate start, LocalDate end, @Nullable LocalDate runsUntil, List<Fact> facts, long gapDays, List<Break> breaks) {

    /** A gap that was too long: the facts before it, the last day before and the first day after. */
    record Break(List<Fact> facts, LocalDate lastDay, LocalDate firstDay) {}

    private static final int ANY_GAP = Integer.MAX_VALUE;

    /** All the time the facts cover, however long the gaps. */
    static Coverage ofAll(List<Fact> facts, LocalDate date) {
        return of(facts, date, ANY_GAP);
    }

    /** The time since the last gap of more than {@code gapMonths} months. */
    static Coverage sinceLastBreak(List<Fact> facts, LocalDate date, int gapMonths) {
        return of(facts, date, gapMonths);
    }

    /** @param facts at least one, oldest first, all begun on or before the date */
    private static Coverage of(List<Fact> facts, LocalDate date, int gapMonths) {
        var covered = new ArrayList<Fact>();
        var breaks = new ArrayList<Break>();
        var start = facts.getFirst().from();
        var reached = start;
        long gapDays = 0;
        for (var fact : facts) {
            if (fact.from().isAfter(reached)) {
                if (gapMonths != ANY_GAP && fact.from().isAfter(reached.plusMonths(gapMonths))) {
                    breaks.add(new Break(List.copyOf(covered), reached.minusDays(1), fact.from()));
                    covered.clear();
                    start = fact.from();
                    gapDays = 0;
                } else {
                    gapDays += ChronoUnit.DAYS.between(reached, fact.from());
                }
                reached = fact.from();
            }
            covered.add(fact);
            reached = later(reached, endWithin(fact, date));
        }
        return new Coverage(start.plusDays(gapDays), reached, runsUntil(covered, date, reached), covered, gapDays, breaks);
    }

    /** Day after the last day on which the fact covers time, at most the date itself: the day that has begun is not over. */
    private static LocalDate endWithin(Fact fact, LocalDate date) {
        return fact.until() == null || !fact.until().isBefore(date) ? date : fact.until().plusDays(1);
    }

    private static @Nullable LocalDate runsUntil(List<Fact> facts, LocalDate date, LocalDate reached) {
        LocalDate last = null;
        for (var fact : facts) {
            if (fact.holdsOn(date)) {
                if (fact.until() == null) {
                    return null;
                }
                last = last == null ? fact.until().plusDays(1) : later(last, fact.until().plusDays(1));
            }
        }
        return last == null ? reached : last;
    }

    private static LocalDate later(LocalDate one, LocalDate other) {
        return one.isAfter(other) ? one : other;
    }

    int months() {
        return FullMonths.between(start, end);
    }

    /** The day on which this many months are full if the time goes on as known; null when it stops before. */
    @Nullable LocalDate fullOn(int months) {
        var day = start.plusMonths(months);
        return runsUntil != null && day.isAfter(runsUntil) ? null : day;
    }
}
