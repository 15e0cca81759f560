package org.xinju.points.policy;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.SpecificationVersion;
import tools.jackson.core.JsonPointer;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.xinju.points.policy.PolicyFault.Reason;

/** The published JSON Schema and what it has against a document. */
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
        var keyword = error.getKeyword();
        return switch (keyword) {
            case "required" -> PolicyFault.of(path, Reason.MISSING,
                    example(error.getProperty(), owner.path("properties").path(error.getProperty())), error.getProperty());
            case "additionalProperties", "unevaluatedProperties" ->
                PolicyFault.of(path + "/" + error.getProperty(), Reason.UNKNOWN_NAME, names(owner));
            case "pattern", "format" ->
                PolicyFault.of(path, Reason.UNFIT, example(owner), error.getInstanceNode(), owner.path("description").asString(keyword));
            case "type", "enum", "minimum", "maximum", "minItems", "maxItems", "minLength", "maxLength" ->
                PolicyFault.of(path, Reason.valueOf(keyword.toUpperCase(Locale.ROOT)), example(owner), said(text.at(rule)));
            default -> PolicyFault.of(path, Reason.SCHEMA, example(owner), keyword, error.getMessage());
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

    /** What the schema says there, without the marks of JSON. */
    private static String said(JsonNode rule) {
        return rule.isArray() ? rule.valueStream().map(JsonNode::asString).collect(Collectors.joining(", ")) : rule.asString();
    }

    private static String names(JsonNode owner) {
        return owner.path("properties").propertyNames().isEmpty() ? "" : String.join(", ", owner.path("properties").propertyNames());
    }

    private static String pointer(String location) {
        return location.startsWith("#") ? location.substring(1) : location;
    }
}
