package org.xinju.points.account;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import org.xinju.events.Loaded;
import org.xinju.points.engine.Fact;
import org.xinju.points.engine.FactSource;
import org.xinju.points.engine.Facts;

/** What the registry's record of a resident states: a birth, stays from the day of registration, employments reported by employers. */
final class ResidentFacts {

    private ResidentFacts() {}

    static Facts of(Loaded.Intake<ResidentKnown> known, LocalDate birthDate) {
        var facts = new ArrayList<Fact>();
        facts.add(fact(known, "birth", "birth", birthDate, null, null));
        known.state().stays().stream().filter(s -> ordered(s.registeredOn(), s.until()))
                .forEach(s -> facts.add(fact(known, "stay/" + s.registeredOn(), "stay", s.registeredOn(), s.until(), null)));
        known.state().employments().stream().filter(e -> ordered(e.from(), e.until()))
                .forEach(e -> facts.add(fact(known, "employment/" + e.enterprise() + "/" + e.from(), "employment", e.from(), e.until(),
                "contract")));
        return Facts.of(facts);
    }

    /** A stay that was moved on the day it began ended the day before: nothing was lived there. */
    private static boolean ordered(LocalDate from, @Nullable LocalDate until) {
        return until == null || !until.isBefore(from);
    }

    private static Fact fact(Loaded.Intake<ResidentKnown> known, String id, String kind, LocalDate from, @Nullable LocalDate until,
            @Nullable String level) {
        return new Fact(id, known.sequence(), kind, from, until, level, Map.of(), FactSource.event("registry-service", known.event()),
                known.at(), false);
    }
}
