package org.xinju.grid.cases;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

import org.xinju.events.Outcome;

/** Turns the clocks of cases yellow and red when their time comes, and tells. */
@Component
class DueCases {

    private static final Logger log = LoggerFactory.getLogger(DueCases.class);
    private static final int AT_ONCE = 200;

    private final CaseLists lists;
    private final Cases cases;

    DueCases(CaseLists lists, Cases cases) {
        this.lists = lists;
        this.cases = cases;
    }

    /** Any number of replicas may turn the same case: each writes on the version it read, and whoever comes later finds it turned. */
    @Scheduled(fixedDelayString = "${xinju.grid.due-every:5s}")
    void turnDue() {
        var turned = 0;
        for (var due = lists.turningBy(cases.now().toEpochMilli(), AT_ONCE); !due.isEmpty();
                due = lists.turningBy(cases.now().toEpochMilli(), AT_ONCE)) {
            for (var id : due) {
                turned += cases.turn(id) instanceof Outcome.Done<Case> done && done.effect() == Outcome.Effect.SAVED ? 1 : 0;
            }
        }
        if (turned > 0) {
            log.info("turned the clocks of {} cases", turned);
        }
    }
}
