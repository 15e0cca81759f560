package org.xinju.points.explain;

import org.xinju.points.engine.Block;
import org.xinju.points.engine.Score;
import org.xinju.points.explain.Explanation.ExplainedBlock;
import org.xinju.points.policy.PolicyVersion;

/** Why points cannot be used for the time being, and until when. */
final class BlockWords {

    private final PolicyVersion policy;
    private final Words words;

    BlockWords(PolicyVersion policy, Words words) {
        this.policy = policy;
        this.words = words;
    }

    String reasons(Score score) {
        return words.list(score.blocks().stream().map(this::reason).distinct().toList());
    }

    ExplainedBlock explain(Block block) {
        var indicator = policy.indicator(block.indicator());
        var name = indicator.names().in(words.locale());
        var key = "block." + block.kind();
        var text = block.endsOn() == null ? words.say(key + ".open", name) : words.say(key + ".until", name, words.day(block.endsOn()));
        return new ExplainedBlock(block.kind(), block.indicator(), name, text, indicator.clause().cite(), block.fact(), block.endsOn());
    }

    private String reason(Block block) {
        var indicator = policy.indicator(block.indicator()).names().in(words.locale());
        return block.endsOn() == null ? words.say("block.open", indicator) : words.say("block.until", indicator, words.day(block.endsOn()));
    }
}
