package org.xinju.registry.roster;

import org.xinju.events.Rule;

/** The file cannot be read as a table. */
final class UnreadableException extends Exception {

    private final transient Rule rule;

    UnreadableException(Rule rule) {
        super(rule.code());
        this.rule = rule;
    }

    UnreadableException(Rule rule, Exception cause) {
        super(rule.code(), cause);
        this.rule = rule;
    }

    Rule rule() {
        return rule;
    }
}
