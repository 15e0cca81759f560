package org.xinju.web;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

class AdmissionTest {

    private static final Duration LONG = Duration.ofMinutes(1);

    @Test
    void whoever_finds_no_place_to_wait_is_turned_away_and_nobody_else_is() {
        var admission = new Admission(1, 1, LONG);
        var first = admission.enter();
        try (var other = Executors.newSingleThreadExecutor()) {
            var second = CompletableFuture.supplyAsync(admission::enter, other);
            await().until(() -> admission.here() == 2);
            assertThatThrownBy(admission::enter).isInstanceOf(BusyException.class);
            assertThat(second).isNotDone();
            first.close();
            second.join().close();
        }
        assertThat(admission.here()).isZero();
    }

    @Test
    void whoever_has_waited_long_enough_is_turned_away_and_leaves_the_place_to_others() {
        var admission = new Admission(1, 1, Duration.ofMillis(1));
        try (var _ = admission.enter()) {
            for (var n = 0; n < 5; n++) {
                assertThatThrownBy(admission::enter).isInstanceOf(BusyException.class);
            }
        }
        admission.enter().close();
    }

    /** However many come: never more in than there are places, and all places are free again. */
    @Test
    void no_place_is_given_twice_or_lost() {
        var admission = new Admission(4, 8, LONG);
        var in = new AtomicInteger();
        var most = new AtomicInteger();
        var served = new AtomicInteger();
        var turnedAway = new AtomicInteger();
        List<CompletableFuture<Void>> all = new ArrayList<>();
        try (var many = Executors.newFixedThreadPool(32)) {
            for (var n = 0; n < 20_000; n++) {
                all.add(CompletableFuture.runAsync(() -> {
                    try (var _ = admission.enter()) {
                        most.accumulateAndGet(in.incrementAndGet(), Math::max);
                        served.incrementAndGet();
                        Thread.yield();
                        in.decrementAndGet();
                    } catch (BusyException _) {
                        turnedAway.incrementAndGet();
                    }
                }, many));
            }
            all.forEach(CompletableFuture::join);
        }
        assertThat(most.get()).isLessThanOrEqualTo(4);
        assertThat(served.get() + turnedAway.get()).isEqualTo(20_000);
        var places = List.of(admission.enter(), admission.enter(), admission.enter(), admission.enter());
        places.forEach(Admission.Admitted::close);
    }
}
