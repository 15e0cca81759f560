package org.xinju.grid.cases;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import org.xinju.events.Stored;
import org.xinju.web.Caller;
import org.xinju.web.RejectedException;

/** Who sees which case. Whoever has nothing to do with one does not learn that it exists. */
@Component
class CaseAccess {

    private final Cases cases;
    private final Reporters reporters;

    CaseAccess(Cases cases, Reporters reporters) {
        this.cases = cases;
        this.reporters = reporters;
    }

    record Seen(Stored<Case> stored, Standing standing) {}

    /** @param code follow-up code of an anonymous report, as typed */
    Seen seen(Caller caller, String id, @Nullable String code) {
        return cases.find(id).map(stored -> new Seen(stored, standing(caller, id, stored.state(), code)))
                .filter(seen -> !seen.standing().none()).orElseThrow(() -> RejectedException.of(CaseRules.UNKNOWN));
    }

    Standing standing(Caller caller, String id, Case one, @Nullable String code) {
        return Standing.of(one, caller, reporters.hasReported(caller, one) || opens(code, id, one));
    }

    /** Whether the code is that of the case. */
    static boolean opens(@Nullable String typed, String id, Case one) {
        var code = FollowUpCode.typed(typed);
        return code != null && code.hash(id).equals(one.followUp());
    }
}
