package org.xinju.privacy.access;

import java.util.List;
import java.util.function.Supplier;

import org.bson.Document;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.xinju.privacy.KeyedHash;

/** The end of the chain and the only one who moves it; for one thread. */
final class AccessWriter {

    private static final Logger LOG = LoggerFactory.getLogger(AccessWriter.class);

    private final AccessStore store;
    private final KeyedHash key;
    private final AccessPublisher publisher;
    private final Supplier<String> chains;
    private ChainHead head;

    AccessWriter(AccessStore store, KeyedHash key, AccessPublisher publisher, Supplier<String> chains) {
        this.store = store;
        this.key = key;
        this.publisher = publisher;
        this.chains = chains;
        head = ChainHead.start(chains.get());
    }

    /** Appends an entry for each access and returns their documents once they are durable. */
    List<Document> append(List<Access> accesses) throws InterruptedException {
        while (true) {
            var entries = AccessEntry.after(head, accesses, key);
            var documents = entries.stream().map(entry -> AccessDocument.of(entry, publisher.outbox(entry))).toList();
            try {
                store.write(documents);
                head = entries.getLast().head();
                return documents;
            } catch (AccessStore.ForeignEntryException e) {
                // The verifier will name the foreign entry. Reads go on in a new chain; some of these accesses may then stand in both.
                LOG.error("The chain of accesses {} is left: {}", head.chain(), e.getMessage());
                head = ChainHead.start(chains.get());
            }
        }
    }

    /** Tells the publisher; that it fails is no reason to refuse a read, for the outbox is stored. */
    void publish(List<Document> documents) {
        try {
            publisher.stored(documents);
        } catch (RuntimeException e) {
            LOG.warn("Accesses are stored but not handed on yet: {}", e.toString());
        }
    }
}
