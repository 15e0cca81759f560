package org.xinju.events;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Date;

import io.cloudevents.core.builder.CloudEventBuilder;
import io.cloudevents.kafka.KafkaMessageFactory;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/**
 * An event that waits in its aggregate's document until the broker has it.
 *
 * @param at machine time of the save
 * @param data JSON
 * @param traceparent W3C trace context of the command, null outside a trace
 */
record OutboxEvent(String id, String type, long sequence, Instant at, String data, @Nullable String traceparent) {

    static final String SEQUENCE = "sequence";
    static final String SNAPSHOT = "snapshot";

    Document toDocument() {
        var document = new Document("id", id).append("type", type).append("sequence", sequence).append("at", Date.from(at)).append("data", data);
        return traceparent == null ? document : document.append("trace", traceparent);
    }

    static OutboxEvent fromDocument(Document d) {
        return new OutboxEvent(d.getString("id"), d.getString("type"), d.getLong("sequence"), d.getDate("at").toInstant(),
                d.getString("data"), d.getString("trace"));
    }

    /** The event as a Kafka record: CloudEvents 1.0, binary mode, keyed by the aggregate. */
    ProducerRecord<String, byte[]> toRecord(AggregateType<?, ?> aggregate, String aggregateId, boolean snapshot) {
        var event = CloudEventBuilder.v1()
                .withId(id)
                .withType(type)
                .withSource(URI.create(aggregate.source()))
                .withSubject(aggregateId)
                .withTime(at.atOffset(ZoneOffset.UTC))
                .withDataContentType("application/json")
                .withExtension(SEQUENCE, Long.toString(sequence))
                .withData(data.getBytes(StandardCharsets.UTF_8));
        if (snapshot) {
            event.withExtension(SNAPSHOT, "true");
        }
        ProducerRecord<String, byte[]> message =
                KafkaMessageFactory.<String>createWriter(aggregate.topic(), aggregateId).writeBinary(event.build());
        if (traceparent != null) {
            message.headers().add("traceparent", traceparent.getBytes(StandardCharsets.US_ASCII));
        }
        return message;
    }
}
