package org.xinju.points.policy;

import java.util.ArrayList;
import java.util.List;

import org.xinju.points.policy.PolicyFault.Reason;

/** The checks of one step: what is known after it is a fact that some indicator gives points for. */
final class StepChecks {

    private StepChecks() {}

    static List<PolicyFault> faults(String path, Step step, PolicyVersion policy) {
        var faults = new ArrayList<PolicyFault>();
        policy.facts().stream().filter(type -> type.kind().equals(step.fact())).findFirst().ifPresentOrElse(
                type -> type.misfits(step.level(), step.amounts()).forEach(misfit -> faults.add(fault(path, misfit))),
                () -> faults.add(PolicyFault.of(path + "/fact", Reason.NO_FACT, policy.facts().getFirst().kind(), step.fact())));
        if (policy.indicators().stream().noneMatch(indicator -> gives(indicator, step, policy))) {
            faults.add(PolicyFault.of(path + "/fact", Reason.STEP_UNREWARDED, ""));
        }
        if (step.times() > 1 && step.months() == 0) {
            faults.add(PolicyFault.of(path + "/months", Reason.STEP_TIMELESS, "1"));
        }
        return faults;
    }

    private static boolean gives(Indicator indicator, Step step, PolicyVersion policy) {
        return indicator.scoring().leaves().stream().anyMatch(leaf -> leaf.fact().equals(step.fact()))
                && policy.tiers().stream().anyMatch(tier -> tier.code().equals(indicator.tier()) && tier.kind() == Tier.Kind.AWARD);
    }

    private static PolicyFault fault(String path, Misfit misfit) {
        var about = misfit.arguments().isEmpty() ? "" : misfit.arguments().getFirst();
        var reason = switch (misfit.reason()) {
            case LEVEL -> Reason.STEP_LEVEL;
            case NO_LEVEL -> Reason.STEP_NO_LEVEL;
            case AMOUNT -> Reason.STEP_AMOUNT;
            case NO_AMOUNT -> Reason.STEP_NO_AMOUNT;
            case NOT_WHOLE -> Reason.STEP_NOT_WHOLE;
            case TOO_FINE -> Reason.STEP_TOO_FINE;
        };
        return PolicyFault.of(path + "/" + misfit.field().replace('.', '/'), reason, about, misfit.arguments().toArray());
    }
}
