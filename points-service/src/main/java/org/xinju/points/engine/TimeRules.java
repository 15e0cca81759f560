package org.xinju.points.engine;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;

import org.xinju.points.engine.Uncounted.Reason;
import org.xinju.points.policy.Scoring;
import org.xinju.points.policy.Scoring.Row;

/** The rules whose points change because time passes. */
final class TimeRules {

    private TimeRules() {}

    /** @param cap limit of the indicator; once it is reached more months change nothing */
    static Outcome fullMonths(Scoring.FullMonths rule, List<Fact> facts, LocalDate date, @Nullable BigDecimal cap) {
        if (facts.isEmpty()) {
            return Outcome.nothing(List.of(), null);
        }
        var coverage = Coverage.ofAll(facts, date);
        int months = coverage.months();
        var points = rule.points().multiply(BigDecimal.valueOf(months));
        boolean full = rule.points().signum() == 0 || (cap != null && points.abs().compareTo(cap.abs()) >= 0);
        return months(rule.fact(), points, coverage, full ? null : after(date, coverage.fullOn(months + 1)));
    }

    static Outcome tierBonus(Scoring.TierBonus rule, List<Fact> facts, LocalDate date) {
        if (facts.isEmpty()) {
            return Outcome.nothing(List.of(), null);
        }
        var coverage = Coverage.ofAll(facts, date);
        var months = BigDecimal.valueOf(coverage.months());
        var points = rule.rows().stream().filter(row -> row.holds(months)).findFirst().map(Row::points).orElse(BigDecimal.ZERO);
        var next = rule.rows().stream().map(Row::from).filter(from -> from.compareTo(months) > 0).findFirst()
                .map(from -> coverage.fullOn(from.intValueExact())).orElse(null);
        return months(rule.fact(), points, coverage, after(date, next));
    }

    private static Outcome months(String kind, BigDecimal points, Coverage coverage, @Nullable LocalDate changesOn) {
        var left = new ArrayList<Uncounted>();
        if (coverage.gapDays() > 0) {
            left.add(Uncounted.general(kind, Reason.GAP, coverage.gapDays()));
        }
        long days = ChronoUnit.DAYS.between(coverage.start().plusMonths(coverage.months()), coverage.end());
        if (days > 0) {
            left.add(Uncounted.general(kind, Reason.PART_MONTH, days));
        }
        var input = new Input(kind, Input.FULL_MONTHS, String.valueOf(coverage.months()));
        return new Outcome(points, List.of(input), coverage.facts(), left, changesOn);
    }

    static Outcome ageTable(Scoring.AgeTable rule, List<Fact> facts, LocalDate date) {
        if (facts.isEmpty()) {
            return Outcome.nothing(List.of(), null);
        }
        var birth = facts.getLast();
        int age = FullMonths.years(birth.from(), date);
        var left = new ArrayList<Uncounted>();
        facts.stream().filter(fact -> fact != birth).forEach(fact -> left.add(Uncounted.fact(fact, Reason.DOUBLE)));
        var points = atAge(rule, age);
        if (points == null) {
            var oldest = rule.rows().getLast().to();
            left.add(Uncounted.fact(birth, Reason.AGE_OUTSIDE, age, rule.rows().getFirst().from(), oldest == null ? "" : oldest));
        }
        return new Outcome(points == null ? BigDecimal.ZERO : points, List.of(new Input(rule.fact(), Input.AGE_YEARS, String.valueOf(age))),
                List.of(birth), left, nextBirthdayThatMatters(rule, birth.from(), age));
    }

    private static @Nullable BigDecimal atAge(Scoring.AgeTable rule, int age) {
        var years = BigDecimal.valueOf(age);
        return rule.rows().stream().filter(row -> row.holds(years)).findFirst().map(Row::points).orElse(null);
    }

    /** Points change where a row begins or the row of the present age ends. */
    private static @Nullable LocalDate nextBirthdayThatMatters(Scoring.AgeTable rule, LocalDate birth, int age) {
        LocalDate next = null;
        for (var row : rule.rows()) {
            int from = row.from().intValueExact();
            if (from > age) {
                next = Earliest.of(next, birth.plusYears(from));
            }
            if (row.to() != null && row.to().intValueExact() >= age) {
                next = Earliest.of(next, birth.plusYears(row.to().intValueExact() + 1L));
            }
        }
        return next;
    }

    static Outcome continuous(Scoring.Continuous rule, List<Fact> facts, LocalDate date) {
        if (facts.isEmpty()) {
            return Outcome.nothing(List.of(), null);
        }
        var coverage = Coverage.sinceLastBreak(facts, date, rule.gapMonths());
        var left = new ArrayList<Uncounted>();
        for (var broken : coverage.breaks()) {
            broken.facts().forEach(fact -> left.add(Uncounted.fact(fact, Reason.BROKEN, broken.lastDay(), broken.firstDay())));
        }
        boolean now = coverage.facts().stream().anyMatch(fact -> fact.holdsOn(date));
        int months = coverage.months();
        boolean earned = now && months >= rule.months();
        if (!now) {
            var latestRestart = coverage.end().plusMonths(rule.gapMonths());
            left.add(Uncounted.general(rule.fact(), Reason.NO_WORK_NOW, coverage.end().minusDays(1), latestRestart));
        } else if (!earned) {
            left.add(Uncounted.general(rule.fact(), Reason.TOO_SHORT, months, rule.months()));
        }
        if (coverage.gapDays() > 0) {
            left.add(Uncounted.general(rule.fact(), Reason.GAP, coverage.gapDays()));
        }
        var next = earned ? coverage.runsUntil() : coverage.fullOn(rule.months());
        return new Outcome(earned ? rule.points() : BigDecimal.ZERO,
                List.of(new Input(rule.fact(), Input.CONTINUOUS_MONTHS, String.valueOf(months))), coverage.facts(), left,
                now ? after(date, next) : null);
    }

    private static @Nullable LocalDate after(LocalDate date, @Nullable LocalDate next) {
        return next == null || !next.isAfter(date) ? null : next;
    }
}
