package org.xinju.store.index;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;

import de.bwaldvogel.mongo.MongoCollection;
import de.bwaldvogel.mongo.backend.Index;
import de.bwaldvogel.mongo.backend.IndexKey;
import de.bwaldvogel.mongo.backend.KeyValue;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.exception.DuplicateKeyError;
import org.jspecify.annotations.Nullable;

/** A sorted map from keys to places. Not safe for threads: the collection that owns it locks. */
public final class OrderedIndex extends Index<Slot> {

    /** Key values and the number of the place; fewer values than fields make a bound before or after all keys that begin with them. */
    private record Entry(Object[] values, long sequence) {}

    private final List<IndexField> fields;
    private final boolean unique;
    private final NavigableMap<Entry, Slot> entries = new TreeMap<>(order());
    private final BitSet arrays = new BitSet();

    public OrderedIndex(String name, List<IndexKey> keys, boolean unique, boolean sparse) {
        super(name, List.copyOf(keys), sparse);
        this.fields = keys.stream().map(key -> new IndexField(key.getKey(), key.isAscending())).toList();
        this.unique = unique;
    }

    private Comparator<Entry> order() {
        return (a, b) -> {
            var values = compare(a.values, b.values);
            return values != 0 ? values : Long.compare(a.sequence, b.sequence);
        };
    }

    int compare(Object[] a, Object[] b) {
        for (var i = 0; i < Math.min(a.length, b.length); i++) {
            var order = ValueOrder.compare(a[i], b[i]);
            if (order != 0) {
                return fields.get(i).ascending() ? order : -order;
            }
        }
        return 0;
    }

    public List<IndexField> fields() {
        return fields;
    }

    /** Whether any document ever reached this field through an array. */
    boolean isArray(int field) {
        return arrays.get(field);
    }

    boolean hasArrays() {
        return !arrays.isEmpty();
    }

    boolean sparse() {
        return isSparse();
    }

    /** The places of a stretch, in the order of the index or against it; one place may come more than once where there are arrays. */
    Iterable<Slot> walk(Interval interval, boolean backwards) {
        if (compare(interval.low(), interval.high()) > 0) {
            return List.of();
        }
        var stretch = entries.subMap(new Entry(interval.low(), Long.MIN_VALUE), true, new Entry(interval.high(), Long.MAX_VALUE), true);
        return backwards ? stretch.descendingMap().values() : stretch.values();
    }

    @Override
    public void checkAdd(Document document, MongoCollection<Slot> collection) {
        checkFree(document, null, collection);
    }

    /** Refuses the after-image of a document whose keys another document has. */
    public void checkReplace(Slot slot, Document after, MongoCollection<Slot> collection) {
        checkFree(after, slot, collection);
    }

    private void checkFree(Document document, @Nullable Slot own, MongoCollection<Slot> collection) {
        if (!unique && fields.size() == 1) {
            return;
        }
        var extracted = IndexKeys.of(document, fields);    // also refuses parallel arrays
        if (!unique || !holds(extracted)) {
            return;
        }
        for (var key : extracted.keys()) {
            var first = entries.ceilingEntry(new Entry(key, Long.MIN_VALUE));
            while (first != null && compare(first.getKey().values, key) == 0) {
                if (first.getValue() != own) {
                    throw new DuplicateKeyError(this, collection, getKeys(), printable(key));
                }
                first = entries.higherEntry(first.getKey());
            }
        }
    }

    private static KeyValue printable(Object[] key) {
        var values = new ArrayList<@Nullable Object>();
        for (var value : key) {
            values.add(ValueOrder.rank(value) <= ValueOrder.NULL ? null : value);
        }
        return new KeyValue(values);
    }

    private boolean holds(IndexKeys extracted) {
        return !isSparse() || extracted.present();
    }

    @Override
    public void add(Document document, Slot slot, MongoCollection<Slot> collection) {
        var extracted = IndexKeys.of(document, fields);
        if (holds(extracted)) {
            arrays.or(extracted.arrays());
            extracted.keys().forEach(key -> entries.put(new Entry(key, slot.sequence()), slot));
        }
    }

    public void remove(Document document, Slot slot) {
        IndexKeys.of(document, fields).keys().forEach(key -> entries.remove(new Entry(key, slot.sequence())));
    }

    @Override
    public void updateInPlace(Document before, Document after, Slot slot, MongoCollection<Slot> collection) {
        var old = IndexKeys.of(before, fields);
        var now = IndexKeys.of(after, fields);
        if (holds(old) != holds(now) || !same(old.keys(), now.keys())) {
            remove(before, slot);
            add(after, slot, collection);
        }
    }

    private boolean same(List<Object[]> a, List<Object[]> b) {
        return a.size() == b.size() && Arrays.equals(a.toArray(Object[][]::new), b.toArray(Object[][]::new), this::compare);
    }

    @Override
    public boolean isUnique() {
        return unique;
    }

    @Override
    public long getCount() {
        return entries.size();
    }

    @Override
    public long getDataSize() {
        return entries.size() * 100L;    // heap of an entry, roughly
    }

    @Override
    public void drop() {
        entries.clear();
    }

    // What follows are the library's questions to its own unique indexes; StoreCollection plans and stores by itself and asks none.

    @Override
    public boolean canHandle(Document query) {
        return false;
    }

    @Override
    public Iterable<Slot> getPositions(Document query) {
        throw new UnsupportedOperationException("asked only when canHandle says so");
    }

    @Override
    public Slot getPosition(Document document) {
        throw new UnsupportedOperationException("the collection knows its places");
    }

    @Override
    public Slot remove(Document document) {
        throw new UnsupportedOperationException("a key belongs to a place: remove(document, slot)");
    }

    @Override
    public void checkUpdate(Document before, Document after, MongoCollection<Slot> collection) {
        throw new UnsupportedOperationException("a key belongs to a place: checkReplace(slot, after)");
    }
}
