package org.xinju.events;

import java.math.BigDecimal;
import java.util.Map;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonInclude;
import org.bson.Document;
import tools.jackson.core.JacksonException;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** One way to write records, for the store and for the wire: ISO 8601 texts for times, decimal strings for numbers with a scale, no nulls. */
public final class Codec {

    private static final TypeReference<Map<String, Object>> FIELDS = new TypeReference<>() {};

    private static final JsonMapper JSON = JsonMapper.builder()
            .changeDefaultPropertyInclusion(inclusion -> inclusion.withValueInclusion(JsonInclude.Include.NON_NULL))
            .withConfigOverride(BigDecimal.class, o -> o.setFormat(JsonFormat.Value.forShape(JsonFormat.Shape.STRING)))
            .build();

    private Codec() {}

    public static Document toDocument(Object value) {
        return new Document(JSON.convertValue(value, FIELDS));
    }

    public static <T> T fromDocument(Map<String, Object> document, Class<T> type) {
        return JSON.convertValue(document, type);
    }

    public static String toJson(Object value) {
        return JSON.writeValueAsString(value);
    }

    /** One field of a JSON object. @throws IllegalArgumentException if there is none or it does not fit */
    static <T> T fromJson(byte[] json, String field, Class<T> type) {
        try {
            var value = JSON.readTree(json).get(field);
            if (value == null) {
                throw new IllegalArgumentException("no field " + field);
            }
            return JSON.treeToValue(value, type);
        } catch (JacksonException e) {
            throw new IllegalArgumentException("field " + field + " does not fit " + type.getSimpleName(), e);
        }
    }
}
