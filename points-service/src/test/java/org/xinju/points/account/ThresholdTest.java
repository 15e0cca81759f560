package org.xinju.points.account;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;

import org.junit.jupiter.api.Test;

import org.xinju.points.account.Account.AccountEvent;
import org.xinju.points.confirmation.Confirmations;
import org.xinju.points.engine.Score.Standing;
import org.xinju.points.policy.PublishedPolicies;

import static org.assertj.core.api.Assertions.assertThat;

/** Others are told once when an account crosses the threshold, and not when it moves on one side of it. */
class ThresholdTest {

    private static final BigDecimal HUNDRED = new BigDecimal("100.00");

    @Test
    void an_account_that_opens_at_the_threshold_says_so() {
        assertThat(account("100.00", Standing.REACHED).eventsAfter(null, 3, HUNDRED))
                .containsExactly(new AccountEvent.Opened(), new AccountEvent.ThresholdReached(HUNDRED, HUNDRED));
    }

    @Test
    void crossing_upwards_is_told_once() {
        var below = account("99.75", Standing.BELOW);
        var reached = account("100.00", Standing.REACHED);
        assertThat(reached.eventsAfter(below, 1, HUNDRED))
                .containsExactly(new AccountEvent.Settled(1), new AccountEvent.ThresholdReached(HUNDRED, HUNDRED));
        assertThat(account("100.25", Standing.REACHED).eventsAfter(reached, 1, HUNDRED)).containsExactly(new AccountEvent.Settled(1));
    }

    @Test
    void a_freeze_takes_it_away_and_its_end_gives_it_back() {
        var reached = account("110.00", Standing.REACHED);
        var frozen = account("110.00", Standing.FROZEN);
        assertThat(frozen.eventsAfter(reached, 0, HUNDRED)).containsExactly(new AccountEvent.Settled(0),
                new AccountEvent.ThresholdLost(HUNDRED, new BigDecimal("110.00"), Standing.FROZEN));
        assertThat(frozen.eventsAfter(account("20.00", Standing.BELOW), 0, HUNDRED)).containsExactly(new AccountEvent.Settled(0));
        assertThat(reached.eventsAfter(frozen, 0, HUNDRED)).hasSize(2);
    }

    private static Account account(String score, Standing standing) {
        return new Account(Ledger.empty(PublishedPolicies.dgDefault().reference()), List.of("330206004"), new BigDecimal(score), standing,
                LocalDate.of(2026, 12, 1), Confirmations.NONE, List.of(), null, List.of(), List.of(), "G001");
    }
}
