package org.xinju.points.explain;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import org.xinju.points.policy.Department;
import org.xinju.points.policy.Evidence;
import org.xinju.points.policy.FactType;
import org.xinju.points.policy.Group;
import org.xinju.points.policy.Indicator;
import org.xinju.points.policy.Names;
import org.xinju.points.policy.PolicyVersion;
import org.xinju.points.policy.Step;
import org.xinju.points.policy.Threshold;
import org.xinju.points.policy.Tier;
import org.xinju.points.policy.Window;

/** What stands in a policy version, part by part and aspect by aspect, as it is read aloud. */
final class PolicyWords {

    /** A part of a policy. */
    enum Section { WHOLE, INDICATOR, TIER, GROUP, THRESHOLD, STEP, FACT, DEPARTMENT }

    /**
     * @param name what it is called
     * @param part the part itself
     * @param aspects what is to be said of it, in order
     */
    record Described(Section section, String code, String name, Object part, Map<String, String> aspects) {}

    private final PolicyVersion policy;
    private final Words words;
    private final ScoringWords rules;
    private final Map<String, Described> parts = new LinkedHashMap<>();

    private PolicyWords(PolicyVersion policy, Words words) {
        this.policy = policy;
        this.words = words;
        this.rules = new ScoringWords(policy, words);
    }

    /** All parts, by section and code. */
    static Map<String, Described> of(PolicyVersion policy, Words words) {
        var read = new PolicyWords(policy, words);
        read.whole();
        policy.indicators().forEach(read::indicator);
        policy.tiers().forEach(read::tier);
        policy.groups().forEach(read::group);
        policy.thresholds().forEach(read::threshold);
        policy.steps().forEach(read::step);
        policy.facts().forEach(read::fact);
        policy.departments().forEach(read::department);
        return read.parts;
    }

    private void whole() {
        var until = policy.effectiveUntil();
        var limits = policy.limits();
        add(Section.WHOLE, "", policy.names(), List.of(policy.names(), policy.effectiveFrom(), until == null ? "" : until, policy.gaps(), limits), aspects(
                "name", name(policy.names()), "from", words.day(policy.effectiveFrom()), "until", until == null ? null : words.day(until),
                "floor", points(limits.floor()), "ceiling", points(limits.ceiling()),
                "gaps", words.list(policy.gaps().stream().map(this::name).toList()), "clause", limits.clause().cite()));
    }

    private void indicator(Indicator one) {
        var quota = one.quota();
        add(Section.INDICATOR, one.code(), one.names(), one, aspects("name", name(one.names()), "tier", name(policy.tier(one.tier()).names()),
                "rule", rules.rule(one.scoring()), "window", rules.window(one.window()), "cap", points(one.cap()),
                "once", one.oncePerYear() ? words.say("yes") : null,
                "quota", quota == null ? null : words.say("quota", words.plain(quota.share().movePointRight(2)), name(quota.of())),
                "freeze", window(one.freeze()), "veto", window(one.veto()),
                "evidence", words.list(one.evidence().stream().map(Evidence::names).map(this::name).toList()),
                "department", policy.departmentName(one.department(), words.locale()), "clause", one.clause().cite(),
                "source", one.source().name(), "note", one.note()));
    }

    private void tier(Tier one) {
        add(Section.TIER, one.code(), one.names(), one, aspects("name", name(one.names()), "kind", words.say("tier." + one.kind()),
                "cap", points(one.cap()), "clause", one.clause().cite()));
    }

    private void group(Group one) {
        var cap = switch (one) {
            case Group.Capped capped -> points(capped.cap());
            case Group.EitherOf _ -> words.say("group.either-of");
        };
        add(Section.GROUP, one.code(), one.names(), one, aspects("name", name(one.names()), "cap", cap, "members",
                words.list(one.members().stream().map(code -> policy.indicatorName(code, words.locale())).toList()), "clause",
                one.clause().cite()));
    }

    private void threshold(Threshold one) {
        add(Section.THRESHOLD, words.plain(one.points()), one.names(), one, aspects("name", name(one.names()), "opens",
                words.list(one.opens().stream().map(Threshold.Service::names).map(this::name).toList()), "clause", one.clause().cite()));
    }

    private void step(Step one) {
        add(Section.STEP, one.code(), one.names(), one, aspects("name", name(one.names()), "effort", words.say("effort." + one.effort()),
                "months", Integer.toString(one.months()), "times", Integer.toString(one.times()),
                "condition", one.condition() == null ? null : name(one.condition()), "note", one.note()));
    }

    private void fact(FactType one) {
        add(Section.FACT, one.kind(), one.names(), one, aspects("name", name(one.names()),
                "levels", words.list(one.levels().stream().map(FactType.Level::names).map(this::name).toList()),
                "amounts", words.list(one.amounts().stream().map(amount -> words.say("amount.most", name(amount.names()),
                        words.plain(amount.most()))).toList())));
    }

    private void department(Department one) {
        add(Section.DEPARTMENT, one.code(), one.names(), one, aspects("name", name(one.names()), "units", words.list(one.units())));
    }

    private void add(Section section, String code, Names names, Object part, Map<String, String> aspects) {
        parts.put(section + "/" + code, new Described(section, code, name(names), part, aspects));
    }

    private Map<String, String> aspects(@Nullable String... pairs) {
        var aspects = new LinkedHashMap<String, String>();
        for (int i = 0; i < pairs.length; i += 2) {
            var value = pairs[i + 1];
            aspects.put(String.valueOf(pairs[i]), value == null || value.isEmpty() ? words.say("none") : value);
        }
        return aspects;
    }

    private @Nullable String points(@Nullable BigDecimal points) {
        return points == null ? null : words.plain(points);
    }

    private @Nullable String window(@Nullable Window window) {
        return window == null ? null : rules.window(window);
    }

    private String name(Names names) {
        return names.in(words.locale());
    }
}
