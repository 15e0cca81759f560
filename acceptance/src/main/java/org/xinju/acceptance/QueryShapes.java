package org.xinju.acceptance;

import java.io.IOException;
import java.nio.file.Files;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

import com.mongodb.client.MongoClients;
import org.bson.Document;

/** Kinds of queries that services put to the store: database and collection, filter and order without values, served by an index or not. */
final class QueryShapes {

    private static final String LIST = "docs/store-queries.md";

    private QueryShapes() {}

    /** Those of a running system, as lines of the list. */
    static Set<String> of(RunningSystem system) {
        try (var client = MongoClients.create(system.store())) {
            return client.getDatabase("admin").runCommand(new Document("xinjuScans", 1)).getList("queries", Document.class).stream()
                    .map(query -> "| `%s` | `%s` | %s |".formatted(query.getString("ns"), query.getString("shape"),
                            query.getString("index").equals("none") ? "scan" : "index"))
                    .collect(Collectors.toCollection(TreeSet::new));
        }
    }

    /** Those that the documentation lists. */
    static Set<String> listed() throws IOException {
        return Files.readAllLines(RunningSystem.root().resolve(LIST)).stream().filter(line -> line.startsWith("| `"))
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
