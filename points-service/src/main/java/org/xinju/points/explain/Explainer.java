package org.xinju.points.explain;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;

import org.xinju.points.engine.Facts;
import org.xinju.points.engine.Line;
import org.xinju.points.engine.Points;
import org.xinju.points.engine.Score;
import org.xinju.points.explain.Explanation.ExplainedLine;
import org.xinju.points.policy.Names;
import org.xinju.points.policy.PolicyVersion;
import org.xinju.points.policy.Threshold;

/** Turns a score into an explanation. Pure: the same score, facts and language give the same words. */
public final class Explainer {

    private final PolicyVersion policy;
    private final Words words;

    private Explainer(PolicyVersion policy, Words words) {
        this.policy = policy;
        this.words = words;
    }

    /**
     * @param facts the facts the score was computed from; the sources are taken from them
     * @param reader language of the reader: English, or Chinese for every other
     */
    public static Explanation explain(PolicyVersion policy, Score score, Facts facts, Locale reader) {
        return new Explainer(policy, Words.in(reader)).explain(score, facts);
    }

    private Explanation explain(Score score, Facts facts) {
        var blocks = new BlockWords(policy, words);
        var indicators = new IndicatorWords(policy, words, facts);
        var threshold = policy.thresholdAbove(score.total());
        var missing = threshold.points().subtract(score.total()).max(BigDecimal.ZERO);
        var lines = score.lines().stream().map(line -> line.kind() == Line.Kind.INDICATOR ? indicators.explain(line, score) : limit(line))
                .toList();
        return new Explanation(policy.reference().toString(), score.date(), score.total(), Points.round(threshold.points()),
                Points.round(missing), score.standing(threshold), summary(score, threshold, Points.round(missing)),
                score.blocks().stream().map(blocks::explain).toList(), lines);
    }

    private String summary(Score score, Threshold threshold, BigDecimal missing) {
        var day = words.day(score.date());
        var total = words.points(score.total());
        return switch (score.standing(threshold)) {
            case REACHED -> words.say("summary.reached", day, total, words.plain(threshold.points()), services(threshold));
            case BELOW -> words.say("summary.below", day, total, words.plain(threshold.points()), words.points(missing));
            case FROZEN -> words.say("summary.frozen", day, total, new BlockWords(policy, words).reasons(score));
        };
    }

    private String services(Threshold threshold) {
        return threshold.opens().isEmpty() ? name(threshold.names())
                : words.list(threshold.opens().stream().map(service -> name(service.names())).toList());
    }

    private ExplainedLine limit(Line line) {
        var limits = policy.limits();
        var ceiling = limits.ceiling();
        var name = switch (line.kind()) {
            case INDICATOR, INDICATOR_CAP -> name(policy.indicator(line.subject()).names());
            case EITHER_OF, GROUP_CAP -> name(policy.group(line.subject()).names());
            case TIER_CAP -> name(policy.tier(line.subject()).names());
            case CEILING -> words.say("total", ceiling == null ? "" : words.plain(ceiling));
            case FLOOR -> words.say("total", words.plain(limits.floor()));
        };
        var direction = line.points().signum() < 0 ? "less" : "more";
        return new ExplainedLine(line.subject(), line.kind(), name, line.points(),
                words.say("limit." + line.kind() + "." + direction, name, words.points(line.points().abs())), line.clause().cite(),
                List.of(), List.of(), null, null);
    }

    private String name(Names names) {
        return names.in(words.locale());
    }
}
