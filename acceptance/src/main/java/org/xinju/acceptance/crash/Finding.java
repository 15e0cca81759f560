package org.xinju.acceptance.crash;

/** A difference between what was accepted and what is there. */
record Finding(Kind kind, String what) {

    enum Kind {
        /** An accepted command has no effect. */
        LOST,
        /** It has more than one. */
        DOUBLED,
        /** It has another than it should. */
        WRONG,
        /** An effect that no accepted command has. */
        UNASKED,
        /** A command that must hold was refused, or answered by a fault of the server. */
        REFUSED,
        /** An event that could not be worked off, or was never sent. */
        STUCK
    }

    static Finding of(Kind kind, String what, Object... arguments) {
        return new Finding(kind, arguments.length == 0 ? what : what.formatted(arguments));
    }

    @Override
    public String toString() {
        return kind + " " + what;
    }
}
