package org.xinju.points.explain;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

import org.jspecify.annotations.Nullable;

import org.xinju.points.engine.Points;
import org.xinju.points.explain.ExplainedWays.ExplainedStep;
import org.xinju.points.explain.ExplainedWays.ExplainedWay;
import org.xinju.points.policy.PolicyVersion;
import org.xinju.points.way.Doing;
import org.xinju.points.way.Way;
import org.xinju.points.way.Ways;

/** Turns ways into words. Pure, as {@link Explainer} is. */
public final class WayExplainer {

    private final Ways ways;
    private final Words words;
    private final BlockWords blocks;

    private WayExplainer(PolicyVersion policy, Ways ways, Words words) {
        this.ways = ways;
        this.words = words;
        this.blocks = new BlockWords(policy, words);
    }

    /** @param reader language of the reader: English, or Chinese for every other */
    public static ExplainedWays explain(PolicyVersion policy, Ways ways, Locale reader) {
        return new WayExplainer(policy, ways, Words.in(reader)).explain();
    }

    private ExplainedWays explain() {
        var now = ways.now();
        return new ExplainedWays(now.policy().toString(), now.date(), now.total(), Points.round(ways.threshold().points()), summary(),
                ways.ways().stream().map(this::way).toList());
    }

    private String summary() {
        var now = ways.now();
        var reached = ways.threshold().points();
        var missing = Points.round(reached).subtract(now.total()).max(Points.ZERO);
        var most = ways.most();
        if (!ways.ways().isEmpty() && ways.ways().getFirst().reachedOn().equals(now.date()) && ways.ways().getFirst().doings().isEmpty()) {
            return words.say("ways.reached", words.points(now.total()), threshold());
        }
        var frozen = now.blocks().isEmpty() ? "" : words.say("ways.frozen", blocks.reasons(now));
        return frozen + (most == null ? words.say("ways.some", words.points(now.total()), threshold(), words.points(missing))
                : words.say("ways.none", threshold(), words.day(ways.until()), words.points(most), summit(most)));
    }

    /** Why the most that can be had is not enough: too little, or blocked all the time. */
    private String summit(BigDecimal most) {
        return words.say(most.compareTo(ways.threshold().points()) < 0 ? "ways.none.keep" : "ways.none.blocked");
    }

    private ExplainedWay way(Way way) {
        var steps = way.doings().stream().map(this::step).toList();
        var text = new StringBuilder(steps.isEmpty() ? waiting(way) : doing(way, steps));
        if (way.lostOn() != null) {
            text.append(words.say("way.lost", words.day(way.lostOn()), threshold()));
        }
        return new ExplainedWay(text.toString(), steps, way.effort().orElse(null), way.reachedOn(), way.total(), way.lostOn());
    }

    private String waiting(Way way) {
        return isToday(way) ? words.say("way.now", words.points(way.total()))
                : words.say("way.wait", words.day(way.reachedOn()), words.points(way.total()));
    }

    private String doing(Way way, List<ExplainedStep> steps) {
        var conditions = steps.stream().map(ExplainedStep::condition).filter(Objects::nonNull).toList();
        var what = words.list(steps.stream().map(ExplainedStep::text).toList());
        var day = words.day(way.reachedOn());
        var total = words.points(way.total());
        var said = isToday(way) ? words.say("way.do.today", what, total) : words.say("way.do", what, day, total);
        return conditions.isEmpty() ? said : words.say("way.if", words.list(conditions)) + said;
    }

    private ExplainedStep step(Doing doing) {
        var step = doing.step();
        var name = step.names().in(words.locale());
        var months = step.months() * doing.times();
        var text = months == 0 ? name : words.say("way.step.months", name, months, words.day(doing.doneOn()));
        return new ExplainedStep(step.code(), text, doing.times(), doing.doneOn(), step.effort(), condition(doing));
    }

    private @Nullable String condition(Doing doing) {
        var condition = doing.step().condition();
        return condition == null ? null : condition.in(words.locale());
    }

    private boolean isToday(Way way) {
        return way.reachedOn().equals(way.today());
    }

    private String threshold() {
        return words.plain(ways.threshold().points());
    }
}
