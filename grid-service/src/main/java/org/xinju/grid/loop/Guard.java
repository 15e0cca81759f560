package org.xinju.grid.loop;

import org.xinju.events.Rule;

/** What must hold besides the state; each names the rule it refuses by. */
public enum Guard {

    /** Somebody else than the handler looks whether it is so. */
    OTHER_THAN_HANDLER(LoopRules.VERIFIER_IS_HANDLER),
    /** Not too long after the case was closed. */
    WINDOW(LoopRules.WINDOW_OVER),
    NOT_RATED(LoopRules.ALREADY_RATED),
    /** Its severity has an extension and none was asked for yet. */
    EXTENDABLE(LoopRules.EXTENSION_NOT_POSSIBLE),
    EXTENSION_ASKED(LoopRules.EXTENSION_NOT_ASKED);

    private final Rule rule;

    Guard(Rule rule) {
        this.rule = rule;
    }

    public Rule rule() {
        return rule;
    }
}
