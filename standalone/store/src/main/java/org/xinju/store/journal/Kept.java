package org.xinju.store.journal;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import de.bwaldvogel.mongo.bson.Document;
import org.jspecify.annotations.Nullable;

/** Documents as they are kept in memory: {@code _id} first, and every field name only once for all documents. */
public final class Kept {

    /** Names beyond this many are data used as names; sharing those would only grow the table. */
    private static final int SHARED_NAMES = 20_000;

    private static final Map<String, String> NAMES = new ConcurrentHashMap<>();

    private Kept() {}

    /** A copy that shares nothing changeable with the original. */
    public static Document of(Document document) {
        var kept = new Document();
        if (document.containsKey("_id")) {
            kept.put("_id", value(document.get("_id")));
        }
        for (var field : document.entrySet()) {
            kept.put(shared(field.getKey()), value(field.getValue()));
        }
        return kept;
    }

    private static @Nullable Object value(@Nullable Object value) {
        return switch (value) {
            case Document document -> nested(document);
            case Collection<?> list -> {
                var copy = new ArrayList<@Nullable Object>(list.size());
                list.forEach(element -> copy.add(value(element)));
                yield copy;
            }
            case null, default -> value;
        };
    }

    private static Document nested(Document document) {
        var kept = new Document();
        document.forEach((name, value) -> kept.put(shared(name), value(value)));
        return kept;
    }

    private static String shared(String name) {
        var known = NAMES.get(name);
        if (known != null) {
            return known;
        }
        if (NAMES.size() < SHARED_NAMES) {
            NAMES.put(name, name);
        }
        return name;
    }
}
