package org.xinju.store.index;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;

import de.bwaldvogel.mongo.bson.Document;
import org.jspecify.annotations.Nullable;

/**
 * The order of whole documents where no index gives it: the same as that of an index over the fields asked for. A field that holds an
 * array counts by its least value, downwards by its greatest. The library's own comparator is no order among empty arrays.
 */
public final class DocumentOrder implements Comparator<Document> {

    private final List<IndexField> fields;

    private DocumentOrder(SortOrder order) {
        this.fields = order.keys().stream().map(key -> new IndexField(key.path(), key.ascending())).toList();
    }

    /**
     * @param orderBy fields with 1 or -1, null or empty for no order
     * @return empty when any order will do, or the natural one
     */
    public static Optional<DocumentOrder> of(@Nullable Document orderBy) {
        if (orderBy == null || orderBy.containsKey("$natural")) {
            return Optional.empty();
        }
        return Optional.of(SortOrder.of(orderBy)).filter(order -> !order.none()).map(DocumentOrder::new);
    }

    @Override
    public int compare(Document a, Document b) {
        for (var field : fields) {
            var order = ValueOrder.compare(first(a, field), first(b, field));
            if (order != 0) {
                return field.ascending() ? order : -order;
            }
        }
        return 0;
    }

    private static Object first(Document document, IndexField field) {
        var values = IndexKeys.of(document, List.of(field)).keys().stream().map(key -> key[0]);
        Comparator<Object> order = ValueOrder::compare;
        return values.min(field.ascending() ? order : order.reversed()).orElseThrow();
    }
}
