package org.xinju.web;

import java.util.function.Function;
import java.util.function.Predicate;

import org.xinju.events.Change;
import org.xinju.events.Decision;
import org.xinju.events.Outcome;
import org.xinju.events.Rejection;
import org.xinju.events.Rule;

/**
 * What a caller may change; everything else is to the caller as if it did not exist. It is asked about the state that the change is decided on, so
 * after the key of the command: a command that took an aggregate out of the caller's reach is answered again as it was answered first.
 *
 * @param includes whether a state is in reach
 * @param unknown the refusal where nothing exists
 */
public record Reach<S>(Predicate<S> includes, Rule unknown) {

    /** Refuses where nothing exists in reach. */
    public <E> Decision<S, E> decision(Function<S, Change<S, E>> decision) {
        return loaded -> loaded.state().filter(includes).map(decision).orElseGet(() -> Change.rejected(unknown));
    }

    /** Does not tell that something out of reach has changed. */
    public Outcome<S> of(Outcome<S> outcome) {
        return outcome instanceof Outcome.Stale<S>(var current) && !includes.test(current.state())
                ? new Outcome.Rejected<>(Rejection.of(unknown)) : outcome;
    }
}
