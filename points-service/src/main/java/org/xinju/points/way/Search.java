package org.xinju.points.way;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

import org.xinju.points.engine.Engine;
import org.xinju.points.engine.Facts;
import org.xinju.points.engine.Points;
import org.xinju.points.engine.Score;
import org.xinju.points.policy.PolicyVersion;
import org.xinju.points.policy.Step;
import org.xinju.points.policy.Step.Effort;
import org.xinju.points.policy.Threshold;

/**
 * Tries waiting, every step alone, and everything up to an effort together, with and without what depends on a condition. Of what reaches the
 * threshold only as much is kept as is needed to reach it on the same day.
 */
final class Search {

    /** What one would rather not need stands first: what depends on a condition, what is hard, what takes long. */
    private static final Comparator<Step> DISPENSABLE = Comparator.comparing((Step step) -> step.condition() == null)
            .thenComparing(Step::effort, Comparator.reverseOrder()).thenComparing(Step::months, Comparator.reverseOrder());

    private final PolicyVersion policy;
    private final Facts facts;
    private final LocalDate today;
    private final LocalDate last;
    private final Score now;
    private final Threshold threshold;

    Search(PolicyVersion policy, Facts facts, LocalDate today, LocalDate last) {
        this.policy = policy;
        this.facts = facts;
        this.today = today;
        this.last = last;
        this.now = Engine.score(policy, facts, today);
        this.threshold = policy.thresholdAbove(now.total());
    }

    Ways ways() {
        var waiting = reached(Map.of(), last).map(score -> way(Map.of(), score));
        // A way that is no sooner than waiting is none.
        var until = waiting.map(way -> way.reachedOn().minusDays(1)).orElse(last);
        var all = Stream.concat(waiting.stream(), attempts().stream().flatMap(steps -> way(steps, until).stream())).distinct().toList();
        var best = all.stream().filter(way -> all.stream().noneMatch(way::isWorseThan)).sorted(Way.RANKING).toList();
        return new Ways(threshold, now, last, best, best.isEmpty() ? most() : null);
    }

    private Set<List<Step>> attempts() {
        var attempts = new LinkedHashSet<List<Step>>();
        policy.steps().forEach(step -> attempts.add(List.of(step)));
        for (var effort : Effort.values()) {
            var upTo = policy.steps().stream().filter(step -> step.effort().compareTo(effort) <= 0).toList();
            attempts.add(upTo.stream().filter(step -> step.condition() == null).toList());
            attempts.add(upTo);
        }
        return attempts;
    }

    /** Every step as often as it can be done, then less and less of what can be spared. */
    private Optional<Way> way(Collection<Step> steps, LocalDate until) {
        var plan = new LinkedHashMap<Step, Integer>();
        steps.forEach(step -> plan.put(step, timesUntil(step, until)));
        var found = reached(plan, until);
        if (found.isEmpty()) {
            return Optional.empty();
        }
        var day = found.get().date();
        for (var step : steps.stream().sorted(DISPENSABLE).toList()) {
            plan.put(step, fewest(step, plan, day));
        }
        return reached(plan, day).map(score -> way(plan, score));
    }

    private int timesUntil(Step step, LocalDate until) {
        int times = 0;
        while (times < step.times() && !Doing.of(step, times + 1, today).doneOn().isAfter(until)) {
            times++;
        }
        return times;
    }

    /**
     * How often the step is needed for the same day, given the rest of the plan: doing it more often never makes it later, and doing it less
     * never makes it sooner, so only that day is asked for.
     */
    private int fewest(Step step, Map<Step, Integer> plan, LocalDate day) {
        int tooFew = -1;
        int enough = plan.getOrDefault(step, 0);
        while (enough - tooFew > 1) {
            int middle = (tooFew + enough) / 2;
            var less = new LinkedHashMap<>(plan);
            less.put(step, middle);
            if (hasReached(Engine.score(policy, with(less), day))) {
                enough = middle;
            } else {
                tooFew = middle;
            }
        }
        return enough;
    }

    private Way way(Map<Step, Integer> plan, Score score) {
        var lost = Engine.first(policy, with(plan), score.date(), last, one -> !hasReached(one)).map(Score::date);
        return new Way(doings(plan), today, score.date(), score.total(), lost.orElse(null));
    }

    private Optional<Score> reached(Map<Step, Integer> plan, LocalDate until) {
        return Engine.first(policy, with(plan), today, until, this::hasReached);
    }

    private boolean hasReached(Score score) {
        return score.standing(threshold) == Score.Standing.REACHED;
    }

    /** The highest score on a day on which nothing blocks it, with everything done that can be done. */
    private BigDecimal most() {
        var everything = new LinkedHashMap<Step, Integer>();
        policy.steps().forEach(step -> everything.put(step, timesUntil(step, last)));
        return Engine.history(policy, with(everything), today, last).stream().filter(score -> score.blocks().isEmpty()).map(Score::total)
                .max(Comparator.naturalOrder()).orElse(Points.ZERO);
    }

    private Facts with(Map<Step, Integer> plan) {
        return facts.and(doings(plan).stream().flatMap(doing -> doing.facts(today).stream()).toList());
    }

    private List<Doing> doings(Map<Step, Integer> plan) {
        var doings = new ArrayList<Doing>();
        plan.forEach((step, times) -> {
            if (times > 0) {
                doings.add(Doing.of(step, times, today));
            }
        });
        return doings;
    }
}
