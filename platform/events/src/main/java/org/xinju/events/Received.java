package org.xinju.events;

import java.time.Instant;

import io.cloudevents.kafka.KafkaMessageFactory;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/**
 * An event as a consumer receives it.
 *
 * @param subject id of the aggregate
 * @param sequence newer states of one aggregate have greater numbers; says nothing across aggregates
 * @param snapshot a republished state: intakes take it, recomputes run, inserts ignore it
 * @param data JSON: {@code {"state": {...}, "change": {...}}}
 */
public record Received(String id, String type, String subject, long sequence, boolean snapshot, Instant at, byte[] data) {

    /** @throws IllegalArgumentException if the record is no CloudEvent of this protocol: permanent, goes to the dead letters */
    static Received from(ConsumerRecord<String, byte[]> message) {
        try {
            var event = KafkaMessageFactory.createReader(message).toEvent();
            var subject = event.getSubject();
            var sequence = event.getExtension(OutboxEvent.SEQUENCE);
            var data = event.getData();
            var time = event.getTime();
            if (subject == null || sequence == null || data == null || time == null) {
                throw new IllegalArgumentException("subject, sequence, time and data are needed");
            }
            return new Received(event.getId(), event.getType(), subject, Long.parseLong(sequence.toString()),
                    event.getExtension(OutboxEvent.SNAPSHOT) != null, time.toInstant(), data.toBytes());
        } catch (RuntimeException e) {
            throw new IllegalArgumentException("not an event of this protocol: " + e.getClass().getSimpleName(), e);
        }
    }

    /** The public state of the aggregate after the change, read into the consumer's own tolerant record. */
    public <S> S state(Class<S> type) {
        return Codec.fromJson(data, "state", type);
    }

    /** The event's own fields. */
    public <C> C change(Class<C> type) {
        return Codec.fromJson(data, "change", type);
    }
}
