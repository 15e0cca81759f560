package org.xinju.events;

import org.springframework.kafka.core.ConsumerFactory;
import org.springframework.kafka.core.KafkaTemplate;

/** The protocol's own producer (idempotent, acks=all) and consumers (no automatic commits), apart from any other use of Kafka. */
record EventBroker(KafkaTemplate<String, byte[]> producer, ConsumerFactory<String, byte[]> consumers) implements AutoCloseable {

    @Override
    public void close() {
        producer.destroy();
    }
}
