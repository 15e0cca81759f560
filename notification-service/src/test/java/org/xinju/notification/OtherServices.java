package org.xinju.notification;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;

import io.cloudevents.core.builder.CloudEventBuilder;
import io.cloudevents.kafka.KafkaMessageFactory;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.kafka.autoconfigure.KafkaConnectionDetails;
import tools.jackson.databind.json.JsonMapper;

import org.xinju.privacy.FieldClass;
import org.xinju.privacy.KeyFolder;
import org.xinju.privacy.Sealing;
import org.xinju.testing.contract.PublishedEvents;

/** Publishes what the other services publish, as their contracts say. */
public final class OtherServices implements AutoCloseable {

    private static final List<String> WITHIN = List.of("330206004", "PQ01", "C001", "G001");

    private final KafkaProducer<String, byte[]> producer;
    private final Sealing sealing;

    OtherServices(KafkaConnectionDetails kafka, KeyFolder keys) {
        producer = new KafkaProducer<>(PublishedEvents.checking(kafka),
                new StringSerializer(), new ByteArraySerializer());
        sealing = keys.sealing(Set.of(FieldClass.NAME, FieldClass.PHONE, FieldClass.CODE, FieldClass.BIRTH_DATE, FieldClass.ADDRESS));
    }

    /** An event on its way. */
    public record Event(String topic, String id, String type, String subject, long sequence, Instant at, boolean snapshot, Map<String, ?> data) {

        /** The same state, published again. */
        public Event asSnapshot() {
            var kind = type.substring(0, type.lastIndexOf('.', type.length() - ".v1".length() - 1));
            return new Event(topic, id, kind + ".snapshot.v1", subject, sequence, at, true, Map.of("state", Objects.requireNonNull(data.get("state")),
                    "change", Map.of()));
        }

        public Event from(Instant moment) {
            return new Event(topic, id, type, subject, sequence, moment, snapshot, data);
        }
    }

    public static Event event(String topic, String type, String subject, Map<String, ?> state, Map<String, ?> change) {
        return new Event(topic, UUID.randomUUID().toString(), type, subject, 1, Instant.now(), false, Map.of("state", state, "change", change));
    }

    /** @param phone null: none is registered */
    public Event registered(String resident, String name, @Nullable String phone) {
        return resident("registered", resident, name, phone, "REGISTERED");
    }

    public Event resident(String what, String resident, String name, @Nullable String phone, String status) {
        var stay = Map.of("registeredOn", "2026-11-25", "area", "G001", "within", WITHIN, "grid", true, "address",
                sealing.seal(FieldClass.ADDRESS, resident, "高田王 5号 201室").text());
        var state = new HashMap<String, Object>(Map.of("status", status, "name", sealing.seal(FieldClass.NAME, resident, name).text(), "sex", "FEMALE",
                "birthDate", sealing.seal(FieldClass.BIRTH_DATE, resident, "1990-09-09").text(), "within", WITHIN, "stays", List.of(stay), "employments", List.of()));
        if (phone != null) {
            state.put("phone", sealing.seal(FieldClass.PHONE, resident, phone).text());
            state.put("phoneKind", phone.startsWith("1") ? "MOBILE" : "LANDLINE");
        }
        return event("registry.residents", "registry.resident." + what + ".v1", resident, state, Map.of());
    }

    public Event code(String resident, String code, Instant expiresAt) {
        return event("registry.bindingCodes", "registry.binding-code.issued.v1", resident,
                Map.of("resident", resident, "expiresAt", expiresAt.toString()),
                Map.of("code", sealing.seal(FieldClass.CODE, resident, code).text()));
    }

    public static Event threshold(String what, String resident, String score) {
        return event("points.accounts", "points.account.threshold-" + what + ".v1", resident,
                Map.of("policy", "DG-DEFAULT@1", "score", score, "standing", "REACHED", "on", "2026-11-25", "within", WITHIN),
                Map.of("threshold", "100.00", "score", score));
    }

    /** @param reporter null: anonymous */
    public static Event caseStep(String step, String number, @Nullable String reporter) {
        var state = new HashMap<String, Object>(Map.of("number", number, "state", "REPORTED", "category", "hazard.fire", "severity", "GENERAL",
                "openness", reporter == null ? "ANONYMOUS" : "NAMED", "area", "G001", "within", WITHIN, "level", "GRID"));
        state.put("colour", "GREEN");
        state.put("dueAt", "2026-12-02T09:00:00Z");
        state.put("reportedAt", "2026-11-25T01:30:00Z");
        if (reporter != null) {
            state.put("reporter", Map.of("kind", "RESIDENT", "id", reporter));
        }
        return event("grid.cases", "grid.case." + step + ".v1", UUID.randomUUID().toString(), state, switch (step) {
            case "accepted" -> Map.of("severity", "GENERAL");
            case "dispatched" -> Map.of("unit", "G001", "level", "GRID");
            default -> Map.of();
        });
    }

    public Event bound(String signIn, String kind, String target, boolean released) {
        return event("registry.bindings", "registry.binding." + (released ? "released" : "bound") + ".v1", signIn + "/" + target,
                binding(signIn, kind, target, released), Map.of());
    }

    public static Map<String, Object> binding(String signIn, String kind, String target, boolean released) {
        return Map.of("issuer", signIn.substring(0, signIn.indexOf('|')), "subject", signIn.substring(signIn.indexOf('|') + 1), "signIn", signIn,
                "kind", kind, "target", target, "released", released);
    }

    public void publish(Event... events) {
        for (var e : events) {
            var built = CloudEventBuilder.v1().withId(e.id()).withType(e.type()).withSource(URI.create("/" + e.type().substring(0, e.type().indexOf('.')) + "-service")).withSubject(e.subject())
                    .withTime(e.at().atOffset(ZoneOffset.UTC)).withExtension("sequence", Long.toString(e.sequence()))
                    .withData("application/json", JsonMapper.shared().writeValueAsString(e.data()).getBytes(StandardCharsets.UTF_8));
            if (e.snapshot()) {
                built.withExtension("snapshot", "true");
            }
            producer.send(KafkaMessageFactory.<String>createWriter(e.topic(), e.subject()).writeBinary(built.build()));
        }
        producer.flush();
    }

    @Override
    public void close() {
        producer.close();
    }
}
