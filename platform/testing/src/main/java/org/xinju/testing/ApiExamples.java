package org.xinju.testing;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.dialect.Dialects;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** What holds for the API page of every service: each call is described and shows by example what it takes and gives, and the examples fit. */
public final class ApiExamples {

    private static final String BASE = "https://xinju.example/api.json";
    private static final Set<String> ACTS = Set.of("get", "post", "put", "patch", "delete");
    private static final Set<String> NAMES_ITSELF = Set.of("cursor", "limit");

    private final JsonNode page;
    private final SchemaRegistry registry;
    private final List<String> faults = new ArrayList<>();
    private final Set<String> ids = new HashSet<>();

    private ApiExamples(JsonNode page) {
        this.page = page;
        this.registry = SchemaRegistry.withDefaultDialect(Dialects.getOpenApi31(), builder -> builder.schemas(Map.of(BASE, strict(page).toString()))
                .schemaRegistryConfig(SchemaRegistryConfig.builder().formatAssertionsEnabled(true).build()));
    }

    /** The page of a service that listens on a port of this machine. */
    public static JsonNode page(int port) {
        return new Api("http://localhost:" + port, "").get("/v3/api-docs").body();
    }

    /**
     * @param page as served under {@code /v3/api-docs}
     * @return what is missing or wrong, in words; empty when nothing is
     */
    public static List<String> faults(JsonNode page) {
        if (page.path("paths").isEmpty()) {
            return List.of("no page of calls: " + page);
        }
        var examples = new ApiExamples(page);
        page.path("paths").forEachEntry((path, calls) -> calls.forEachEntry((act, call) -> {
            if (ACTS.contains(act)) {
                examples.check(act + " " + path, "/paths/" + path.replace("~", "~0").replace("/", "~1") + "/" + act, call);
            }
        }));
        return examples.faults;
    }

    /** What a call is shown to take, so that a test can try whether it does. */
    public static JsonNode request(JsonNode page, String operationId) {
        return page.path("paths").valueStream().flatMap(JsonNode::valueStream).filter(call -> call.path("operationId").asString("").equals(operationId))
                .map(call -> call.at("/requestBody/content/application~1json/example")).findFirst().orElseThrow();
    }

    /** An example may hold nothing that its schema does not know. */
    private static JsonNode strict(JsonNode page) {
        var strict = page.deepCopy();
        strict.path("components").path("schemas").forEach(schema -> {
            if (schema instanceof ObjectNode object && object.has("properties") && !object.has("additionalProperties")) {
                object.put("additionalProperties", false);
            }
        });
        return strict;
    }

    private void check(String name, String where, JsonNode call) {
        if (call.path("summary").asString("").isBlank() || call.path("description").asString("").isBlank()) {
            faults.add(name + " has no summary or no description");
        }
        if (!call.path("operationId").asString("").matches("[a-z][A-Za-z]*\\.[a-zA-Z]+") || !ids.add(call.path("operationId").asString(""))) {
            faults.add(name + " has no operationId of its own");
        }
        var parameters = call.path("parameters");
        for (var i = 0; i < parameters.size(); i++) {
            parameter(name, where + "/parameters/" + i, parameters.get(i));
        }
        contents(name + " request", where + "/requestBody", call.path("requestBody"));
        call.path("responses").forEachEntry((status, answer) -> {
            if (status.startsWith("2")) {
                contents(name + " answer " + status, where + "/responses/" + status, answer);
            }
        });
    }

    private void parameter(String name, String where, JsonNode parameter) {
        var named = name + " parameter " + parameter.path("name").asString();
        if (parameter.path("description").asString("").isBlank()) {
            faults.add(named + " is not described");
        }
        if (parameter.has("example")) {
            fits(named, where + "/schema", parameter.path("example"));
        } else if (!parameter.path("schema").has("default") && !NAMES_ITSELF.contains(parameter.path("name").asString())) {
            faults.add(named + " has no example");
        }
    }

    private void contents(String name, String where, JsonNode owner) {
        owner.path("content").forEachEntry((type, content) -> {
            if (type.startsWith("multipart/") || type.startsWith("image/") || type.equals("application/octet-stream")) {
                return; // a file
            }
            if (!content.has("example")) {
                faults.add(name + " has no example");
            } else {
                fits(name, where + "/content/" + type.replace("/", "~1") + "/schema", content.path("example"));
            }
        });
    }

    private void fits(String name, String schema, JsonNode example) {
        if (page.at(schema).isMissingNode()) {
            faults.add(name + " has no schema");
            return;
        }
        registry.getSchema(SchemaLocation.of(BASE + "#" + schema)).validate(example).forEach(error -> faults.add(name + " example: " + error));
    }
}
