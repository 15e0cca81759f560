package org.xinju.points.policy;

import java.util.ArrayList;
import java.util.List;

/** The checks of one step: what is known after it is a fact that some indicator gives points for. */
final class StepChecks {

    private StepChecks() {}

    static List<PolicyFault> faults(String path, Step step, PolicyVersion policy) {
        var faults = new ArrayList<PolicyFault>();
        policy.facts().stream().filter(type -> type.kind().equals(step.fact())).findFirst().ifPresentOrElse(
                type -> type.misfits(step.level(), step.amounts()).forEach(misfit -> faults.add(fault(path, misfit))),
                () -> faults.add(new PolicyFault(path + "/fact", "there is no kind of fact \"" + step.fact() + "\"", policy.facts().getFirst()
                        .kind())));
        if (policy.indicators().stream().noneMatch(indicator -> gives(indicator, step, policy))) {
            faults.add(new PolicyFault(path + "/fact", "no indicator gives points for it", ""));
        }
        if (step.times() > 1 && step.months() == 0) {
            faults.add(new PolicyFault(path + "/months", "what is done more than once takes time", "1"));
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
            case LEVEL -> "a fact of this kind has one of the levels " + about;
            case NO_LEVEL -> "a fact of this kind has no level";
            case AMOUNT -> "a fact of this kind carries this amount, from 0 to " + about;
            case NO_AMOUNT -> "a fact of this kind carries no such amount";
            case NOT_WHOLE -> "there are no parts of this unit";
            case TOO_FINE -> "no more than two decimals";
        };
        return new PolicyFault(path + "/" + misfit.field().replace('.', '/'), reason, about);
    }
}
