package org.xinju.acceptance.guard;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

import com.mongodb.client.MongoClients;

import org.xinju.acceptance.RunningSystem;
import org.xinju.acceptance.StoredState;

/** Every document of every service, to see what has changed between two moments. Looks are left out: a search that finds nothing is written down too. */
final class StoreDump {

    private final Map<String, String> documents = new TreeMap<>();

    static StoreDump of(RunningSystem system) {
        var dump = new StoreDump();
        try (var store = MongoClients.create(system.store())) {
            for (var name : StoredState.databases(store)) {
                var database = store.getDatabase(name);
                for (var collection : database.listCollectionNames()) {
                    if (!StoredState.LOOKS.contains(collection)) {
                        database.getCollection(collection).find()
                                .forEach(document -> dump.documents.put(name + "." + collection + " " + document.get("_id"), document.toJson()));
                    }
                }
            }
        }
        return dump;
    }

    /** Names of the documents that came, went or are not the same. */
    Set<String> changesUntil(StoreDump later) {
        var changed = new TreeSet<String>();
        documents.forEach((name, document) -> {
            if (!document.equals(later.documents.get(name))) {
                changed.add(name);
            }
        });
        later.documents.keySet().stream().filter(name -> !documents.containsKey(name)).forEach(changed::add);
        return changed;
    }
}
