package org.xinju.points;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
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

/** Publishes what registry-service publishes, as its contract says. */
final class RegistryEvents implements AutoCloseable {

    private final KafkaProducer<String, byte[]> producer;
    private final Sealing sealing;

    RegistryEvents(KafkaConnectionDetails kafka, KeyFolder keys) {
        producer = new KafkaProducer<>(PublishedEvents.checking(kafka),
                new StringSerializer(), new ByteArraySerializer());
        sealing = keys.sealing(Set.of(FieldClass.BIRTH_DATE, FieldClass.NAME, FieldClass.ADDRESS));
    }

    /** @param hiredOn null: no employer has reported the person */
    void resident(String id, long sequence, String birthDate, String registeredOn, @Nullable String hiredOn, String grid) {
        var within = List.of("330206004", "PQ01", "C001", grid);
        var employments = hiredOn == null ? List.of() : List.of(Map.of("enterprise", "91990206TTTT00014L", "occupation", "焊工", "from",
                hiredOn));
        var state = Map.of("status", "REGISTERED", "name", sealing.seal(FieldClass.NAME, id, "王小明").text(), "birthDate", sealing.seal(FieldClass.BIRTH_DATE, id, birthDate).text(), "sex", "MALE",
                "stays", List.of(Map.of("registeredOn", registeredOn, "area", grid, "within", within, "grid", true, "address",
                sealing.seal(FieldClass.ADDRESS, id, "高田王 5号 201室").text())),
                "within", within, "employments", employments);
        send("registry.residents", "registry.resident.registered.v1", id, sequence, state);
    }

    void binding(String id, String signIn, String resident) {
        send("registry.bindings", "registry.binding.bound.v1", id, 1,
                Map.of("issuer", signIn.substring(0, signIn.indexOf('|')), "subject", signIn.substring(signIn.indexOf('|') + 1), "signIn", signIn, "kind", "RESIDENT", "target", resident, "released", false));
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
