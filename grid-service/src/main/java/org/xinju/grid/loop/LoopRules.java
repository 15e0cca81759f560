package org.xinju.grid.loop;

import org.xinju.events.Rule;

/** What a step of the loop is refused by, besides the state. */
final class LoopRules {

    static final Rule VERIFIER_IS_HANDLER = Rule.forbidden("verifier-is-handler", "product G3: verified by another person");
    static final Rule WINDOW_OVER = Rule.conflict("window-over", "product G3: reopen inside a window");
    static final Rule ALREADY_RATED = Rule.conflict("already-rated", "product G3: rating");
    static final Rule EXTENSION_NOT_POSSIBLE = Rule.conflict("extension-not-possible", "domain.md 4.2: extendable once");
    static final Rule EXTENSION_NOT_ASKED = Rule.conflict("extension-not-asked", "domain.md 4.2: approval by the command room");

    private LoopRules() {}
}
