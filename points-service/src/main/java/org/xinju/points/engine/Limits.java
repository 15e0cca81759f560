package org.xinju.points.engine;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.xinju.points.policy.Clause;
import org.xinju.points.policy.Group;
import org.xinju.points.policy.PolicyVersion;
import org.xinju.points.policy.Tier;

/**
 * Applies what limits indicators from outside, in this order: their own caps, choices between them, caps of groups, caps of tiers, ceiling
 * and floor of the whole. Each limit that bites is a line of its own.
 */
final class Limits {

    private final PolicyVersion policy;
    private final List<Line> lines = new ArrayList<>();
    private final Map<String, BigDecimal> left = new HashMap<>();

    private Limits(PolicyVersion policy) {
        this.policy = policy;
    }

    static List<Line> of(PolicyVersion policy, List<IndicatorScore> scores) {
        var limits = new Limits(policy);
        for (var score : scores) {
            limits.left.put(score.indicator().code(), score.capped());
            limits.add(Line.Kind.INDICATOR_CAP, score.indicator().code(), score.capped().subtract(score.raw()), score.indicator().clause());
        }
        policy.groups().stream().filter(Group.EitherOf.class::isInstance).map(Group.EitherOf.class::cast).forEach(limits::eitherOf);
        policy.groups().stream().filter(Group.Capped.class::isInstance).map(Group.Capped.class::cast).forEach(limits::capped);
        policy.tiers().forEach(limits::tier);
        limits.whole();
        return limits.lines;
    }

    private void eitherOf(Group.EitherOf group) {
        var best = group.members().getFirst();
        for (var member : group.members()) {
            best = points(member).compareTo(points(best)) > 0 ? member : best;
        }
        var taken = Points.ZERO;
        for (var member : group.members()) {
            if (!member.equals(best)) {
                taken = taken.add(points(member));
                left.put(member, Points.ZERO);
            }
        }
        add(Line.Kind.EITHER_OF, group.code(), taken.negate(), group.clause());
    }

    /** The members named last lose first, so that it is known which tier loses when members belong to several. */
    private void capped(Group.Capped group) {
        var excess = sum(group.members()).subtract(Points.round(group.cap())).max(Points.ZERO);
        add(Line.Kind.GROUP_CAP, group.code(), excess.negate(), group.clause());
        for (var member : group.members().reversed()) {
            var lost = points(member).max(Points.ZERO).min(excess);
            left.put(member, points(member).subtract(lost));
            excess = excess.subtract(lost);
        }
    }

    private void tier(Tier tier) {
        if (tier.cap() != null) {
            var sum = policy.indicators().stream().filter(indicator -> indicator.tier().equals(tier.code()))
                    .map(indicator -> points(indicator.code())).reduce(Points.ZERO, BigDecimal::add);
            add(Line.Kind.TIER_CAP, tier.code(), sum.min(Points.round(tier.cap())).subtract(sum), tier.clause());
        }
    }

    private void whole() {
        var limits = policy.limits();
        var total = policy.indicators().stream().map(indicator -> points(indicator.code())).reduce(Points.ZERO, BigDecimal::add)
                .add(lines.stream().filter(line -> line.kind() == Line.Kind.TIER_CAP).map(Line::points)
                .reduce(Points.ZERO, BigDecimal::add));
        if (limits.ceiling() != null) {
            var within = total.min(Points.round(limits.ceiling()));
            add(Line.Kind.CEILING, Line.TOTAL, within.subtract(total), limits.clause());
            total = within;
        }
        add(Line.Kind.FLOOR, Line.TOTAL, total.max(Points.round(limits.floor())).subtract(total), limits.clause());
    }

    private BigDecimal points(String indicator) {
        return left.getOrDefault(indicator, Points.ZERO);
    }

    private BigDecimal sum(List<String> indicators) {
        return indicators.stream().map(this::points).reduce(Points.ZERO, BigDecimal::add);
    }

    private void add(Line.Kind kind, String subject, BigDecimal points, Clause clause) {
        if (points.signum() != 0) {
            lines.add(Line.limit(kind, subject, points, clause));
        }
    }
}
