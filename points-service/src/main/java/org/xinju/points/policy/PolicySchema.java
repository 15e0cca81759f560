package org.xinju.points.policy;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.SpecificationVersion;
import tools.jackson.core.JsonPointer;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The published JSON Schema and what it has against a document, in sentences. */
final class PolicySchema {

    private static final String RESOURCE = "/policy/policy-version.schema.json";

    private final JsonNode text;
    private final Schema schema;

    PolicySchema() {
        text = JsonMapper.shared().readTree(PolicySchema.class.getResourceAsStream(RESOURCE));
        schema = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12, registry -> registry.schemaRegistryConfig(
                SchemaRegistryConfig.builder().formatAssertionsEnabled(true).build())).getSchema(text);
    }

    Map<String, Object> fields() {
        return JsonMapper.shared().convertValue(text, new TypeReference<>() {});
    }

    /** One fault per place: of several complaints about one value the first is the one to put right. What is missing has no place yet. */
    List<PolicyFault> faults(JsonNode document) {
        var byPlace = new LinkedHashMap<String, PolicyFault>();
        for (var error : schema.validate(document)) {
            var fault = fault(error);
            byPlace.putIfAbsent(error.getKeyword().equals("required") ? fault.path() + "/" + error.getProperty() : fault.path(), fault);
        }
        return List.copyOf(byPlace.values());
    }

    private PolicyFault fault(Error error) {
        var path = pointer(error.getInstanceLocation().toString());
        var rule = JsonPointer.compile(pointer(error.getSchemaLocation().getFragment().toString()));
        var owner = text.at(rule.head());
        return switch (error.getKeyword()) {
            case "required" -> new PolicyFault(path, "\"" + error.getProperty() + "\" is missing",
                    example(error.getProperty(), owner.path("properties").path(error.getProperty())));
            case "additionalProperties", "unevaluatedProperties" ->
                new PolicyFault(path + "/" + error.getProperty(), "nothing of this name belongs here", names(owner));
            case "pattern", "format" -> new PolicyFault(path, error.getInstanceNode() + " does not fit" + describedAs(owner),
                    example(owner));
            default -> new PolicyFault(path, error.getMessage(), example(owner));
        };
    }

    private String example(String property, JsonNode definition) {
        var value = example(definition);
        return value.isEmpty() ? "" : "\"" + property + "\": " + value;
    }

    private String example(JsonNode definition) {
        var target = definition.path("$ref").isString() ? text.at(definition.path("$ref").stringValue().substring(1)) : definition;
        var examples = target.path("examples");
        return examples.isEmpty() ? "" : examples.get(0).toString();
    }

    private static String describedAs(JsonNode owner) {
        var description = owner.path("description").asString("");
        return description.isEmpty() ? "" : ": " + description;
    }

    private static String names(JsonNode owner) {
        return owner.path("properties").propertyNames().isEmpty() ? "" : String.join(", ", owner.path("properties").propertyNames());
    }

    private static String pointer(String location) {
        return location.startsWith("#") ? location.substring(1) : location;
    }
}
