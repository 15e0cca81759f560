package org.xinju.grid.cases;

import java.util.ArrayList;

import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Profile;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

import org.xinju.events.Rejection;
import org.xinju.events.Rule;
import org.xinju.web.Caller;
import org.xinju.web.RejectedException;
import org.xinju.web.Role;

/** Stores the settled cases of the made-up world, some at a time; for operators of a development system. */
@RestController
@Profile("development")
@RequestMapping("/api/grid/histories")
class HistoryController {

    static final Rule AREAS_MISSING = Rule.conflict("history-areas", "domain facts 0: demo world");
    static final Rule SEED = Rule.invalid("history-seed", "domain facts 0: demo world");
    static final Rule SIZE = Rule.invalid("history-size", "domain facts 0: demo world");

    private static final int MOST_RESIDENTS = 1_000_000;
    private static final int MOST_CASES = 2_000_000;
    private static final int MOST_AT_ONCE = 1_000; // so that a call ends long before its time-out

    private final Histories histories;

    HistoryController(Histories histories) {
        this.histories = histories;
    }

    /** @param residents of the world; @param from number of the first case, from 0; @param until number after the last, at most a thousand later */
    record Request(@Nullable Long seed, @Nullable Integer residents, @Nullable Integer from, @Nullable Integer until) {}

    /** @param present were there before and stay as they are */
    record View(int placed, int present) {}

    @PostMapping
    View place(Caller caller, @RequestBody Request request) {
        caller.require(Role.OPERATOR);
        var refusals = new ArrayList<Rejection>();
        var seed = request.seed();
        if (seed == null) {
            refusals.add(Rejection.of(SEED).at("seed"));
        }
        var residents = checked("residents", request.residents(), 1, MOST_RESIDENTS, refusals);
        var from = checked("from", request.from(), 0, MOST_CASES - 1, refusals);
        var until = checked("until", request.until(), from + 1, Math.min(MOST_CASES, from + MOST_AT_ONCE), refusals);
        if (!refusals.isEmpty() || seed == null) {
            throw new RejectedException(refusals);
        }
        var placement = histories.place(seed, residents, from, until);
        return new View(placement.placed(), placement.present());
    }

    private static int checked(String field, @Nullable Integer given, int least, int most, ArrayList<Rejection> refusals) {
        if (given != null && given >= least && given <= most) {
            return given;
        }
        refusals.add(Rejection.of(SIZE, least, most).at(field));
        return 0;
    }
}
