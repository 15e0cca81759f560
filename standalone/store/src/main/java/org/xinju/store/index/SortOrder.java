package org.xinju.store.index;

import java.util.ArrayList;
import java.util.List;

import de.bwaldvogel.mongo.bson.Document;
import org.jspecify.annotations.Nullable;

/**
 * The order that a query asks for.
 *
 * @param keys none when it asks for no order
 */
record SortOrder(List<Key> keys) {

    record Key(String path, boolean ascending) {}

    static SortOrder of(@Nullable Document orderBy) {
        var keys = new ArrayList<Key>();
        if (orderBy != null) {
            orderBy.forEach((path, direction) -> {
                if (direction instanceof Number number) {
                    keys.add(new Key(path, number.intValue() > 0));
                }
            });
        }
        return new SortOrder(keys);
    }

    boolean none() {
        return keys.isEmpty();
    }
}
