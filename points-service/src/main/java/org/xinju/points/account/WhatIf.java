package org.xinju.points.account;

import java.time.LocalDate;
import java.time.Period;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import org.xinju.events.Rejection;
import org.xinju.events.Rule;
import org.xinju.points.engine.Fact;
import org.xinju.points.engine.Facts;
import org.xinju.points.fact.Statement;
import org.xinju.points.policy.PolicyVersion;

/**
 * What somebody supposes to see what would come of it. Lives as long as the question: nothing of it is stored.
 *
 * @param on the day whose score is asked for; null: today
 * @param facts that would come
 * @param endings of facts that are known
 */
record WhatIf(@Nullable LocalDate on, List<Statement> facts, List<Ending> endings) {

    static final Rule DAY = Rule.invalid("what-if-day", "product P3");
    static final Rule TOO_MUCH = Rule.invalid("what-if-too-much", "product P3");
    static final Rule NO_SUCH_FACT = Rule.invalid("what-if-no-such-fact", "product P3");
    static final Rule ENDING = Rule.invalid("what-if-ending", "product P3");

    private static final Period AHEAD = Period.ofYears(10);
    private static final int MOST = 50;

    /**
     * A fact that is known and would end.
     *
     * @param fact its id, as entries of the ledger cite it
     * @param on its last day
     */
    record Ending(@Nullable String fact, @Nullable LocalDate on) {}

    /** Lists may be left out: none. */
    WhatIf(@Nullable LocalDate on, @Nullable List<Statement> facts, @Nullable List<Ending> endings) {
        this.on = on;
        this.facts = facts == null ? List.of() : List.copyOf(facts);
        this.endings = endings == null ? List.of() : List.copyOf(endings);
    }

    /** The day asked about. */
    LocalDate day(LocalDate today) {
        return on == null ? today : on;
    }

    /** Why this cannot be supposed, field by field; empty when it can. */
    List<Rejection> faults(PolicyVersion policy, Facts known, LocalDate today) {
        var last = today.plus(AHEAD);
        var faults = new ArrayList<Rejection>();
        if (day(today).isBefore(today) || day(today).isAfter(last)) {
            faults.add(Rejection.of(DAY, today, last).at("on"));
        }
        if (facts.size() > MOST) {
            faults.add(Rejection.of(TOO_MUCH, MOST).at("facts"));
        }
        if (endings.size() > MOST) {
            faults.add(Rejection.of(TOO_MUCH, MOST).at("endings"));
        }
        for (int i = 0; i < facts.size(); i++) {
            faults.addAll(facts.get(i).faults(policy, last, "facts[" + i + "]."));
        }
        for (int i = 0; i < endings.size(); i++) {
            ending(endings.get(i), "endings[" + i + "].", policy, known, last).ifPresent(faults::add);
        }
        return faults;
    }

    private static Optional<Rejection> ending(Ending ending, String place, PolicyVersion policy, Facts known, LocalDate last) {
        var fact = known(ending, known).filter(one -> !policy.isBirth(one.kind()));
        if (fact.isEmpty()) {
            return Optional.of(Rejection.of(NO_SUCH_FACT).at(place + "fact"));
        }
        var from = fact.get().from();
        return ending.on() == null || ending.on().isBefore(from) || ending.on().isAfter(last)
                ? Optional.of(Rejection.of(ENDING, from, last).at(place + "on")) : Optional.empty();
    }

    private static Optional<Fact> known(Ending ending, Facts known) {
        return ending.fact() == null ? Optional.empty() : known.find(ending.fact());
    }

    /**
     * What would be known.
     *
     * @throws RuntimeException unless {@link #faults} has found none
     */
    Facts applied(Facts known) {
        var supposed = new ArrayList<Fact>();
        for (int i = 0; i < facts.size(); i++) {
            var fact = facts.get(i);
            supposed.add(Fact.supposed("supposed/" + (i + 1), fact.statedKind(), fact.statedFrom(), fact.until(), fact.level(), fact.amounts()));
        }
        for (var ending : endings) {
            supposed.add(known(ending, known).orElseThrow().supposedlyEndedOn(Objects.requireNonNull(ending.on())));
        }
        return known.and(supposed);
    }
}
