package org.xinju.events;

import java.util.List;

/**
 * What a command does to an aggregate: a new state with the events that tell of it, nothing at all, or a refusal that names its rule.
 * A decision returns this value and does nothing else: it reads no clock and no store.
 *
 * @param <S> the aggregate's state
 * @param <E> the sealed family of its events
 */
public sealed interface Change<S, E> {

    /** The command holds: {@code state} replaces what was there and {@code events} (at least one) are published with it. */
    record Accepted<S, E>(S state, List<E> events) implements Change<S, E> {
        public Accepted {
            events = List.copyOf(events);
            if (events.isEmpty()) {
                throw new IllegalArgumentException("a change without an event is no change; use Change.unchanged");
            }
        }
    }

    /** The command asks for what is already so; it succeeds and has no effect. */
    record Unchanged<S, E>(S state) implements Change<S, E> {}

    /** The command breaks a rule; nothing changes. */
    record Rejected<S, E>(Rejection rejection) implements Change<S, E> {}

    @SafeVarargs
    static <S, E> Change<S, E> of(S state, E... events) {
        return new Accepted<>(state, List.of(events));
    }

    static <S, E> Change<S, E> unchanged(S state) {
        return new Unchanged<>(state);
    }

    static <S, E> Change<S, E> rejected(Rule rule, Object... arguments) {
        return new Rejected<>(Rejection.of(rule, arguments));
    }
}
