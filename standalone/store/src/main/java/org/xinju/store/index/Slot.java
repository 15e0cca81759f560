package org.xinju.store.index;

import de.bwaldvogel.mongo.bson.Document;

/** The place of one stored document. A document is never changed once it is here: an update puts another one in its place. */
public final class Slot {

    private final long sequence;
    private volatile Document document;

    /**
     * @param sequence position in the order of insertion
     */
    public Slot(long sequence, Document document) {
        this.sequence = sequence;
        this.document = document;
    }

    public long sequence() {
        return sequence;
    }

    public Document document() {
        return document;
    }

    public void replace(Document after) {
        document = after;
    }
}
