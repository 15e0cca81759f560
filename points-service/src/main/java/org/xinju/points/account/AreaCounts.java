package org.xinju.points.account;

import java.time.Clock;
import java.time.Duration;
import java.time.YearMonth;
import java.util.List;

import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

import org.xinju.events.Marks;
import org.xinju.points.statistics.Statistics;

/** Counts the areas anew whose accounts have changed, also what a crash has left. Any number of replicas may count. */
@Component
class AreaCounts {

    /** Times as long as a look took. */
    private static final int PAUSE = 9;
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(20); // what held a look up is no work: the store may have been away

    private final Accounts accounts;
    private final Statistics statistics;
    private final Clock clock;
    private long rested = System.nanoTime();

    AreaCounts(Accounts accounts, Statistics statistics, Clock clock) {
        this.accounts = accounts;
        this.statistics = statistics;
        this.clock = clock;
    }

    /** Rests between looks: while a whole roster comes in, a later look is soon enough for all that has changed meanwhile. */
    @Scheduled(fixedDelayString = "${xinju.points.statistics-every:2s}")
    void count() {
        var begun = System.nanoTime();
        if (begun - rested < 0) {
            return;
        }
        int found;
        do {
            found = countSome();
        } while (found >= Marks.AT_ONCE); // accounts of other areas wait behind these
        var ended = System.nanoTime();
        rested = ended + pauseAfter(Duration.ofNanos(ended - begun)).toNanos();
    }

    /** @return how many marks there were */
    private int countSome() {
        var waiting = accounts.marks().waiting();
        waiting.forEach((area, marks) -> {
            statistics.recompute(area, YearMonth.now(clock), () -> accounts.count(area));
            accounts.marks().clear(marks);
        });
        return waiting.values().stream().mapToInt(List::size).sum();
    }

    static Duration pauseAfter(Duration look) {
        var pause = look.multipliedBy(PAUSE);
        return pause.compareTo(LONGEST_PAUSE) < 0 ? pause : LONGEST_PAUSE;
    }
}
