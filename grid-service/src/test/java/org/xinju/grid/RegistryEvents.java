package org.xinju.grid;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import io.cloudevents.core.builder.CloudEventBuilder;
import io.cloudevents.kafka.KafkaMessageFactory;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.kafka.autoconfigure.KafkaConnectionDetails;
import tools.jackson.databind.json.JsonMapper;

import org.xinju.testing.TestIssuer;
import org.xinju.testing.contract.PublishedEvents;

/** Publishes what registry-service publishes, as its contract says. */
public final class RegistryEvents implements AutoCloseable {

    public static final String TOP = "330206004";

    /** Nothing that grid-service opens. */
    private static final String SEALED = "AfcpdycEBegxMz8ogWX8iMKiCqeyQZlSVzHmmpijdE8Y3-DGE-LRx17n";

    private final KafkaProducer<String, byte[]> producer;

    RegistryEvents(KafkaConnectionDetails kafka) {
        producer = new KafkaProducer<>(PublishedEvents.checking(kafka),
                new StringSerializer(), new ByteArraySerializer());
    }

    /** Two districts; in the first a village with two grids and a committee with one, in the second a village with one. */
    public void dagi() {
        area(TOP, null, "SUB_DISTRICT", "大碶街道");
        area("PQ01", TOP, "DISTRICT", "高田王片区");
        area("PQ02", TOP, "DISTRICT", "灵峰片区");
        area("C001", "PQ01", "VILLAGE", "高田王村");
        area("G001", "C001", "GRID", "高田王一网格");
        area("G002", "C001", "GRID", "高田王二网格");
        area("C002", "PQ01", "COMMITTEE", "滨江社区");
        area("G005", "C002", "GRID", "滨江一网格");
        area("C010", "PQ02", "VILLAGE", "灵峰村");
        area("G014", "C010", "GRID", "灵峰一网格");
    }

    public void area(String id, @Nullable String parent, String level, String name) {
        var placement = new HashMap<String, Object>(Map.of("from", "2018-01-01"));
        if (parent != null) {
            placement.put("parent", parent);
        }
        send("registry.areas", "registry.area.added.v1", id, 1, Map.of("id", id, "level", level, "code", "", "name", name, "aliases", List.of(),
                "madeUp", true, "placements", List.of(placement), "ranges", List.of()));
    }

    /** @param status {@code PENDING}, {@code REGISTERED} or {@code LEFT} */
    public void resident(String id, long sequence, String status, String area) {
        var stay = Map.of("registeredOn", "2026-01-01", "area", area, "within", List.of(TOP, area), "grid", true, "address", SEALED);
        send("registry.residents", "registry.resident.registered.v1", id, sequence, Map.of("status", status, "name", SEALED, "birthDate", SEALED,
                "sex", "MALE", "stays", List.of(stay), "within", List.of(TOP, area), "employments", List.of()));
    }

    /** Binds a sign-in of the test issuer. */
    public void binding(String subject, String kind, String target) {
        send("registry.bindings", "registry.binding.bound.v1", UUID.randomUUID().toString(), 1,
                Map.of("issuer", TestIssuer.shared().uri(), "subject", subject, "signIn", TestIssuer.shared().uri() + "|" + subject, "kind", kind, "target", target, "released", false));
    }

    private void send(String topic, String type, String subject, long sequence, Object state) {
        var data = JsonMapper.shared().writeValueAsString(Map.of("state", state, "change", Map.of()));
        var event = CloudEventBuilder.v1().withId(UUID.randomUUID().toString()).withType(type).withSource(URI.create("/registry-service"))
                .withSubject(subject).withTime(OffsetDateTime.now()).withExtension("sequence", Long.toString(sequence))
                .withData("application/json", data.getBytes(StandardCharsets.UTF_8)).build();
        producer.send(KafkaMessageFactory.<String>createWriter(topic, subject).writeBinary(event));
        producer.flush();
    }

    @Override
    public void close() {
        producer.close();
    }
}
