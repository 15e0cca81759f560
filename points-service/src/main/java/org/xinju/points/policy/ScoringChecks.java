package org.xinju.points.policy;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;

import org.xinju.points.policy.PolicyFault.Reason;

/** The checks of one rule: it reads facts that exist, its tables do not overlap, and its points have the sign of its tier. */
final class ScoringChecks {

    private static final BigDecimal MOST = new BigDecimal(1000);

    private final Tier.Kind tier;
    private final List<PolicyFault> faults = new ArrayList<>();

    private ScoringChecks(Tier.Kind tier) {
        this.tier = tier;
    }

    static List<PolicyFault> faults(String path, Indicator indicator, Tier.Kind tier, List<FactType> types) {
        var checks = new ScoringChecks(tier);
        var parts = indicator.scoring().leaves();
        for (int i = 0; i < parts.size(); i++) {
            var leaf = parts.get(i);
            var place = indicator.scoring() instanceof Scoring.Leaf ? path : path + "/parts/" + i;
            types.stream().filter(type -> type.kind().equals(leaf.fact())).findFirst().ifPresentOrElse(
                    type -> checks.leaf(place, leaf, type, indicator),
                    () -> checks.fault(place + "/fact", Reason.NO_FACT, types.getFirst().kind(), leaf.fact()));
        }
        return checks.faults;
    }

    private void leaf(String path, Scoring.Leaf leaf, FactType type, Indicator indicator) {
        if (indicator.quota() != null) {
            amount(path, Quota.PLACE, type);
            amount(path, Quota.PLACES, type);
        }
        switch (leaf) {
            case Scoring.Linear rule -> {
                amount(path + "/amount", rule.amount(), type);
                sign(path + "/points", rule.points());
                if (rule.first() != null) {
                    sign(path + "/first/points", rule.first().points());
                }
            }
            case Scoring.StepTable rule -> {
                amount(path + "/amount", rule.amount(), type);
                rows(path + "/rows", rule.rows());
            }
            case Scoring.TierBonus rule -> wholeRows(path + "/rows", rule.rows());
            case Scoring.AgeTable rule -> wholeRows(path + "/rows", rule.rows());
            case Scoring.HighestLevel rule -> levels(path + "/levels", rule.levels().keySet(), rule.levels().values(), type);
            case Scoring.Shared rule -> {
                levels(path + "/levels", rule.levels().keySet(), rule.levels().values(), type);
                amount(path, Scoring.Shared.OWNERS, type);
                amount(path, Scoring.Shared.FIRST_OWNER, type);
            }
            case Scoring.Progressive rule -> rule.totals().forEach(points -> sign(path + "/totals", points));
            case Scoring.FullMonths rule -> sign(path + "/points", rule.points());
            case Scoring.Flat rule -> sign(path + "/points", rule.points());
            case Scoring.Each rule -> sign(path + "/points", rule.points());
            case Scoring.Continuous rule -> sign(path + "/points", rule.points());
        }
        if ((leaf instanceof Scoring.Continuous || leaf instanceof Scoring.FullMonths || leaf instanceof Scoring.TierBonus)
                && !(indicator.window() instanceof Window.Ever)) {
            fault(path + "/kind", Reason.WINDOW_EVER, "{\"kind\":\"ever\"}");
        }
    }

    /** Full months and years of age are whole numbers, and nobody lives for a thousand of them. */
    private void wholeRows(String path, List<Scoring.Row> rows) {
        rows(path, rows);
        for (int i = 0; i < rows.size(); i++) {
            whole(path + "/" + i + "/from", rows.get(i).from());
            whole(path + "/" + i + "/to", Objects.requireNonNullElse(rows.get(i).to(), BigDecimal.ZERO));
        }
    }

    private void whole(String path, BigDecimal value) {
        if (value.stripTrailingZeros().scale() > 0 || value.compareTo(MOST) > 0) {
            fault(path, Reason.NO_WHOLE_NUMBER, "18", value, MOST);
        }
    }

    private void rows(String path, List<Scoring.Row> rows) {
        for (int i = 0; i < rows.size(); i++) {
            var row = rows.get(i);
            sign(path + "/" + i + "/points", row.points());
            if (row.to() != null && row.to().compareTo(row.from()) < 0) {
                fault(path + "/" + i + "/to", Reason.ROW_ENDS_BEFORE_BEGIN, row.from().toPlainString());
            }
            var before = i == 0 ? null : rows.get(i - 1);
            if (before != null && (before.to() == null || row.from().compareTo(before.to()) <= 0)) {
                fault(path + "/" + i + "/from", Reason.ROWS_OVERLAP,
                        before.to() == null ? "" : before.to().add(BigDecimal.ONE).toPlainString());
            }
        }
    }

    private void levels(String path, Collection<String> levels, Collection<BigDecimal> points, FactType type) {
        levels.stream().filter(level -> !type.hasLevel(level)).forEach(level -> fault(path + "/" + level, Reason.NO_LEVEL,
                type.levels().isEmpty() ? "" : type.levels().getFirst().code(), type.kind()));
        points.forEach(value -> sign(path, value));
    }

    private void amount(String path, String amount, FactType type) {
        if (!type.hasAmount(amount)) {
            fault(path, Reason.NO_AMOUNT, type.amounts().isEmpty() ? "" : type.amounts().getFirst().code(), type.kind(), amount);
        }
    }

    private void sign(String path, BigDecimal points) {
        if (tier == Tier.Kind.AWARD && points.signum() < 0) {
            fault(path, Reason.AWARD_SIGN, points.negate().toPlainString());
        } else if (tier == Tier.Kind.DEDUCTION && points.signum() > 0) {
            fault(path, Reason.DEDUCTION_SIGN, points.negate().toPlainString());
        }
    }

    private void fault(String path, Reason reason, String example, Object... arguments) {
        faults.add(PolicyFault.of(path, reason, example, arguments));
    }
}
