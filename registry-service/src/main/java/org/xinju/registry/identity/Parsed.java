package org.xinju.registry.identity;

import java.util.Optional;
import java.util.function.Consumer;

import org.jspecify.annotations.Nullable;

import org.xinju.events.Rejection;
import org.xinju.events.Rule;

/** What somebody typed: read, or refused by a rule. */
public sealed interface Parsed<T> {

    record Read<T>(T value) implements Parsed<T> {}

    record Refused<T>(Rejection rejection) implements Parsed<T> {}

    static <T> Parsed<T> of(T value) {
        return new Read<>(value);
    }

    static <T> Parsed<T> refused(Rule rule, Object... arguments) {
        return new Refused<>(Rejection.of(rule, arguments));
    }

    /** The value; a refusal goes to {@code refusals} with the name of the field. */
    default Optional<T> orReport(String field, Consumer<Rejection> refusals) {
        return switch (this) {
            case Read<T>(var value) -> Optional.of(value);
            case Refused<T>(var rejection) -> {
                refusals.accept(rejection.at(field));
                yield Optional.empty();
            }
        };
    }

    /** The value, or null where it was refused; for places where the refusal does not matter. */
    default @Nullable T orNull() {
        return this instanceof Read<T>(var value) ? value : null;
    }
}
