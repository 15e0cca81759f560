package org.xinju.acceptance;

import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import org.bson.Document;
import org.bson.types.Binary;
import org.bson.types.ObjectId;

/**
 * Everything the services have stored, so that two runs of the same story can be compared: what differs from run to run (ids, times, sealed
 * values, how often something was saved) is replaced by what it is, and the rest stands there in order.
 */
final class StoredState {

    /** How often somebody looked while waiting is no part of the story; that somebody looked is. */
    private static final Set<String> LOOKS = Set.of("accesses", "accessLog", "access");
    /** How many saves it took, and which commands were kept to be answered again. */
    private static final Set<String> COUNTERS = Set.of("version", "sequence", "keys", "outbox");

    private StoredState() {}

    /** The databases of services. */
    static List<String> databases(MongoClient store) {
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
            case List<?> list -> list.stream().map(StoredState::normal).toList();
            case Date _ -> "time";
            case Binary _, ObjectId _ -> value.getClass().getSimpleName();
            case String text -> normal(text);
            default -> value;
        };
    }

    private static Map<String, Object> normal(Document document) {
        return document.entrySet().stream().filter(field -> !COUNTERS.contains(field.getKey()) && field.getValue() != null)
                .collect(Collectors.toMap(field -> normal(field.getKey()), field -> normal(field.getValue()), (a, _) -> a, TreeMap::new));
    }

    private static String normal(String text) {
        return text.replaceAll("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}", "id")
                .replaceAll("\\d{4}-\\d{2}-\\d{2}T[0-9:.]+Z?", "time")
                .replaceAll("localhost:\\d+", "localhost");
    }
}
