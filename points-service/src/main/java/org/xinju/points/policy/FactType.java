package org.xinju.points.policy;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import org.xinju.points.policy.Misfit.Reason;

/**
 * A kind of fact a policy looks at, and what a fact of this kind may carry. Departments confirm facts against it.
 *
 * @param kind as facts name it, for example {@code stay}
 * @param amounts the numbers such a fact carries, each 0 or more, in the unit that the name says
 * @param levels the levels such a fact may state, lowest first; empty when it has none
 */
public record FactType(String kind, Names names, List<Amount> amounts, List<Level> levels) {

    /**
     * A number with a unit, for example {@code millilitres}.
     *
     * @param most the largest number that is believed of one fact
     * @param whole whether there are no parts of a unit
     */
    public record Amount(String code, Names names, BigDecimal most, boolean whole) {}

    /** A level, for example {@code bachelor}. */
    public record Level(String code, Names names) {}

    private static final int DECIMALS = 2;

    public FactType {
        amounts = List.copyOf(amounts);
        levels = List.copyOf(levels);
    }

    /** Why a fact of this kind cannot state this; empty when it can. A level is stated where the kind has levels, and every amount. */
    public List<Misfit> misfits(@Nullable String level, Map<String, BigDecimal> stated) {
        var misfits = new ArrayList<Misfit>();
        if (levels.isEmpty() ? level != null : level == null || !hasLevel(level)) {
            misfits.add(levels.isEmpty() ? new Misfit("level", Reason.NO_LEVEL, List.of())
                    : new Misfit("level", Reason.LEVEL, List.of(levels.stream().map(Level::code).collect(Collectors.joining(", ")))));
        }
        stated.keySet().stream().filter(code -> !hasAmount(code)).sorted().forEach(code -> misfits.add(new Misfit("amounts." + code,
                Reason.NO_AMOUNT, List.of(amounts.stream().map(Amount::code).collect(Collectors.joining(", "))))));
        amounts.forEach(amount -> misfit(amount, stated.get(amount.code()), misfits));
        return misfits;
    }

    private static void misfit(Amount amount, @Nullable BigDecimal stated, List<Misfit> misfits) {
        var field = "amounts." + amount.code();
        if (stated == null || stated.signum() < 0 || stated.compareTo(amount.most()) > 0) {
            misfits.add(new Misfit(field, Reason.AMOUNT, List.of(amount.most().toPlainString())));
        } else if (stated.stripTrailingZeros().scale() > (amount.whole() ? 0 : DECIMALS)) {
            misfits.add(new Misfit(field, amount.whole() ? Reason.NOT_WHOLE : Reason.TOO_FINE, List.of()));
        }
    }

    boolean hasAmount(String code) {
        return amounts.stream().anyMatch(amount -> amount.code().equals(code));
    }

    boolean hasLevel(String code) {
        return levels.stream().anyMatch(level -> level.code().equals(code));
    }
}
