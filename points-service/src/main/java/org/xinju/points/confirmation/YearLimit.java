package org.xinju.points.confirmation;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import org.xinju.events.Rejection;
import org.xinju.events.Rule;
import org.xinju.points.policy.Indicator;
import org.xinju.points.policy.Scoring;
import org.xinju.points.policy.Window;

/**
 * How much of an award one person may get in a calendar year, so that nothing is assigned that could not count.
 *
 * @param once whether only once
 * @param amount code of the amount that is limited; null: none
 * @param most largest sum of it
 */
public record YearLimit(boolean once, @Nullable String amount, BigDecimal most) {

    static final Rule ONCE = Rule.conflict("award-once-a-year", "product P1: once per year");
    static final Rule PERSON_FULL = Rule.conflict("award-person-full", "domain.md D09, D10: points per person per year");

    /** Empty where a year sets no limit. */
    public static Optional<YearLimit> of(Indicator indicator) {
        if (!(indicator.window() instanceof Window.CalendarYear)) {
            return Optional.empty();
        }
        if (indicator.scoring() instanceof Scoring.Linear rule && indicator.cap() != null && rule.points().signum() > 0) {
            var most = indicator.cap().multiply(rule.per()).divide(rule.points(), MathContext.DECIMAL64);
            return Optional.of(new YearLimit(indicator.oncePerYear(), rule.amount(), most));
        }
        return indicator.oncePerYear() ? Optional.of(new YearLimit(true, null, BigDecimal.ZERO)) : Optional.empty();
    }

    /** @param others live confirmations of the indicator in the year of this claim, this one left out */
    Optional<Rejection> refusal(Claim claim, List<Claim> others) {
        int year = claim.from().getYear();
        if (once && !others.isEmpty()) {
            return Optional.of(Rejection.of(ONCE, year));
        }
        var sum = others.stream().map(this::stated).reduce(stated(claim), BigDecimal::add);
        return amount != null && sum.compareTo(most) > 0
                ? Optional.of(Rejection.of(PERSON_FULL, year, most.stripTrailingZeros().toPlainString()).at("fact.amounts." + amount))
                : Optional.empty();
    }

    private BigDecimal stated(Claim claim) {
        return amount == null ? BigDecimal.ZERO : claim.amounts().getOrDefault(amount, BigDecimal.ZERO);
    }
}
