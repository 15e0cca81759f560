package org.xinju.web;

/** More is asked for than can be done in time, so nothing of it was begun: 503. */
public final class BusyException extends RuntimeException {

    BusyException() {
        super("too many at once");
    }
}
