package org.xinju.store.index;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.List;

import de.bwaldvogel.mongo.backend.Missing;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.exception.CannotIndexParallelArraysError;
import org.jspecify.annotations.Nullable;

/**
 * The keys of one document in one index: one for each combination of array elements, the fields of one array element staying together;
 * two different arrays in one index are an error (MongoDB manual, "Multikey Indexes").
 */
final class IndexKeys {

    private static final int DONE = -1;

    private final List<IndexField> fields;
    private final List<Object[]> keys = new ArrayList<>(1);
    private final BitSet arrays = new BitSet();
    private boolean present;

    private IndexKeys(List<IndexField> fields) {
        this.fields = fields;
    }

    static IndexKeys of(Document document, List<IndexField> fields) {
        var extraction = new IndexKeys(fields);
        var values = new Object[fields.size()];
        java.util.Arrays.fill(values, document);
        extraction.expand(values, new int[fields.size()]);
        return extraction;
    }

    List<Object[]> keys() {
        return keys;
    }

    /** The fields that reach their value through an array. */
    BitSet arrays() {
        return arrays;
    }

    /** Whether the document has any of the fields; a sparse index holds no others. */
    boolean present() {
        return present;
    }

    private void expand(Object[] values, int[] depth) {
        @Nullable Collection<?> array = null;
        var first = 0;
        for (var i = 0; i < values.length; i++) {
            descend(values, depth, i);
            if (depth[i] != DONE) {
                var found = (Collection<?>) values[i];
                if (array != null && array != found) {
                    throw new CannotIndexParallelArraysError(List.of(fields.get(first).path(), fields.get(i).path()));
                }
                if (array == null) {
                    first = i;
                }
                array = found;
            }
        }
        if (array == null) {
            keys.add(values);
        } else {
            expandElements(values, depth, array);
        }
    }

    private void expandElements(Object[] values, int[] depth, Collection<?> array) {
        for (var i = 0; i < values.length; i++) {
            if (depth[i] != DONE) {
                arrays.set(i);
                present |= atLeaf(i, depth[i]);    // {a: []} has the field a, but not the field a.b
            }
        }
        if (array.isEmpty()) {
            keys.add(withElement(values, depth, new int[values.length], ValueOrder.EMPTY_ARRAY));
            return;
        }
        for (var element : array) {
            var next = new int[depth.length];
            expand(withElement(values, depth, next, element == null ? Missing.getInstance() : element), next);
        }
    }

    private Object[] withElement(Object[] values, int[] depth, int[] next, Object element) {
        var result = values.clone();
        for (var i = 0; i < values.length; i++) {
            next[i] = depth[i];
            if (depth[i] != DONE) {
                result[i] = element;
                next[i] = atLeaf(i, depth[i]) ? DONE : depth[i];
            }
        }
        return result;
    }

    private boolean atLeaf(int field, int depth) {
        return depth == fields.get(field).parts().size();
    }

    /** Follows the path until its value or the next array. */
    private void descend(Object[] values, int[] depth, int i) {
        if (depth[i] == DONE) {
            return;
        }
        var parts = fields.get(i).parts();
        var value = values[i];
        var at = depth[i];
        while (at < parts.size() && value instanceof Document document) {
            value = document.getOrMissing(parts.get(at++));
        }
        if (value instanceof Collection<?>) {
            values[i] = value;
            depth[i] = at;
            return;
        }
        var reached = at == parts.size() && !(value instanceof Missing);
        present |= reached;
        values[i] = reached && value != null ? value : Missing.getInstance();
        depth[i] = DONE;
    }
}
