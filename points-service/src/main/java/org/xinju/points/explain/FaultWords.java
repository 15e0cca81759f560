package org.xinju.points.explain;

import java.util.Locale;

import org.xinju.points.policy.PolicyFault;

/** What is wrong in a policy document, in the language of who wrote it. */
public final class FaultWords {

    private FaultWords() {}

    /** What is wrong, and what would be right where an example helps; without the place. */
    public static String of(PolicyFault fault, Locale reader) {
        var words = Words.in(reader);
        var reason = words.say(key(fault.reason()), fault.arguments().toArray());
        return fault.example().isEmpty() ? reason : words.say("policy-fault", reason, fault.example());
    }

    static String key(PolicyFault.Reason reason) {
        return "policy-fault." + reason.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
