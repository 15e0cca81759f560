package org.xinju.points.policy;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;

import org.xinju.points.policy.PolicyFault.Reason;

/** What must hold between the parts of a policy and cannot be said in the schema. */
final class PolicyChecks {

    private final PolicyVersion policy;
    private final List<PolicyFault> faults = new ArrayList<>();

    private PolicyChecks(PolicyVersion policy) {
        this.policy = policy;
    }

    static List<PolicyFault> faults(PolicyVersion policy) {
        var checks = new PolicyChecks(policy);
        checks.dates();
        checks.everyCodeIsUsedOnce();
        for (int i = 0; i < policy.indicators().size(); i++) {
            checks.indicator("/indicators/" + i, policy.indicators().get(i));
        }
        checks.groups();
        checks.steps();
        checks.tiersCanBeReached();
        checks.limitsAndThresholds();
        return checks.faults;
    }

    private void dates() {
        var until = policy.effectiveUntil();
        if (until != null && until.isBefore(policy.effectiveFrom())) {
            fault("/effectiveUntil", Reason.ENDS_BEFORE_BEGIN, policy.effectiveFrom().plusYears(1), policy.effectiveFrom());
        }
    }

    private void everyCodeIsUsedOnce() {
        once("/facts", policy.facts().stream().map(FactType::kind).toList());
        once("/departments", policy.departments().stream().map(Department::code).toList());
        once("/tiers", policy.tiers().stream().map(Tier::code).toList());
        once("/indicators", policy.indicators().stream().map(Indicator::code).toList());
        once("/groups", policy.groups().stream().map(Group::code).toList());
        once("/steps", policy.steps().stream().map(Step::code).toList());
        // Lines and entries name an indicator, a group or a tier by its code alone.
        var subjects = new ArrayList<>(policy.indicators().stream().map(Indicator::code).toList());
        subjects.addAll(policy.tiers().stream().map(Tier::code).toList());
        for (int i = 0; i < policy.groups().size(); i++) {
            if (subjects.contains(policy.groups().get(i).code())) {
                fault("/groups/" + i + "/code", Reason.CODE_TAKEN, policy.groups().get(i).code() + "-GROUP");
            }
        }
    }

    private void once(String path, List<String> codes) {
        var seen = new HashSet<String>();
        for (int i = 0; i < codes.size(); i++) {
            if (!seen.add(codes.get(i))) {
                fault(path + "/" + i, Reason.CODE_TWICE, codes.get(i) + "-2", codes.get(i));
            }
        }
    }

    private void indicator(String path, Indicator indicator) {
        var tier = policy.tiers().stream().filter(one -> one.code().equals(indicator.tier())).findFirst();
        if (tier.isEmpty()) {
            fault(path + "/tier", Reason.NO_TIER, policy.tiers().getFirst().code(), indicator.tier());
        }
        if (policy.departments().stream().noneMatch(one -> one.code().equals(indicator.department()))) {
            fault(path + "/department", Reason.NO_DEPARTMENT, policy.departments().getFirst().code(), indicator.department());
        }
        tier.ifPresent(one -> cap(path, indicator, one));
        var sign = tier.map(Tier::kind).orElse(Tier.Kind.AWARD);
        faults.addAll(ScoringChecks.faults(path + "/scoring", indicator, sign, policy.facts()));
    }

    private void cap(String path, Indicator indicator, Tier tier) {
        var cap = indicator.cap();
        if (tier.kind() == Tier.Kind.AWARD && (cap == null || cap.signum() <= 0)) {
            fault(path + "/cap", Reason.AWARD_LIMIT, "10");
        } else if (tier.kind() == Tier.Kind.DEDUCTION && cap != null && cap.signum() >= 0) {
            fault(path + "/cap", Reason.DEDUCTION_LIMIT, "-50");
        }
    }

    private void groups() {
        var eitherOf = new HashMap<String, String>();
        for (int i = 0; i < policy.groups().size(); i++) {
            var group = policy.groups().get(i);
            for (int j = 0; j < group.members().size(); j++) {
                var member = group.members().get(j);
                var path = "/groups/" + i + "/members/" + j;
                if (policy.indicators().stream().noneMatch(indicator -> indicator.code().equals(member))) {
                    fault(path, Reason.NO_INDICATOR, policy.indicators().getFirst().code(), member);
                } else if (group instanceof Group.EitherOf) {
                    // Two choices about one indicator would have to wait for each other: which one is made first would change the score.
                    var other = eitherOf.putIfAbsent(member, group.code());
                    if (other != null) {
                        fault(path, Reason.TWO_CHOICES, "", member, other);
                    }
                }
            }
        }
    }

    private void steps() {
        for (int i = 0; i < policy.steps().size(); i++) {
            faults.addAll(StepChecks.faults("/steps/" + i, policy.steps().get(i), policy));
        }
    }

    private void tiersCanBeReached() {
        for (int i = 0; i < policy.tiers().size(); i++) {
            var tier = policy.tiers().get(i);
            if (tier.kind() == Tier.Kind.AWARD) {
                var sum = policy.indicators().stream().filter(indicator -> indicator.tier().equals(tier.code())).map(Indicator::cap)
                        .filter(Objects::nonNull).reduce(BigDecimal.ZERO, BigDecimal::add);
                if (tier.cap() != null && sum.compareTo(tier.cap()) < 0) {
                    fault("/tiers/" + i + "/cap", Reason.TIER_OUT_OF_REACH, sum, tier.cap(), sum);
                }
            }
        }
    }

    private void limitsAndThresholds() {
        var limits = policy.limits();
        if (limits.ceiling() != null && limits.ceiling().compareTo(limits.floor()) < 0) {
            fault("/limits/ceiling", Reason.CEILING_BELOW_FLOOR, limits.floor().add(new BigDecimal(300)));
        }
        BigDecimal last = null;
        for (int i = 0; i < policy.thresholds().size(); i++) {
            var points = policy.thresholds().get(i).points();
            if (last != null && points.compareTo(last) <= 0) {
                fault("/thresholds/" + i + "/points", Reason.THRESHOLDS_RISE, last.add(BigDecimal.TEN), last);
            } else if (limits.ceiling() != null && points.compareTo(limits.ceiling()) > 0) {
                fault("/thresholds/" + i + "/points", Reason.THRESHOLD_OUT_OF_REACH, limits.ceiling(), limits.ceiling());
            }
            last = points;
        }
    }

    private void fault(String path, Reason reason, Object example, Object... arguments) {
        faults.add(PolicyFault.of(path, reason, example, arguments));
    }
}
