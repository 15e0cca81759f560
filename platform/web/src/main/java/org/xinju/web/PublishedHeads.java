package org.xinju.web;

import java.util.Collection;
import java.util.HashMap;
import java.util.Optional;

import org.xinju.events.Received;
import org.xinju.events.TopicHistory;
import org.xinju.privacy.access.ChainHead;
import org.xinju.privacy.access.ChainNames;

/** How far the chains of this service had grown when their last entries were published: kept by the broker, out of reach of whoever changes the store. */
final class PublishedHeads {

    private final TopicHistory history;
    private final ChainNames names;

    PublishedHeads(TopicHistory history, ChainNames names) {
        this.history = history;
        this.names = names;
    }

    /** The last head of each chain of which the topic still holds an entry. */
    Collection<ChainHead> last() {
        var heads = new HashMap<String, ChainHead>();
        history.read(PublishedAccesses.TOPIC, event -> {
            if (names.own(event.subject())) {
                head(event).ifPresent(head -> heads.merge(head.chain(), head, (one, other) -> one.number() >= other.number() ? one : other));
            }
        });
        return heads.values();
    }

    /** Empty for what this service did not publish: anybody who can write to the topic may have put it there. */
    private static Optional<ChainHead> head(Received event) {
        try {
            return Optional.of(event.state(ChainHead.class));
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }
}
