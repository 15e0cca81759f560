package org.xinju.store.watch;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;

import de.bwaldvogel.mongo.bson.Document;
import org.jspecify.annotations.Nullable;

/** Counts queries by collection, shape and index. What has no index is a scan: each looks at every document. */
public final class Scans {

    /** Shapes beyond this many are counted together: names that are data must not fill the memory. */
    private static final int SHAPES = 1_000;

    private static final String SCAN = "none";

    private record Key(String namespace, String shape, String index) {}

    private record Count(LongAdder queries, LongAdder examined) {}

    private final Map<Key, Count> counts = new ConcurrentHashMap<>();

    /**
     * @param index    the index that gave the candidates; null for a scan
     * @param examined documents looked at
     */
    public void record(String namespace, Document filter, @Nullable Document orderBy, @Nullable String index, long examined) {
        var key = new Key(namespace, Shape.of(filter, orderBy), index == null ? SCAN : index);
        var count = counts.get(key);
        if (count == null) {
            var known = counts.size() < SHAPES ? key : new Key(namespace, "other", key.index);
            count = counts.computeIfAbsent(known, _ -> new Count(new LongAdder(), new LongAdder()));
        }
        count.queries.increment();
        count.examined.add(examined);
    }

    /** One document for each kind of query: {@code ns, shape, index, queries, examined}; scans first. */
    public List<Document> report() {
        return sorted().stream()
            .map(entry -> new Document("ns", entry.getKey().namespace).append("shape", entry.getKey().shape)
                .append("index", entry.getKey().index).append("queries", entry.getValue().queries.sum())
                .append("examined", entry.getValue().examined.sum()))
            .toList();
    }

    /** Prometheus text format, version 0.0.4. */
    public String toPrometheus() {
        var text = new StringBuilder(1 << 12);
        family(text, "xinju_store_queries_total", "Queries by collection, shape and index; index none is a scan.", Count::queries);
        family(text, "xinju_store_examined_documents_total", "Documents that these queries looked at.", Count::examined);
        return text.toString();
    }

    private void family(StringBuilder text, String name, String help, java.util.function.Function<Count, LongAdder> value) {
        text.append("# HELP ").append(name).append(' ').append(help).append("\n# TYPE ").append(name).append(" counter\n");
        for (var entry : sorted()) {
            var key = entry.getKey();
            text.append(name).append("{collection=\"").append(escaped(key.namespace)).append("\",shape=\"").append(escaped(key.shape))
                .append("\",index=\"").append(escaped(key.index)).append("\"} ").append(value.apply(entry.getValue()).sum()).append('\n');
        }
    }

    private static String escaped(String label) {
        return label.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n");
    }

    private List<Map.Entry<Key, Count>> sorted() {
        return counts.entrySet().stream()
            .sorted(Comparator.comparing((Map.Entry<Key, Count> entry) -> !entry.getKey().index.equals(SCAN))
                .thenComparing(entry -> entry.getKey().toString()))
            .toList();
    }
}
