package org.xinju.store.engine;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.UUID;

import de.bwaldvogel.mongo.bson.BinData;
import de.bwaldvogel.mongo.bson.BsonTimestamp;
import de.bwaldvogel.mongo.bson.Decimal128;
import de.bwaldvogel.mongo.bson.LegacyUUID;
import de.bwaldvogel.mongo.bson.ObjectId;
import org.jspecify.annotations.Nullable;

/** How many bytes a document takes in BSON (bsonspec.org), without encoding it. */
final class BsonSize {

    private static final int ENVELOPE = 5;    // length and terminator

    private BsonSize() {}

    static int of(Map<String, ?> document) {
        var size = ENVELOPE;
        for (var field : document.entrySet()) {
            size += 2 + utf8(field.getKey()) + value(field.getValue());
        }
        return size;
    }

    private static int value(@Nullable Object value) {
        return switch (value) {
            case String text -> ENVELOPE + utf8(text);
            case Integer _ -> 4;
            case Long _ -> 8;
            case Double _ -> 8;
            case Instant _ -> 8;
            case Boolean _ -> 1;
            case ObjectId _ -> 12;
            case UUID _ -> ENVELOPE + 16;
            case LegacyUUID _ -> ENVELOPE + 16;
            case Decimal128 _ -> 16;
            case BsonTimestamp _ -> 8;
            case BinData data -> ENVELOPE + data.getData().length;
            case Map<?, ?> nested -> of(asDocument(nested));
            case Collection<?> list -> array(list);
            case null -> 0;
            default -> value.toString().length() + ENVELOPE;
        };
    }

    @SuppressWarnings("unchecked")
    private static Map<String, ?> asDocument(Map<?, ?> nested) {
        return (Map<String, ?>) nested;
    }

    private static int array(Collection<?> list) {
        var size = ENVELOPE;
        var position = 0;
        for (var element : list) {
            size += 2 + String.valueOf(position++).length() + value(element);
        }
        return size;
    }

    private static int utf8(String text) {
        for (var i = 0; i < text.length(); i++) {
            if (text.charAt(i) >= 0x80) {
                return text.getBytes(StandardCharsets.UTF_8).length;
            }
        }
        return text.length();
    }
}
