package org.xinju.points.policy;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import tools.jackson.core.JacksonException;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.xinju.points.policy.PolicyFault.Reason;

/** Reads a policy document. The types it fills know nothing of JSON; how a {@code kind} becomes a type is said here. */
public final class PolicyReader {

    private static final JsonMapper MAPPER = JsonMapper.builder()
            .addMixIn(Scoring.class, ScoringKinds.class)
            .addMixIn(Window.class, WindowKinds.class)
            .addMixIn(Group.class, GroupKinds.class)
            .disable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    private static final TypeReference<Map<String, Object>> FIELDS = new TypeReference<>() {};

    private final PolicySchema schema = new PolicySchema();

    /** The published JSON Schema. */
    public Map<String, Object> schema() {
        return schema.fields();
    }

    /** What stands in a document, for showing it. */
    public static Map<String, Object> fields(String document) {
        return MAPPER.readValue(document, FIELDS);
    }

    /** Reads, checks against the schema, binds and checks what a schema cannot say. Never throws because of the document. */
    public PolicyReading read(String document) {
        try {
            return read(MAPPER.readTree(document));
        } catch (JacksonException broken) {
            var place = broken.getLocation(); // null where a limit is passed
            var example = "{\"reference\": {\"id\": \"DG-DEFAULT\", \"version\": 1}, ...}";
            return new PolicyReading.Faulty(List.of(place == null
                    ? PolicyFault.of("", Reason.NO_JSON_OF_THIS_SIZE, example, broken.getOriginalMessage())
                    : PolicyFault.of("", Reason.NO_JSON, example, broken.getOriginalMessage(), place.getLineNr(), place.getColumnNr())));
        }
    }

    private PolicyReading read(JsonNode document) {
        var faults = schema.faults(document);
        if (!faults.isEmpty()) {
            return new PolicyReading.Faulty(faults);
        }
        try {
            var version = MAPPER.treeToValue(document, PolicyVersion.class);
            faults = PolicyChecks.faults(version);
            return faults.isEmpty() ? new PolicyReading.Sound(version) : new PolicyReading.Faulty(faults);
        } catch (JacksonException unfit) { // what a schema takes for a number or a text, and no number or text of ours can be
            var path = unfit.getPath().stream().map(step -> "/" + (step.getPropertyName() == null ? step.getIndex() : step.getPropertyName()))
                    .collect(Collectors.joining());
            return new PolicyReading.Faulty(List.of(PolicyFault.of(path, Reason.UNREADABLE, "")));
        }
    }

    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
    @JsonSubTypes({
        @JsonSubTypes.Type(value = Scoring.Linear.class, name = "linear"),
        @JsonSubTypes.Type(value = Scoring.FullMonths.class, name = "full-months"),
        @JsonSubTypes.Type(value = Scoring.TierBonus.class, name = "tier-bonus"),
        @JsonSubTypes.Type(value = Scoring.AgeTable.class, name = "age-table"),
        @JsonSubTypes.Type(value = Scoring.StepTable.class, name = "step-table"),
        @JsonSubTypes.Type(value = Scoring.HighestLevel.class, name = "highest-level"),
        @JsonSubTypes.Type(value = Scoring.Flat.class, name = "flat"),
        @JsonSubTypes.Type(value = Scoring.Each.class, name = "each"),
        @JsonSubTypes.Type(value = Scoring.Continuous.class, name = "continuous"),
        @JsonSubTypes.Type(value = Scoring.Progressive.class, name = "progressive"),
        @JsonSubTypes.Type(value = Scoring.Shared.class, name = "shared"),
        @JsonSubTypes.Type(value = Scoring.Sum.class, name = "sum"),
        @JsonSubTypes.Type(value = Scoring.EitherOf.class, name = "either-of")
    })
    private interface ScoringKinds {}

    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
    @JsonSubTypes({
        @JsonSubTypes.Type(value = Window.Ever.class, name = "ever"),
        @JsonSubTypes.Type(value = Window.Current.class, name = "current"),
        @JsonSubTypes.Type(value = Window.CalendarYear.class, name = "calendar-year"),
        @JsonSubTypes.Type(value = Window.LookBack.class, name = "look-back")
    })
    private interface WindowKinds {}

    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
    @JsonSubTypes({
        @JsonSubTypes.Type(value = Group.Capped.class, name = "capped"),
        @JsonSubTypes.Type(value = Group.EitherOf.class, name = "either-of")
    })
    private interface GroupKinds {}
}
