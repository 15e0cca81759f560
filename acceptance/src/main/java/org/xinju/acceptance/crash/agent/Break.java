package org.xinju.acceptance.crash.agent;

/** A way in which the protocol is broken on purpose, so that the harness can show that it would find it. */
public enum Break {

    /** Nothing is broken. */
    NONE("nothing broken"),
    /** Saving: one of four changes is stored without its events, which only the process still knows and nobody finds after a crash. */
    EVENT_DROPPED("event dropped after save"),
    /** Saving: the key of a command is a second write after the state, so a crash between them makes of a repetition a second command. */
    KEY_AFTER_SAVE("key of the command stored after the save"),
    /** Inserting: what an event causes, a message too, has a random id instead of one derived from the event, so each delivery inserts it again. */
    RANDOM_ID("insert without derived id"),
    /** Consuming: the steps after the intake are left out of a delivery that brought nothing newer, though the one before may not have come to them. */
    EARLY_RETURN("listener returns early when the intake was not newer"),
    /** Consuming: the steps run some time after the listener has returned and the offset is committed; a crash between loses them. */
    EARLY_COMMIT("offset committed before the effect"),
    /** Recomputing: the version that is written over is read after the intakes, so an older result may stand over a newer one. */
    INTAKES_BEFORE_VERSION("recompute reads the intakes before the version"),
    /** Recomputing: an equal result does not count the version up, so somebody who has read older intakes writes after it. */
    EQUAL_NOT_WRITTEN("recompute skips writing an equal result"),
    /** Counting: all marks of a bucket are cleared, those too that came while it was counted and are in no count. */
    MARKS_BY_BUCKET("marks cleared by bucket"),
    /** Sending: the outbox of a document is unset when it should be empty, and what was appended meanwhile goes with it unsent. */
    OUTBOX_UNSET("outbox unset without its filter"),
    /** Counting: a population is what it was plus one at every delivery of a registration, instead of being counted. */
    INCREMENTED("a count incremented"),

    // What the guards look for, beside the protocol.
    /** Scope: every record lies in the caller's areas, whatever they are. */
    NO_SCOPE("a call without a look at the area"),
    /** Privacy: the name of whoever is registered goes into the log in plain. */
    NAME_IN_LOG("a name in a log line"),
    /** Bad requests: whatever is registered, registering throws what nobody expects. */
    UNHANDLED("a failure that nobody handles"),
    /** Reading: one of ten dwellings that are asked for by id is not there, as from a replica of the store that lags behind. */
    STALE_READ("a read from what lags behind"),
    /** Uploads: a workbook is opened without a look at what it unpacks into. */
    UNMEASURED("a workbook opened without being measured");

    private final String words;

    Break(String words) {
        this.words = words;
    }

    /** As printed. */
    public String words() {
        return words;
    }
}
