package org.xinju.acceptance;

import java.util.ArrayList;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import org.bson.Document;
import org.bson.types.Binary;
import org.bson.types.ObjectId;

/**
 * Everything the services have stored, so that two runs of the same story can be compared: what differs from run to run (ids, times, sealed
 * values, how often something was saved) is replaced by what it is, and the rest stands there in order.
 */
public final class StoredState {

    /** Collections of who looked at whom. How often somebody looked while waiting is no part of the story; that somebody looked is. */
    public static final Set<String> LOOKS = Set.of("accesses", "publishedAccesses");
    /** How many saves it took, which commands were kept to be answered again, and how the entries of a log are chained. */
    private static final Set<String> COUNTERS = Set.of("version", "sequence", "keys", "outbox", "changes", "previous", "hash");
    private static final String CHAIN = "chain";
    /** Sequences of events count on from the microseconds since 1970. */
    private static final long LEAST_SEQUENCE = 1_000_000_000_000_000L;

    /** What texts contain that no two runs share, in the order in which it is replaced. */
    private static final Map<Pattern, String> PECULIAR = new LinkedHashMap<>();

    static {
        PECULIAR.put(Pattern.compile("[a-z]+-service\\.\\d{8}T\\d{6}\\.[0-9a-f]{16}(:\\d+)?"), "entry");
        PECULIAR.put(Pattern.compile("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}"), "id");
        PECULIAR.put(Pattern.compile("^\\d{13,19}-id$"), "position");
        PECULIAR.put(Pattern.compile("[0-9a-f]{8}\\.[A-Za-z0-9_-]{43}"), "index");
        PECULIAR.put(Pattern.compile("^[A-Za-z0-9_-]{40,}$"), "sealed");
        PECULIAR.put(Pattern.compile("\\d{4}-\\d{2}-\\d{2}T[0-9:.]+Z?"), "time");
        PECULIAR.put(Pattern.compile("PT[0-9.HM]+S"), "duration");
        PECULIAR.put(Pattern.compile("DG-\\d{8}-\\d{5,}"), "case-number");
        PECULIAR.put(Pattern.compile("localhost:\\d+"), "localhost");
    }

    private StoredState() {}

    /** The databases of services. */
    public static List<String> databases(MongoClient store) {
        var names = new ArrayList<String>();
        store.listDatabaseNames().into(names);
        names.removeAll(Set.of("admin", "config", "local"));
        return names;
    }

    /** @return lines by {@code database.collection}; equal lines stand there as often as there are such documents */
    static Map<String, List<String>> of(RunningSystem system) {
        var state = new TreeMap<String, List<String>>();
        try (var store = MongoClients.create(system.store())) {
            for (var name : databases(store)) {
                var database = store.getDatabase(name);
                for (var collection : database.listCollectionNames()) {
                    var lines = new ArrayList<String>();
                    database.getCollection(collection).find().forEach(document -> lines.add(normal(document).toString()));
                    state.put(name + "." + collection, LOOKS.contains(collection) ? lines.stream().distinct().sorted().toList()
                            : lines.stream().sorted().toList());
                }
            }
        }
        return state;
    }

    private static Object normal(Object value) {
        return switch (value) {
            case Document document -> normal(document);
            case List<?> list when list.stream().allMatch(String.class::isInstance) -> list.stream().map(StoredState::normal).sorted().toList();
            case List<?> list -> list.stream().map(StoredState::normal).toList();
            case Date _ -> "time";
            case Long number when number > LEAST_SEQUENCE -> "sequence";
            case Binary _, ObjectId _ -> value.getClass().getSimpleName();
            case String text -> normal(text);
            default -> value;
        };
    }

    private static Map<String, Object> normal(Document document) {
        var fields = new TreeMap<String, Object>();
        document.forEach((name, value) -> {
            var place = name.equals("number") && document.containsKey(CHAIN);
            if (value != null && !COUNTERS.contains(name) && !place) {
                fields.put(normal(name), normal(value));
            }
        });
        return fields;
    }

    private static String normal(String text) {
        var normal = text;
        for (var peculiar : PECULIAR.entrySet()) {
            normal = peculiar.getKey().matcher(normal).replaceAll(peculiar.getValue());
        }
        return normal;
    }
}
