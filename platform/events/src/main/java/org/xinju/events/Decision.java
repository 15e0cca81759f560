package org.xinju.events;

/**
 * What to do with an aggregate. Pure but for reading further intakes: it may run several times until its result is saved.
 *
 * @param <S> state
 * @param <E> events
 */
@FunctionalInterface
public interface Decision<S, E> {
    Change<S, E> on(Loaded<S> loaded);
}
