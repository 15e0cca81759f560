package org.xinju.store.index;

/** The place of one stored document. A document is never changed once it is here: an update puts another one in its place. */
public final class Slot {

    private final long sequence;
    private volatile Packed document;

    /**
     * @param sequence position in the order of insertion
     */
    public Slot(long sequence, Packed document) {
        this.sequence = sequence;
        this.document = document;
    }

    public long sequence() {
        return sequence;
    }

    public Packed document() {
        return document;
    }

    public void replace(Packed after) {
        document = after;
    }
}
