package org.xinju.acceptance.crash.agent;

/** Where in its work a process dies. */
public enum Point {

    /** Whatever it does at that moment; from outside. */
    ANY_MOMENT("any moment"),
    /** The command is decided, nothing is written. */
    BEFORE_SAVE("before save"),
    /** The write is durable; nobody has been answered, nothing handed to the relay. */
    AFTER_SAVE("after save"),
    /** The broker has acknowledged; the events still stand in their outbox. */
    AFTER_SEND("after send"),
    /** What an event brings has been written, the step has not returned. */
    IN_INTAKE("in intake"),
    /** One step of a reaction is done, the next is not. */
    BETWEEN_STEPS("between steps"),
    /** All steps are done, the offset is not committed. */
    BEFORE_COMMIT("before commit");

    private final String words;

    Point(String words) {
        this.words = words;
    }

    /** As printed. */
    public String words() {
        return words;
    }
}
