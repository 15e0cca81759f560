package org.xinju.privacy.access;

import java.util.Date;
import java.util.List;

import org.bson.Document;

/** How an entry is stored. The outbox beside it is not part of the entry: it goes away once the event is sent. */
final class AccessDocument {

    static final String HASH = "hash";
    static final String OUTBOX = "outbox";

    private AccessDocument() {}

    static Document of(AccessEntry entry, List<Document> outbox) {
        var access = entry.access();
        var actor = access.actor();
        var document = new Document("_id", entry.id())
                .append("chain", entry.chain())
                .append("number", entry.number())
                .append("at", Date.from(access.at()))
                .append("actor", new Document("issuer", actor.issuer()).append("subject", actor.subject()).append("role", actor.role()))
                .append("action", access.action())
                .append("purpose", access.purpose().code())
                .append("subjects", access.subjects())
                .append("fields", access.fields())
                .append("requestId", access.requestId())
                .append("previous", entry.previous())
                .append(HASH, entry.hash());
        return outbox.isEmpty() ? document : document.append(OUTBOX, outbox);
    }

    /** @throws RuntimeException of whatever kind if this is not the document of an entry: anybody may have written it */
    static AccessEntry read(Document document) {
        var actor = document.get("actor", Document.class);
        var access = new Access(
                new Actor(actor.getString("issuer"), actor.getString("subject"), actor.getString("role")),
                document.getString("action"),
                Purpose.of(document.getString("purpose")).orElseThrow(),
                document.getList("subjects", String.class),
                document.getList("fields", String.class),
                document.getString("requestId"),
                document.getDate("at").toInstant());
        return new AccessEntry(
                document.getString("chain"), document.getLong("number"), access, document.getString("previous"), document.getString(HASH));
    }
}
