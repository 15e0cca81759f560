package org.xinju.privacy.access;

import java.util.List;

import org.bson.Document;

/** How recorded accesses leave the service, on the topic {@code audit.accesses}. Both methods run on the log's own thread. */
public interface AccessPublisher {

    /**
     * The events of the entry; stored under {@code outbox} in the entry's document, in the same write. Whoever has sent the events removes
     * them from the document. An exception refuses the reads of this write.
     */
    List<Document> outbox(AccessEntry entry);

    /** The documents are durable and may be sent now. Not called for what a crash left behind: that is found by its outbox. */
    void stored(List<Document> documents);

    /** Publishes nothing. */
    AccessPublisher NONE = new AccessPublisher() {
        @Override
        public List<Document> outbox(AccessEntry entry) {
            return List.of();
        }

        @Override
        public void stored(List<Document> documents) {}
    };
}
