package org.xinju.points.explain;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

import org.xinju.points.policy.FactType;
import org.xinju.points.policy.PolicyVersion;
import org.xinju.points.policy.Scoring;
import org.xinju.points.policy.Window;

/** How a rule reads, whoever it is applied to. */
final class ScoringWords {

    private final PolicyVersion policy;
    private final Words words;

    ScoringWords(PolicyVersion policy, Words words) {
        this.policy = policy;
        this.words = words;
    }

    String rule(Scoring scoring) {
        return switch (scoring) {
            case Scoring.Sum(var parts) -> words.say("rule-kind.sum", leaves(parts));
            case Scoring.EitherOf(var parts) -> words.say("rule-kind.either-of", leaves(parts));
            case Scoring.Leaf leaf -> leaf(leaf);
        };
    }

    String window(Window window) {
        return switch (window) {
            case Window.Ever() -> words.say("window.ever");
            case Window.Current() -> words.say("window.current");
            case Window.CalendarYear() -> words.say("window.calendar-year");
            case Window.LookBack(int months, var from) -> words.say("window.look-back." + from, months);
        };
    }

    private String leaves(List<Scoring.Leaf> parts) {
        return words.list(parts.stream().map(this::leaf).toList());
    }

    private String leaf(Scoring.Leaf leaf) {
        var type = policy.factType(leaf.fact());
        var fact = type.names().in(words.locale());
        return switch (leaf) {
            case Scoring.Linear rule -> linear(rule, type, fact);
            case Scoring.FullMonths rule -> words.say("rule-kind.full-months", fact, words.plain(rule.points()));
            case Scoring.TierBonus rule -> words.say("rule-kind.tier-bonus", fact, rows(rule.rows()));
            case Scoring.AgeTable rule -> words.say("rule-kind.age-table", fact, rows(rule.rows()));
            case Scoring.StepTable rule -> words.say("rule-kind.step-table", fact, unit(type, rule.amount()), rows(rule.rows()));
            case Scoring.HighestLevel rule -> words.say("rule-kind.highest-level", fact, levels(type, rule.levels()));
            case Scoring.Flat rule -> words.say("rule-kind.flat", fact, words.plain(rule.points()));
            case Scoring.Each rule -> words.say("rule-kind.each", fact, words.plain(rule.points()));
            case Scoring.Continuous rule -> words.say("rule-kind.continuous", fact, rule.months(), rule.gapMonths(), words.plain(rule.points()));
            case Scoring.Progressive rule -> words.say("rule-kind.progressive", fact, words.list(IntStream.range(0, rule.totals().size())
                    .mapToObj(i -> words.say("rule-kind.times", i + 1, words.plain(rule.totals().get(i)))).toList()));
            case Scoring.Shared rule -> words.say("rule-kind.shared", fact, levels(type, rule.levels()));
        };
    }

    private String linear(Scoring.Linear rule, FactType type, String fact) {
        var unit = unit(type, rule.amount());
        var first = rule.first();
        return first == null ? words.say("rule-kind.linear", fact, words.plain(rule.per()), unit, words.plain(rule.points()))
                : words.say("rule-kind.linear-from", fact, words.plain(rule.per()), unit, words.plain(rule.points()), words.plain(first.at()),
                        words.plain(first.points()));
    }

    private String rows(List<Scoring.Row> rows) {
        return words.list(rows.stream().map(this::row).toList());
    }

    private String row(Scoring.Row row) {
        var points = words.plain(row.points());
        return row.to() == null ? words.say("rule-kind.row.open", words.plain(row.from()), points)
                : words.say("rule-kind.row", words.plain(row.from()), words.plain(row.to()), points);
    }

    /** In the order of the levels, whatever the order in the document. */
    private String levels(FactType type, Map<String, BigDecimal> points) {
        return words.list(type.levels().stream().filter(level -> points.containsKey(level.code()))
                .map(level -> words.say("rule-kind.level", level.names().in(words.locale()),
                        words.plain(points.getOrDefault(level.code(), BigDecimal.ZERO)))).toList());
    }

    private String unit(FactType type, String amount) {
        return type.amounts().stream().filter(one -> one.code().equals(amount)).findFirst().map(one -> one.names().in(words.locale()))
                .orElse(amount);
    }
}
