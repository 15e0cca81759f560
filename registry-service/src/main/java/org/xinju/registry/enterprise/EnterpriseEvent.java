package org.xinju.registry.enterprise;

/** What happens to an enterprise; every event carries it. */
sealed interface EnterpriseEvent {

    record Registered() implements EnterpriseEvent {}
}
