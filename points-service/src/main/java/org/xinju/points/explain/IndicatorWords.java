package org.xinju.points.explain;

import java.util.List;
import java.util.Objects;

import org.jspecify.annotations.Nullable;

import org.xinju.points.engine.Fact;
import org.xinju.points.engine.FactSource;
import org.xinju.points.engine.Facts;
import org.xinju.points.engine.Input;
import org.xinju.points.engine.Line;
import org.xinju.points.engine.Score;
import org.xinju.points.engine.Uncounted;
import org.xinju.points.engine.Uncounted.Reason;
import org.xinju.points.explain.Explanation.ExplainedLine;
import org.xinju.points.policy.Indicator;
import org.xinju.points.policy.Names;
import org.xinju.points.policy.PolicyVersion;
import org.xinju.points.policy.Scoring;
import org.xinju.points.policy.Tier;

/** The words for the line of an indicator. */
final class IndicatorWords {

    private final PolicyVersion policy;
    private final Words words;
    private final Facts facts;
    private final RuleWords rules;

    IndicatorWords(PolicyVersion policy, Words words, Facts facts) {
        this.policy = policy;
        this.words = words;
        this.facts = facts;
        this.rules = new RuleWords(policy, words);
    }

    ExplainedLine explain(Line line, Score score) {
        var indicator = policy.indicator(line.subject());
        var next = line.next();

                var nextText = next == null ? null : words.say(next.points().compareTo(score.points(line.subject())) > 0 ? "next.more"
                        : "next.less",
                words.day(next.on()), words.points(next.points()));
        return new ExplainedLine(line.subject(), line.kind(), name(indicator.names()), line.points(), text(indicator, line),
                line.clause().cite(),
                line.facts().stream().map(this::source).filter(Objects::nonNull).toList(), uncounted(indicator, line), nextText,
                next == null ? null : next.on());
    }

    private String text(Indicator indicator, Line line) {
        if (line.inputs().isEmpty()) {
            return words.say(isDeduction(indicator) ? "line.clean" : "line.nothing");
        }
        var counted = words.list(line.inputs().stream().map(input -> rules.counted(leaf(indicator, input), input)).toList());
        return switch (line.points().signum()) {
            case 1 -> words.say("line.points", counted, words.points(line.points()));
            case -1 -> words.say("line.deducted", counted, words.points(line.points().negate()));
            default -> words.say("line.zero", counted);
        };
    }

    private static Scoring.Leaf leaf(Indicator indicator, Input input) {
        return indicator.scoring().leaves().stream().filter(leaf -> leaf.fact().equals(input.fact())).findFirst().orElseThrow();
    }

    /** Where a fact comes from. The day of birth is nobody's business here: the age stands in the line already. */
    private @Nullable String source(String id) {
        return facts.find(id).map(fact -> {
            var name = name(policy.factType(fact.kind()).names());
            return words.say("source." + fact.source().kind(), name, origin(fact.source()), period(fact));
        }).orElse(null);
    }

    private String period(Fact fact) {
        if (policy.isBirth(fact.kind())) {
            return "";
        }
        var until = fact.until();
        if (until == null) {
            return words.say("period.since", words.day(fact.from()));
        }
        return until.equals(fact.from()) ? words.say("period.on", words.day(until))
                : words.say("period.between", words.day(fact.from()), words.day(until));
    }

    private String origin(FactSource source) {
        return switch (source.kind()) {
            case EVENT -> words.knows("origin." + source.origin()) ? words.say("origin." + source.origin()) : source.origin();
            case CONFIRMATION -> policy.departmentName(source.origin(), words.locale());
            case SUPPOSITION -> "";
        };
    }

    private List<String> uncounted(Indicator indicator, Line line) {
        if (isUnknown(line)) {
            return isDeduction(indicator) ? List.of() : List.of(bring(indicator));
        }
        return line.uncounted().stream().filter(left -> left.reason() != Reason.NO_FACT).map(left -> uncounted(indicator, left)).toList();
    }

    /** Nothing at all is known for it: say once what to bring, not once for each kind of fact that would do. */
    private static boolean isUnknown(Line line) {
        return line.inputs().isEmpty() && line.uncounted().stream().allMatch(left -> left.reason() == Reason.NO_FACT);
    }

    private String bring(Indicator indicator) {
        var department = name(policy.department(indicator.department()).names());
        if (isAssigned(indicator)) {
            return words.say("uncounted.NO_FACT.assigned", department);
        }
        return words.say("uncounted.NO_FACT", name(indicator.names()),
                words.alternatives(indicator.evidence().stream().map(evidence -> name(evidence.names())).toList()), department);
    }

    /** What is confirmed are the points themselves, so there is nothing that a resident could bring. */
    private static boolean isAssigned(Indicator indicator) {
        return indicator.scoring() instanceof Scoring.Linear rule && rule.amount().equals("points");
    }

    private String uncounted(Indicator indicator, Uncounted left) {
        var kind = name(policy.factType(left.kind()).names());
        var arguments = left.arguments();
        var key = "uncounted." + left.reason();
        return switch (left.reason()) {
            case NO_FACT -> bring(indicator);
            case NOT_YET, WINDOW_CLOSED, ENDED -> words.say(key, kind, words.day(arguments.getFirst()));
            case NO_WORK_NOW, BROKEN -> words.say(key, words.day(arguments.get(0)), words.day(arguments.get(1)));
            case LOWER_THAN_BEST, LEVEL_NOT_LISTED -> words.say(key, rules.level(left.kind(), arguments.getFirst()));
            case BELOW_UNIT -> words.say(key, arguments.get(0), arguments.get(1), rules.unit(left.kind(), arguments.get(2)), kind);
            case AMOUNT_MISSING -> words.say(key, kind, name(policy.department(indicator.department()).names()));
            case GAP, PART_MONTH -> words.say(key, RuleWords.whole(arguments.getFirst()));
            case TOO_SHORT -> words.say(key, arguments.get(1), RuleWords.whole(arguments.get(1)) - RuleWords.whole(arguments.get(0)));
            case AGE_OUTSIDE -> words.say(key, arguments.get(0), arguments.get(1), arguments.get(2));
            case ONCE_PER_YEAR, OUTSIDE_TABLE -> words.say(key, arguments.getFirst());
            case QUOTA_FULL -> words.say(key, arguments.get(0), arguments.get(1));
            case DOUBLE -> words.say(key, kind);
        };
    }

    private boolean isDeduction(Indicator indicator) {
        return policy.tier(indicator.tier()).kind() == Tier.Kind.DEDUCTION;
    }

    private String name(Names names) {
        return names.in(words.locale());
    }
}
