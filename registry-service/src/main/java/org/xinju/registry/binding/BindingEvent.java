package org.xinju.registry.binding;

/** What happens to a binding; every event carries the binding. */
sealed interface BindingEvent {

    record Bound() implements BindingEvent {}

    record Released() implements BindingEvent {}
}
