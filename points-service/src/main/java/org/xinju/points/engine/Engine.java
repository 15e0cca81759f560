package org.xinju.points.engine;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import org.xinju.points.policy.Indicator;
import org.xinju.points.policy.PolicyVersion;
import org.xinju.points.policy.Scoring;
import org.xinju.points.policy.Window;

/** Facts + policy version + date = score. Stateless; every call is computed anew from its arguments. */
public final class Engine {

    private Engine() {}

    /** The score on this legal day, with a line for every indicator of the policy. */
    public static Score score(PolicyVersion policy, Facts facts, LocalDate date) {
        var scores = new ArrayList<IndicatorScore>(policy.indicators().size());
        var lines = new ArrayList<Line>(policy.indicators().size() + 4);
        var blocks = new ArrayList<Block>();
        LocalDate changesOn = null;
        for (var indicator : policy.indicators()) {
            var score = IndicatorScore.of(indicator, facts, date);
            var next = score.next(facts);
            scores.add(score);
            lines.add(score.line(next));
            changesOn = Earliest.of(changesOn, next == null ? null : next.on());
            changesOn = Earliest.of(changesOn, block(Block.Kind.FREEZE, indicator.freeze(), indicator, facts, date, blocks));
            changesOn = Earliest.of(changesOn, block(Block.Kind.VETO, indicator.veto(), indicator, facts, date, blocks));
        }
        lines.addAll(Limits.of(policy, scores));
        return new Score(policy.reference(), date, lines, blocks, changesOn);
    }

    /**
     * The scores of all days on which points or blocks change, from {@code from} (always included) to {@code to}: between two of them every
     * day has the points of the first.
     */
    public static List<Score> history(PolicyVersion policy, Facts facts, LocalDate from, LocalDate to) {
        return scores(policy, facts, from, to).toList();
    }

    /** The score of the first day from {@code from} to {@code to} that is as wanted; empty when there is no such day. */
    public static Optional<Score> first(PolicyVersion policy, Facts facts, LocalDate from, LocalDate to, Predicate<Score> wanted) {
        return scores(policy, facts, from, to).filter(wanted).findFirst();
    }

    private static Stream<Score> scores(PolicyVersion policy, Facts facts, LocalDate from, LocalDate to) {
        return Stream.iterate(Optional.of(from).filter(day -> !day.isAfter(to)).map(day -> score(policy, facts, day)), Optional::isPresent,
                score -> score.map(Score::changesOn).filter(day -> !day.isAfter(to)).map(day -> score(policy, facts, day)))
                .flatMap(Optional::stream);
    }

    private static @Nullable LocalDate block(
            Block.Kind kind, @Nullable Window window, Indicator indicator, Facts facts, LocalDate date, List<Block> blocks) {
        if (window == null) {
            return null;
        }
        LocalDate changesOn = null;
        for (Scoring.Leaf leaf : indicator.scoring().leaves()) {
            for (var fact : facts.ofKind(leaf.fact())) {
                var position = WindowPosition.of(window, fact, date);
                changesOn = Earliest.of(changesOn, position.nextOn());
                if (position.inside()) {
                    blocks.add(new Block(kind, indicator.code(), fact.id(), position.changesOn()));
                }
            }
        }
        return changesOn;
    }
}
