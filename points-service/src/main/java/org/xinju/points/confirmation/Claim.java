package org.xinju.points.confirmation;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import org.xinju.points.engine.Fact;
import org.xinju.points.engine.FactSource;
import org.xinju.points.policy.Quota;

/**
 * What is said to be so, checked against the policy, and the evidence for it.
 *
 * @param from first day
 * @param until last day, included; null: it goes on
 * @param level null: its kind has none
 */
public record Claim(
        String kind,
        LocalDate from,
        @Nullable LocalDate until,
        @Nullable String level,
        Map<String, BigDecimal> amounts,
        Proof evidence) {

    public Claim {
        amounts = Map.copyOf(amounts);
    }

    /** The claim with the place that it has among those of the year. */
    public Claim placed(int place, int places) {
        var all = new HashMap<>(amounts);
        all.put(Quota.PLACE, BigDecimal.valueOf(place));
        all.put(Quota.PLACES, BigDecimal.valueOf(places));
        return new Claim(kind, from, until, level, all, evidence);
    }

    /** The claim with the place of another one, where that has any. */
    Claim placedAs(Claim other) {
        var place = other.amounts.get(Quota.PLACE);
        var places = other.amounts.get(Quota.PLACES);
        return place == null || places == null ? this : placed(place.intValueExact(), places.intValueExact());
    }

    Fact fact(String confirmation, long revision, String department, Instant recordedAt, boolean withdrawn) {
        return new Fact("confirmation/" + confirmation, revision, kind, from, until, level, amounts,
                FactSource.confirmation(department, confirmation, evidence.reference()), recordedAt, withdrawn);
    }
}
