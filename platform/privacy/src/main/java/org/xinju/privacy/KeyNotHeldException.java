package org.xinju.privacy;

/** This service was not given the key that it asks for. A mistake in configuration or design, never in a request. */
public final class KeyNotHeldException extends IllegalStateException {

    private static final long serialVersionUID = 1L;

    KeyNotHeldException(Enum<?> key, String property) {
        super("This service holds no key for %s; a service that needs it lists it under %s".formatted(key, property));
    }
}
