package org.xinju.store.journal;

/** Where changes go before they are acknowledged. */
public interface ChangeLog {

    /** For a store in memory only. */
    ChangeLog NONE = new ChangeLog() {
        @Override
        public void append(Frame frame) {
            // nothing is kept
        }

        @Override
        public void settle() {
            // nothing is kept
        }
    };

    /** Takes the change; the order of calls is the order of changes. */
    void append(Frame frame);

    /**
     * Returns when all that was appended so far is safe. Readers call it too: what nobody has been promised must not be seen.
     *
     * @throws StoreException when it never will be
     */
    void settle();
}
