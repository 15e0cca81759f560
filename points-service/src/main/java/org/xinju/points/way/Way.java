package org.xinju.points.way;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import org.xinju.points.engine.Fact;
import org.xinju.points.policy.Step;
import org.xinju.points.policy.Step.Effort;

/**
 * What to do, from today on, to reach a threshold.
 *
 * @param doings all at the same time; none: waiting is enough
 * @param today day from which it is counted
 * @param reachedOn first day with the threshold
 * @param total score of that day, scale 2
 * @param lostOn first day after it without the threshold, if nothing else happens; null: not within {@link Ways#until}
 */
public record Way(List<Doing> doings, LocalDate today, LocalDate reachedOn, BigDecimal total, @Nullable LocalDate lostOn) {

    /** The sooner first, then what asks less of somebody, then what depends on less. */
    static final Comparator<Way> RANKING = Comparator.comparing(Way::reachedOn).thenComparingInt(Way::demand)
            .thenComparingInt(way -> way.doings.size()).thenComparingInt(way -> way.conditional().size());

    public Way {
        doings = List.copyOf(doings);
    }

    /** The facts that there will be. */
    public List<Fact> facts() {
        return doings.stream().flatMap(doing -> doing.facts(today).stream()).toList();
    }

    /** What the hardest step asks; empty when nothing is to be done. */
    public Optional<Effort> effort() {
        return doings.stream().map(doing -> doing.step().effort()).max(Comparator.naturalOrder());
    }

    /** Steps whose condition must be so. */
    Set<Step> conditional() {
        return doings.stream().map(Doing::step).filter(step -> step.condition() != null).collect(Collectors.toSet());
    }

    /** Whether the other one is as good in everything and better in something. */
    boolean isWorseThan(Way other) {
        var asGood = !other.reachedOn.isAfter(reachedOn) && other.demand() <= demand() && other.doings.size() <= doings.size()
                && conditional().containsAll(other.conditional());
        return asGood && RANKING.compare(other, this) < 0;
    }

    private int demand() {
        return effort().map(effort -> effort.ordinal() + 1).orElse(0);
    }
}
