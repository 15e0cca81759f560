package org.xinju.points;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import org.jspecify.annotations.Nullable;

import org.xinju.points.engine.Fact;
import org.xinju.points.engine.FactSource;
import org.xinju.points.policy.FactType;
import org.xinju.points.policy.PolicyVersion;

/** Generated lives: facts of every kind a policy knows, with amounts, levels, ends, corrections and withdrawals. */
public final class Lives {

    public static final LocalDate FIRST_DAY = LocalDate.parse("2020-01-01");
    private static final int DAYS = 2500;

    private Lives() {}

    /** Up to 25 statements about things of all kinds, each with up to three revisions, all recorded at once. */
    public static Arbitrary<List<Fact>> under(PolicyVersion policy) {
        return Combinators.combine(thing(policy).list().ofMaxSize(25), Arbitraries.integers().between(6_000, 26_000))
                .as((things, bornBefore) -> {
            var all = new ArrayList<Fact>();
            all.add(fact("birth", 1, "birth", FIRST_DAY.minusDays(bornBefore), null, null, Map.of(), false));
            for (int i = 0; i < things.size(); i++) {
                var id = "thing-" + i;
                things.get(i).forEach(one -> all.add(fact(id, one.revision(), one.kind(), one.from(), one.until(), one.level(),
                        one.amounts(), one.withdrawn())));
            }
            return List.copyOf(all);
        });
    }

    private static Arbitrary<List<Fact>> thing(PolicyVersion policy) {
        var kinds = policy.facts().stream().filter(type -> !type.kind().equals("birth")).toList();
        // Stays and work matter most: they are drawn as often as everything else together.
        var often = kinds.stream().filter(type -> type.kind().equals("stay") || type.kind().equals("employment")).toList();
        return Arbitraries.oneOf(Arbitraries.of(kinds), Arbitraries.of(often)).flatMap(type ->
                statement(type).list().ofMinSize(1).ofMaxSize(3).map(Lives::numbered));
    }

    private static List<Fact> numbered(List<Fact> statements) {
        var numbered = new ArrayList<Fact>();
        for (var one : statements) {
            numbered.add(fact(one.id(), numbered.size() + 1L, one.kind(), one.from(), one.until(), one.level(), one.amounts(),
                    one.withdrawn()));
        }
        return numbered;
    }

    private static Arbitrary<Fact> statement(FactType type) {
        var from = Arbitraries.integers().between(0, DAYS).map(FIRST_DAY::plusDays);
        var lasts = Arbitraries.integers().between(0, 900).injectNull(0.4);
        var level = type.levels().isEmpty() ? Arbitraries.just("") : Arbitraries.of(type.levels().stream().map(FactType.Level::code)
                .toList());
        var number = Arbitraries.bigDecimals().between(BigDecimal.ZERO, new BigDecimal(40_000)).ofScale(1);
        var withdrawn = Arbitraries.integers().between(0, 9).map(one -> one == 0);
        return Combinators.combine(from, lasts, level, number, withdrawn).as((day, days, name, amount, gone) -> {
            var amounts = new HashMap<String, BigDecimal>();
            type.amounts().forEach(unit -> amounts.put(unit.code(), amount));
            return fact("", 1, type.kind(), day, days == null ? null : day.plusDays(days), name.isEmpty() ? null : name, amounts, gone);
        });
    }

    /** The same statement, recorded at another moment. */
    public static Fact recorded(Fact fact, Instant moment) {
        return new Fact(fact.id(), fact.revision(), fact.kind(), fact.from(), fact.until(), fact.level(), fact.amounts(), fact.source(),
                moment, fact.withdrawn());
    }

    private static Fact fact(String id, long revision, String kind, LocalDate from, @Nullable LocalDate until, @Nullable String level,
            Map<String, BigDecimal> amounts, boolean withdrawn) {
        return new Fact(id, revision, kind, from, until, level, amounts, FactSource.event("registry-service", id + "/" + revision),
                Life.RECORDED, withdrawn);
    }
}
