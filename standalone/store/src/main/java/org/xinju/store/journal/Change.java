package org.xinju.store.journal;

import de.bwaldvogel.mongo.bson.Document;

/**
 * One change of the content, absolute: applying it twice is applying it once.
 *
 * @param namespace database and collection, joined by a dot; empty for {@link Kind#END}
 * @param body      the after-image, or what names the thing that is gone
 */
public record Change(Kind kind, String namespace, Document body) {

    /** The names are part of the file format. */
    public enum Kind {
        /** The body is the document. */
        PUT,
        /** The body is {@code {_id: ...}}. */
        REMOVE,
        /** A collection begins to exist. */
        CREATE,
        DROP,
        /** The body is the description of the index. */
        INDEX,
        /** The body is {@code {name: ...}}. */
        DROP_INDEX,
        /** The last frame of a snapshot; the body is {@code {changes: how many came before}}. */
        END
    }

    public String database() {
        return namespace.substring(0, namespace.indexOf('.'));
    }

    public String collection() {
        return namespace.substring(namespace.indexOf('.') + 1);
    }

    Document toDocument() {
        return new Document("o", kind.name()).append("n", namespace).append("d", body);
    }

    static Change of(Document document) {
        var kind = Kind.valueOf(Fields.text(document, "o"));
        var body = Fields.document(document, "d");
        return new Change(kind, Fields.text(document, "n"), body);
    }
}
