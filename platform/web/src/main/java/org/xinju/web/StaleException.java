package org.xinju.web;

/** If-Match named an older state (412). */
final class StaleException extends RuntimeException {

    private final long currentSequence;

    StaleException(long currentSequence) {
        super("changed since it was read");
        this.currentSequence = currentSequence;
    }

    long currentSequence() {
        return currentSequence;
    }
}
