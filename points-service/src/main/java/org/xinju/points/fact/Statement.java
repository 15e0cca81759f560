package org.xinju.points.fact;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import org.jspecify.annotations.Nullable;

import org.xinju.events.Rejection;
import org.xinju.events.Rule;
import org.xinju.points.policy.FactType;
import org.xinju.points.policy.Misfit;
import org.xinju.points.policy.PolicyVersion;

/**
 * A fact as somebody states it, not checked yet.
 *
 * @param kind as the policy names it
 * @param from first day
 * @param until last day, included; null: it goes on
 * @param level null: none
 * @param amounts by code, each 0 or more
 */
public record Statement(
        @Nullable String kind,
        @Nullable LocalDate from,
        @Nullable LocalDate until,
        @Nullable String level,
        Map<String, BigDecimal> amounts) {

    static final Rule KIND = Rule.invalid("fact-kind", "product P1: a policy says what it looks at");
    static final Rule BIRTH = Rule.invalid("fact-birth", "domain.md 1.7, P01: evidence is the ID number");
    static final Rule DAYS = Rule.invalid("fact-days", "product P2: facts are dated");
    static final Rule LEVEL = Rule.invalid("fact-level", "product P1: a policy says what a fact carries");
    static final Rule NO_LEVEL = Rule.invalid("fact-no-level", "product P1: a policy says what a fact carries");
    static final Rule AMOUNT = Rule.invalid("fact-amount", "product P1: a policy says what a fact carries");
    static final Rule NO_AMOUNT = Rule.invalid("fact-no-amount", "product P1: a policy says what a fact carries");
    static final Rule NOT_WHOLE = Rule.invalid("fact-not-whole", "product P1: a policy says what a fact carries");
    static final Rule TOO_FINE = Rule.invalid("fact-too-fine", "product P1: a policy says what a fact carries");

    private static final LocalDate EARLIEST = LocalDate.of(1900, 1, 1);
    private static final LocalDate LATEST = LocalDate.of(2199, 12, 31);

    /** Amounts may be left out: none. */
    public Statement(@Nullable String kind, @Nullable LocalDate from, @Nullable LocalDate until, @Nullable String level,
            @Nullable Map<String, BigDecimal> amounts) {
        this.kind = kind;
        this.from = from;
        this.until = until;
        this.level = level;
        this.amounts = amounts == null ? Map.of() : Map.copyOf(amounts);
    }

    /**
     * Why this cannot be stated, field by field; empty when it can.
     *
     * @param lastBeginning latest first day
     * @param place where it stands in the request, with a dot behind it; empty: it is the request
     */
    public List<Rejection> faults(PolicyVersion policy, LocalDate lastBeginning, String place) {
        var faults = new ArrayList<Rejection>();
        if (from == null || from.isBefore(EARLIEST) || from.isAfter(lastBeginning)) {
            faults.add(Rejection.of(DAYS, EARLIEST, lastBeginning).at(place + "from"));
        } else if (until != null && (until.isBefore(from) || until.isAfter(LATEST))) {
            faults.add(Rejection.of(DAYS, from, LATEST).at(place + "until"));
        }
        var type = policy.facts().stream().filter(one -> one.kind().equals(kind)).findFirst();
        if (type.isEmpty()) {
            faults.add(Rejection.of(KIND, String.join(", ", policy.facts().stream().map(FactType::kind).toList())).at(place + "kind"));
        } else if (policy.isBirth(type.get().kind())) {
            faults.add(Rejection.of(BIRTH).at(place + "kind"));
        } else {
            type.get().misfits(level, amounts).forEach(misfit -> faults.add(rejection(misfit).at(place + misfit.field())));
        }
        return faults;
    }

    /** @throws NullPointerException unless {@link #faults} has found none */
    public String statedKind() {
        return Objects.requireNonNull(kind);
    }

    /** @throws NullPointerException unless {@link #faults} has found none */
    public LocalDate statedFrom() {
        return Objects.requireNonNull(from);
    }

    private static Rejection rejection(Misfit misfit) {
        var rule = switch (misfit.reason()) {
            case LEVEL -> LEVEL;
            case NO_LEVEL -> NO_LEVEL;
            case AMOUNT -> AMOUNT;
            case NO_AMOUNT -> NO_AMOUNT;
            case NOT_WHOLE -> NOT_WHOLE;
            case TOO_FINE -> TOO_FINE;
        };
        return Rejection.of(rule, misfit.arguments().toArray());
    }
}
