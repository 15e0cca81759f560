package org.xinju.points.engine;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;

import org.xinju.points.engine.Uncounted.Reason;
import org.xinju.points.policy.Indicator;
import org.xinju.points.policy.Scoring;

/**
 * One indicator on one date.
 *
 * @param raw points before the cap, scale 2
 * @param capped points after the indicator's own cap
 * @param changesOn next day on which it may be otherwise; null: none
 */
record IndicatorScore(
        Indicator indicator, BigDecimal raw, BigDecimal capped, List<Input> inputs, List<Fact> cited, List<Uncounted> left,
        @Nullable LocalDate changesOn) {

    static IndicatorScore of(Indicator indicator, Facts facts, LocalDate date) {
        var total = switch (indicator.scoring()) {
            case Scoring.Leaf leaf -> outcome(leaf, indicator, facts, date);
            case Scoring.Sum(var parts) -> sum(parts, indicator, facts, date);
            case Scoring.EitherOf(var parts) -> best(parts, indicator, facts, date);
        };
        var raw = Points.round(total.exact());
        return new IndicatorScore(indicator, raw, capped(indicator, raw), total.inputs(), total.cited(), total.left(), total.changesOn());
    }

    private static Outcome outcome(Scoring.Leaf leaf, Indicator indicator, Facts facts, LocalDate date) {
        var known = facts.ofKind(leaf.fact());
        if (known.isEmpty()) {
            return Outcome.nothing(List.of(Uncounted.general(leaf.fact(), Reason.NO_FACT)), null);
        }
        var selection = Selection.of(indicator, known, date);
        var counted = selection.counted();
        var outcome = switch (leaf) {
            case Scoring.Linear rule -> AmountRules.linear(rule, counted);
            case Scoring.StepTable rule -> AmountRules.stepTable(rule, counted);
            case Scoring.HighestLevel rule -> AmountRules.highestLevel(rule, counted);
            case Scoring.Shared rule -> AmountRules.shared(rule, counted);
            case Scoring.Flat rule -> AmountRules.flat(rule, counted);
            case Scoring.Each rule -> AmountRules.each(rule, counted);
            case Scoring.Progressive rule -> AmountRules.progressive(rule, counted);
            case Scoring.FullMonths rule -> TimeRules.fullMonths(rule, counted, date, indicator.cap());
            case Scoring.TierBonus rule -> TimeRules.tierBonus(rule, counted, date);
            case Scoring.AgeTable rule -> TimeRules.ageTable(rule, counted, date);
            case Scoring.Continuous rule -> TimeRules.continuous(rule, counted, date);
        };
        return new Outcome(outcome.exact(), outcome.inputs(), outcome.cited(), joined(selection.left(), outcome.left()),
                Earliest.of(selection.changesOn(), outcome.changesOn()));
    }

    private static Outcome sum(List<Scoring.Leaf> parts, Indicator indicator, Facts facts, LocalDate date) {
        var sum = Outcome.nothing(List.of(), null);
        for (var part : parts) {
            var one = outcome(part, indicator, facts, date);
            sum = new Outcome(sum.exact().add(one.exact()), joined(sum.inputs(), one.inputs()), joined(sum.cited(), one.cited()),
                    joined(sum.left(), one.left()), Earliest.of(sum.changesOn(), one.changesOn()));
        }
        return sum;
    }

    private static Outcome best(List<Scoring.Leaf> parts, Indicator indicator, Facts facts, LocalDate date) {
        var outcomes = parts.stream().map(part -> outcome(part, indicator, facts, date)).toList();
        var best = outcomes.getFirst();
        for (var one : outcomes) {
            best = one.exact().compareTo(best.exact()) > 0 ? one : best;
        }
        List<Uncounted> left = List.of();
        LocalDate changesOn = null;
        for (var one : outcomes) {
            left = joined(left, one.left());
            if (one != best) {
                left = joined(left, one.cited().stream()
                        .map(fact -> Uncounted.fact(fact, Reason.LOWER_THAN_BEST, fact.level() == null ? fact.kind() : fact.level()))
                        .toList());
            }
            changesOn = Earliest.of(changesOn, one.changesOn());
        }
        return new Outcome(best.exact(), best.inputs(), best.cited(), left, changesOn);
    }

    private static <T> List<T> joined(List<T> some, List<T> more) {
        if (some.isEmpty() || more.isEmpty()) {
            return some.isEmpty() ? more : some;
        }
        var all = new ArrayList<T>(some.size() + more.size());
        all.addAll(some);
        all.addAll(more);
        return all;
    }

    private static BigDecimal capped(Indicator indicator, BigDecimal raw) {
        var cap = indicator.cap();
        if (cap == null) {
            return raw;
        }
        var limit = Points.round(cap);
        return limit.signum() > 0 ? raw.min(limit) : raw.max(limit);
    }

    /** Looks ahead from one day of possible change to the next until the capped points differ. */
    @Nullable NextChange next(Facts facts) {
        var day = changesOn;
        while (day != null) {
            var then = of(indicator, facts, day);
            if (then.capped.compareTo(capped) != 0) {
                return new NextChange(day, then.capped);
            }
            day = then.changesOn;
        }
        return null;
    }

    Line line(@Nullable NextChange next) {
        return new Line(Line.Kind.INDICATOR, indicator.code(), raw, indicator.clause(), inputs,
                cited.stream().map(Fact::id).toList(), left, next);
    }
}
