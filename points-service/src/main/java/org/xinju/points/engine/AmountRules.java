package org.xinju.points.engine;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.xinju.points.engine.Uncounted.Reason;
import org.xinju.points.policy.Scoring;
import org.xinju.points.policy.Scoring.Row;

import static org.xinju.points.policy.Scoring.Shared.FIRST_OWNER;
import static org.xinju.points.policy.Scoring.Shared.OWNERS;

/** The rules over amounts, levels and numbers of facts. What the day brings is settled by the window; here nothing depends on it. */
final class AmountRules {

    private AmountRules() {}

    static Outcome linear(Scoring.Linear rule, List<Fact> facts) {
        var carried = carrying(rule.amount(), facts);
        var first = rule.first();
        var beyond = first == null ? carried.sum : carried.sum.subtract(first.at());
        if (carried.facts.isEmpty() || beyond.signum() < 0) {
            return tooLittle(rule, carried);
        }
        var units = beyond.divideToIntegralValue(rule.per()).setScale(0, RoundingMode.UNNECESSARY);
        var rest = beyond.subtract(units.multiply(rule.per()));
        if (rest.signum() > 0) {
            carried.left.add(Uncounted.general(rule.fact(), Reason.BELOW_UNIT, plain(rest), plain(rule.per()), rule.amount()));
        }
        var points = rule.points().multiply(units).add(first == null ? BigDecimal.ZERO : first.points());
        return Outcome.of(points, new Input(rule.fact(), rule.amount(), plain(carried.sum)), carried.facts, carried.left);
    }

    private static Outcome tooLittle(Scoring.Linear rule, Carried carried) {
        if (rule.first() != null && !carried.facts.isEmpty()) {
            carried.left.add(Uncounted.general(rule.fact(), Reason.BELOW_UNIT, plain(carried.sum), plain(rule.first().at()),
                    rule.amount()));
        }
        return Outcome.nothing(carried.left, null);
    }

    static Outcome stepTable(Scoring.StepTable rule, List<Fact> facts) {
        var carried = carrying(rule.amount(), facts);
        if (carried.facts.isEmpty()) {
            return Outcome.nothing(carried.left, null);
        }
        var row = rule.rows().stream().filter(one -> one.holds(carried.sum)).findFirst();
        if (row.isEmpty()) {
            carried.left.add(Uncounted.general(rule.fact(), Reason.OUTSIDE_TABLE, plain(carried.sum)));
        }
        return Outcome.of(row.map(Row::points).orElse(BigDecimal.ZERO), new Input(rule.fact(), rule.amount(), plain(carried.sum)),
                carried.facts, carried.left);
    }

    static Outcome highestLevel(Scoring.HighestLevel rule, List<Fact> facts) {
        var left = new ArrayList<Uncounted>();
        Fact best = null;
        BigDecimal points = BigDecimal.ZERO;
        for (var fact : listed(rule.levels(), facts, left)) {
            var here = points(rule.levels(), fact);
            if (best == null || here.compareTo(points) > 0) {
                if (best != null) {
                    left.add(Uncounted.fact(best, Reason.LOWER_THAN_BEST, level(best)));
                }
                best = fact;
                points = here;
            } else {
                left.add(Uncounted.fact(fact, Reason.LOWER_THAN_BEST, level(fact)));
            }
        }
        return best == null ? Outcome.nothing(left, null)
                : Outcome.of(points, new Input(rule.fact(), Input.LEVEL, level(best)), List.of(best), left);
    }

    /** {@code n} owners make {@code n + 1} shares, of which the first owner has two. A patent without owners stated has one. */
    static Outcome shared(Scoring.Shared rule, List<Fact> facts) {
        var left = new ArrayList<Uncounted>();
        var counted = listed(rule.levels(), facts, left);
        var sum = BigDecimal.ZERO;
        for (var fact : counted) {
            var owners = fact.amounts().getOrDefault(OWNERS, BigDecimal.ONE).max(BigDecimal.ONE);
            boolean first = owners.compareTo(BigDecimal.ONE) == 0 || fact.amounts().getOrDefault(FIRST_OWNER, BigDecimal.ZERO).signum() > 0;
            var shares = first ? BigDecimal.TWO : BigDecimal.ONE;
            sum = sum.add(points(rule.levels(), fact).multiply(shares).divide(owners.add(BigDecimal.ONE), Points.EXACT));
        }
        return counted.isEmpty() ? Outcome.nothing(left, null) : counting(rule.fact(), sum, counted, left);
    }

    static Outcome flat(Scoring.Flat rule, List<Fact> facts) {
        return facts.isEmpty() ? Outcome.nothing(List.of(), null) : counting(rule.fact(), rule.points(), facts, List.of());
    }

    static Outcome each(Scoring.Each rule, List<Fact> facts) {
        return facts.isEmpty() ? Outcome.nothing(List.of(), null)
                : counting(rule.fact(), rule.points().multiply(BigDecimal.valueOf(facts.size())), facts, List.of());
    }

    static Outcome progressive(Scoring.Progressive rule, List<Fact> facts) {
        return facts.isEmpty() ? Outcome.nothing(List.of(), null)
                : counting(rule.fact(), rule.totals().get(Math.min(facts.size(), rule.totals().size()) - 1), facts, List.of());
    }

    private static Outcome counting(String kind, BigDecimal points, List<Fact> facts, List<Uncounted> left) {
        return Outcome.of(points, new Input(kind, Input.COUNT, String.valueOf(facts.size())), facts, left);
    }

    private static List<Fact> listed(Map<String, BigDecimal> levels, List<Fact> facts, List<Uncounted> left) {
        var listed = new ArrayList<Fact>();
        for (var fact : facts) {
            if (levels.containsKey(level(fact))) {
                listed.add(fact);
            } else {
                left.add(Uncounted.fact(fact, Reason.LEVEL_NOT_LISTED, level(fact)));
            }
        }
        return listed;
    }

    private static BigDecimal points(Map<String, BigDecimal> levels, Fact fact) {
        return levels.getOrDefault(level(fact), BigDecimal.ZERO);
    }

    private static String level(Fact fact) {
        return fact.level() == null ? "" : fact.level();
    }

    static String plain(BigDecimal value) {
        return value.signum() == 0 ? "0" : value.stripTrailingZeros().toPlainString();
    }

    private record Carried(BigDecimal sum, List<Fact> facts, List<Uncounted> left) {}

    private static Carried carrying(String amount, List<Fact> facts) {
        var carrying = new ArrayList<Fact>();
        var left = new ArrayList<Uncounted>();
        var sum = BigDecimal.ZERO;
        for (var fact : facts) {
            var value = fact.amounts().get(amount);
            if (value == null) {
                left.add(Uncounted.fact(fact, Reason.AMOUNT_MISSING, amount));
            } else {
                sum = sum.add(value);
                carrying.add(fact);
            }
        }
        return new Carried(sum, carrying, left);
    }
}
