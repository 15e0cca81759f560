package org.xinju.acceptance.guard;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;

import tools.jackson.databind.JsonNode;

import org.xinju.acceptance.RunningSystem;

/** What the services say that they can do. A call is named {@code GET /api/grid/cases/{id}}; each path of the loop is one. */
final class Operations {

    static final List<String> SERVICES = List.of("registry", "points", "grid", "notification");

    private static final Set<String> METHODS = Set.of("get", "post", "put", "patch", "delete");
    private static final String CASE = "/api/grid/cases/{id}/";
    private static final String ANY_STEP = CASE + "{step}";

    private final Map<String, JsonNode> documents = new LinkedHashMap<>();
    private final List<String> steps;

    Operations(RunningSystem system) {
        SERVICES.forEach(service -> {
            var document = Http.json(system.address(service + "-service") + "/v3/api-docs");
            if (document.path("paths").isEmpty()) {
                throw new IllegalStateException(service + "-service does not say what it can do: " + document);
            }
            documents.put(service, document);
        });
        steps = Http.json(system.address("grid-service") + "/api/grid/loop").path("transitions").valueStream()
                .map(transition -> transition.path("path").asString()).distinct().toList();
    }

    /** Paths of the loop. */
    List<String> steps() {
        return steps;
    }

    Set<String> all() {
        var all = new TreeSet<String>();
        documents.values().forEach(document -> document.path("paths").forEachEntry((path, methods) -> methods.propertyNames().stream()
                .filter(METHODS::contains).map(method -> method.toUpperCase(Locale.ROOT) + " " + path).forEach(all::add)));
        if (all.remove("POST " + ANY_STEP)) {
            steps.forEach(step -> all.add("POST " + CASE + step));
        }
        return all;
    }

    List<Parameter> parameters(String call) {
        return described(call).path("parameters").valueStream()
                .map(one -> new Parameter(template(call), one.path("name").asString(), one.path("in").asString())).toList();
    }

    /** What the JSON of a call consists of; the same text for calls that take the same. Empty where nothing is described. */
    String body(String call) {
        return described(call).path("requestBody").path("content").path("application/json").path("schema").path("$ref").asString("").replaceAll(".*/", "");
    }

    /** Whether a form with a file is sent to it. */
    boolean takesFile(String call) {
        return described(call).path("requestBody").path("content").has("multipart/form-data");
    }

    /** Names of the fields of {@link #body}. */
    Set<String> fields(String call) {
        return new TreeSet<>(document(call).path("components").path("schemas").path(body(call)).path("properties").propertyNames());
    }

    /** The service that answers a call, as components are named. */
    static String service(String call) {
        return call.split("/")[2] + "-service";
    }

    private JsonNode document(String call) {
        return Objects.requireNonNull(documents.get(call.split("/")[2]));
    }

    private JsonNode described(String call) {
        return document(call).path("paths").path(template(call)).path(call.substring(0, call.indexOf(' ')).toLowerCase(Locale.ROOT));
    }

    /** Under which a call is described: all steps are under one. */
    private String template(String call) {
        var path = call.substring(call.indexOf(' ') + 1).replaceAll("\\?.*", "");
        return path.startsWith(CASE) && steps.contains(path.substring(CASE.length())) ? ANY_STEP : path;
    }
}
