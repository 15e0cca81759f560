package org.xinju.acceptance.crash.agent;

/** A way in which the protocol is broken on purpose, so that the harness can show that it would find it. */
public enum Break {

    /** Nothing is broken. */
    NONE("nothing broken"),
    /** An event is not stored with the state: what the process forgets is never sent. */
    EVENT_DROPPED("event dropped after save"),
    /** The key of a command is a second write. */
    KEY_AFTER_SAVE("key of the command stored after the save"),
    /** What an event causes gets an id of its own at every delivery. */
    RANDOM_ID("insert without derived id"),
    /** A delivery that brings nothing newer is not worked off to the end. */
    EARLY_RETURN("listener returns early when the intake was not newer"),
    /** The listener returns before its steps are done. */
    EARLY_COMMIT("offset committed before the effect"),
    /** The version that is written over was read after what was computed from. */
    INTAKES_BEFORE_VERSION("recompute reads the intakes before the version"),
    /** A recompute that finds nothing new does not count the version up. */
    EQUAL_NOT_WRITTEN("recompute skips writing an equal result"),
    /** Who has counted a bucket clears all its marks, those too that came while counting. */
    MARKS_BY_BUCKET("marks cleared by bucket"),
    /** What was appended while others were removed goes with the outbox. */
    OUTBOX_UNSET("outbox unset without its filter"),
    /** A count is what it was plus one. */
    INCREMENTED("a count incremented"),

    // What the guards look for, beside the protocol.
    /** Whatever the caller's areas are, they are enough. */
    NO_SCOPE("a call without a look at the area"),
    /** A name is written down where everybody reads. */
    NAME_IN_LOG("a name in a log line"),
    /** A service does not know what to do. */
    UNHANDLED("a failure that nobody handles"),
    /** What was just made is sometimes not there. */
    STALE_READ("a read from what lags behind");

    private final String words;

    Break(String words) {
        this.words = words;
    }

    /** As printed. */
    public String words() {
        return words;
    }
}
