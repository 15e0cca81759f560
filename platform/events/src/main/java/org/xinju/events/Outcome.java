package org.xinju.events;

/** How a command on an aggregate ended. */
public sealed interface Outcome<S> {

    /** What became of an accepted command. */
    enum Effect {
        /** Saved now, with its events. */
        SAVED,
        /** Had been saved before under the same key; nothing was done now. */
        REPLAYED,
        /** Asked for what is already so. */
        UNCHANGED
    }

    /**
     * The command holds.
     *
     * @param stored the aggregate as it stands now
     * @param sequence the ETag of the first answer: of this change, also when it is replayed later
     * @param status HTTP status of the first answer
     */
    record Done<S>(Stored<S> stored, long sequence, int status, Effect effect) implements Outcome<S> {}

    /** The command breaks a rule. */
    record Rejected<S>(Rejection rejection) implements Outcome<S> {}

    /** The aggregate has changed since the client read it; nothing was done. */
    record Stale<S>(Stored<S> current) implements Outcome<S> {}

    /** Another request was made under this key before. */
    record KeyReused<S>(String key) implements Outcome<S> {}

    /** A value that must be unique belongs to another aggregate; {@code detail} is the store's wording and names the index. */
    record Taken<S>(String detail) implements Outcome<S> {}
}
