package org.xinju.points.account;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.function.IntFunction;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

import org.xinju.events.Cause;
import org.xinju.events.Stored;

/**
 * Settles accounts whose score changes by itself today: a month of residence is full, a birthday, a window that closes, or
 * another version of the policy takes over.
 */
@Component
class DueAccounts {

    private static final Logger log = LoggerFactory.getLogger(DueAccounts.class);
    private static final int AT_ONCE = 200;

    private final Accounts accounts;
    private final Clock clock;

    DueAccounts(Accounts accounts, Clock clock) {
        this.accounts = accounts;
        this.clock = clock;
    }

    /** Any number of replicas may settle the same account: each writes on the version it read. */
    @Scheduled(fixedDelayString = "${xinju.points.due-every:10s}")
    void settleDue() {
        var settled = settle(accounts::due) + settle(accounts::outdated);
        if (settled > 0) {
            log.info("settled {} accounts whose score or policy changes today", settled);
        }
    }

    private int settle(IntFunction<List<Stored<Account>>> waiting) {
        var settled = 0;
        for (var some = waiting.apply(AT_ONCE); !some.isEmpty(); some = waiting.apply(AT_ONCE)) {
            some.forEach(account -> accounts.settle(account.id(), new Cause.Deadline("score of " + LocalDate.now(clock))));
            settled += some.size();
        }
        return settled;
    }
}
