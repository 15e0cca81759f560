package org.xinju.points.explain;

import java.math.BigDecimal;
import java.util.stream.Stream;

import org.xinju.points.engine.Input;
import org.xinju.points.policy.FactType;
import org.xinju.points.policy.Names;
import org.xinju.points.policy.PolicyVersion;
import org.xinju.points.policy.Scoring;

/** How each kind of rule says what it counted. */
final class RuleWords {

    private final PolicyVersion policy;
    private final Words words;

    RuleWords(PolicyVersion policy, Words words) {
        this.policy = policy;
        this.words = words;
    }

    String counted(Scoring.Leaf leaf, Input input) {
        var fact = name(policy.factType(leaf.fact()).names());
        var value = input.value();
        return switch (leaf) {
            case Scoring.AgeTable _ -> words.say("counted.age", whole(value));
            case Scoring.FullMonths rule -> words.say("counted.full-months", whole(value), rate(rule.points()));
            case Scoring.TierBonus _ -> words.say("counted.tier-bonus", whole(value));
            case Scoring.Continuous rule -> words.say("counted.continuous", whole(value), rule.months());
            case Scoring.HighestLevel _ -> words.say("counted.level", fact, level(leaf.fact(), value));
            case Scoring.Linear rule -> linear(rule, fact, value);
            case Scoring.StepTable rule -> words.say("counted.amount", fact, value, unit(leaf.fact(), rule.amount()));
            case Scoring.Each rule -> words.say("counted.each", fact, whole(value), rate(rule.points()));
            case Scoring.Flat _ -> words.say("counted.flat", fact);
            case Scoring.Progressive _ -> words.say("counted.progressive", fact, whole(value));
            case Scoring.Shared _ -> words.say("counted.shared", fact, whole(value));
        };
    }

    private String linear(Scoring.Linear rule, String fact, String value) {
        var unit = unit(rule.fact(), rule.amount());
        var first = rule.first();
        if (first != null) {
            return words.say("counted.linear-from", fact, value, unit, words.plain(rule.per()), rate(rule.points()),
                    words.plain(first.at()), rate(first.points()));
        }
        return rule.per().compareTo(BigDecimal.ONE) == 0 ? words.say("counted.linear-one", fact, value, unit, rate(rule.points()))
                : words.say("counted.linear", fact, value, unit, words.plain(rule.per()), rate(rule.points()));
    }

    /** Whole numbers are handed over as numbers, so that a language can tell one from many. */
    static Integer whole(String value) {
        return Integer.valueOf(value);
    }

    /** A deduction says how much is taken off, not a negative number. */
    private String rate(BigDecimal points) {
        return words.plain(points.abs());
    }

    /** The name of a level, or of the kind of fact where there was none. */
    String level(String kind, String level) {
        var type = policy.factType(kind);
        var named = type.levels().stream().filter(one -> one.code().equals(level)).map(FactType.Level::names);
        var kinds = policy.facts().stream().filter(one -> one.kind().equals(level)).map(FactType::names);
        return Stream.concat(named, kinds).findFirst().map(this::name).orElseGet(() -> level.isEmpty() ? name(type.names()) : level);
    }

    String unit(String kind, String amount) {
        return policy.factType(kind).amounts().stream().filter(one -> one.code().equals(amount)).findFirst()
                .map(one -> name(one.names())).orElse(amount);
    }

    private String name(Names names) {
        return names.in(words.locale());
    }
}
