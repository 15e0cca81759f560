package org.xinju.points.policy;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;

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
                    () -> checks.fault(place + "/fact", "there is no kind of fact \"" + leaf.fact() + "\"", types.getFirst().kind()));
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
            fault(path + "/kind", "a rule over lasting time looks at all facts and needs the window \"ever\"", "{\"kind\":\"ever\"}");
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
            fault(path, value + " is not a whole number of months or years up to " + MOST, "18");
        }
    }

    private void rows(String path, List<Scoring.Row> rows) {
        for (int i = 0; i < rows.size(); i++) {
            var row = rows.get(i);
            sign(path + "/" + i + "/points", row.points());
            if (row.to() != null && row.to().compareTo(row.from()) < 0) {
                fault(path + "/" + i + "/to", "the row ends before it begins", row.from().toPlainString());
            }
            var before = i == 0 ? null : rows.get(i - 1);
            if (before != null && (before.to() == null || row.from().compareTo(before.to()) <= 0)) {
                fault(path + "/" + i + "/from", "the row overlaps the one before; rows rise and do not touch",
                        before.to() == null ? "" : before.to().add(BigDecimal.ONE).toPlainString());
            }
        }
    }

    private void levels(String path, Collection<String> levels, Collection<BigDecimal> points, FactType type) {
        levels.stream().filter(level -> !type.hasLevel(level)).forEach(level -> fault(path + "/" + level,
                "a fact of the kind \"" + type.kind() + "\" has no such level",
                type.levels().isEmpty() ? "" : type.levels().getFirst().code()));
        points.forEach(value -> sign(path, value));
    }

    private void amount(String path, String amount, FactType type) {
        if (!type.hasAmount(amount)) {
            fault(path, "a fact of the kind \"" + type.kind() + "\" carries no amount \"" + amount + "\"",
                    type.amounts().isEmpty() ? "" : type.amounts().getFirst().code());
        }
    }

    private void sign(String path, BigDecimal points) {
        if (tier == Tier.Kind.AWARD && points.signum() < 0) {
            fault(path, "an indicator of this tier gives points; a deduction belongs in a tier of the kind DEDUCTION",
                    points.negate().toPlainString());
        } else if (tier == Tier.Kind.DEDUCTION && points.signum() > 0) {
            fault(path, "a deduction has negative points", points.negate().toPlainString());
        }
    }

    private void fault(String path, String reason, String example) {
        faults.add(new PolicyFault(path, reason, example));
    }
}
