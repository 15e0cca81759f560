package org.xinju.acceptance.guard;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;

import tools.jackson.databind.JsonNode;

import org.xinju.acceptance.RunningSystem;

/** What the services say that they can do. */
final class Operations {

    static final List<String> SERVICES = List.of("registry", "points", "grid", "notification");

    private static final Set<String> METHODS = Set.of("get", "post", "put", "patch", "delete");

    private Operations() {}

    static JsonNode document(RunningSystem system, String service) {
        return Http.json(system.address(service + "-service") + "/v3/api-docs");
    }

    /** {@code GET /api/grid/cases/{id}}; each path of the loop one by one. */
    static Set<String> all(RunningSystem system) {
        var all = new TreeSet<String>();
        for (var service : SERVICES) {
            document(system, service).path("paths").properties().forEach(path -> path.getValue().properties().stream()
                    .filter(method -> METHODS.contains(method.getKey()))
                    .forEach(method -> all.add(method.getKey().toUpperCase(Locale.ROOT) + " " + path.getKey())));
        }
        var step = "POST /api/grid/cases/{id}/{step}";
        if (all.remove(step)) {
            Http.json(system.address("grid-service") + "/api/grid/loop").path("transitions").valueStream()
                    .forEach(transition -> all.add(step.replace("{step}", transition.path("path").asString())));
        }
        return all;
    }
}
