package org.xinju.store.journal;

import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.exception.FailedToParseException;

/** Reads fields that must be there. */
public final class Fields {

    private Fields() {}

    public static String text(Document document, String name) {
        if (document.get(name) instanceof String text) {
            return text;
        }
        throw new FailedToParseException("the field '" + name + "' must be a string");
    }

    public static Document document(Document document, String name) {
        if (document.get(name) instanceof Document nested) {
            return nested;
        }
        throw new FailedToParseException("the field '" + name + "' must be an object");
    }
}
