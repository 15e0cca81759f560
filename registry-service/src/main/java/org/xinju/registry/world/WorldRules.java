package org.xinju.registry.world;

import org.xinju.events.Rule;

/** The rules of made-up worlds by name. */
final class WorldRules {

    static final int MOST = 1_000_000;

    static final Rule UNKNOWN = Rule.unknown("world-unknown", "domain facts 0: demo world");
    static final Rule SEED = Rule.invalid("world-seed", "domain facts 0: demo world");
    static final Rule SIZE = Rule.invalid("world-size", "domain facts 0: demo world");
    static final Rule TOO_FEW = Rule.invalid("world-too-few", "domain facts 0: everybody lives and works somewhere");
    static final Rule OTHER_SEED = Rule.conflict("world-other-seed", "product R2: one person per ID number");
    static final Rule BUSY = Rule.conflict("world-busy", "domain facts 0: demo world");

    private WorldRules() {}
}
