package org.xinju.store.engine;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.UUID;
import java.util.function.ToIntFunction;

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
        return of(document, BsonSize::utf8);
    }

    /** A bound that needs no look at the characters of texts. */
    static int atMost(Map<String, ?> document) {
        return of(document, text -> 3 * text.length());
    }

    private static int of(Map<String, ?> document, ToIntFunction<String> texts) {
        var size = ENVELOPE;
        for (var field : document.entrySet()) {
            size += 2 + texts.applyAsInt(field.getKey()) + value(field.getValue(), texts);
        }
        return size;
    }

    private static int value(@Nullable Object value, ToIntFunction<String> texts) {
        return switch (value) {
            case String text -> ENVELOPE + texts.applyAsInt(text);
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
            case Map<?, ?> nested -> of(asDocument(nested), texts);
            case Collection<?> list -> array(list, texts);
            case null -> 0;
            default -> texts.applyAsInt(value.toString()) + ENVELOPE;
        };
    }

    @SuppressWarnings("unchecked")
    private static Map<String, ?> asDocument(Map<?, ?> nested) {
        return (Map<String, ?>) nested;
    }

    private static int array(Collection<?> list, ToIntFunction<String> texts) {
        var size = ENVELOPE;
        var position = 0;
        for (var element : list) {
            size += 2 + String.valueOf(position++).length() + value(element, texts);
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
