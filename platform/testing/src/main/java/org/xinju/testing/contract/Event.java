package org.xinju.testing.contract;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

import org.apache.kafka.clients.producer.ProducerRecord;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * A record of a topic as it is on the wire, and as it is kept in {@code docs/events/old}.
 *
 * @param headers of CloudEvents in binary mode, and others
 * @param data what the record says
 */
public record Event(String topic, String key, Map<String, String> headers, JsonNode data) {

    static Event of(ProducerRecord<String, byte[]> message) {
        var headers = new LinkedHashMap<String, String>();
        message.headers().forEach(header -> headers.put(header.key(), new String(header.value(), StandardCharsets.UTF_8)));
        var data = isDeadLetter(message.topic()) ? JsonMapper.shared().nullNode() : JsonMapper.shared().readTree(message.value());
        return new Event(message.topic(), message.key(), headers, data);
    }

    static Event read(String json) {
        return JsonMapper.shared().readValue(json, Event.class);
    }

    /** What is in a dead letter may be anything. */
    static boolean isDeadLetter(String topic) {
        return topic.endsWith(".dlt");
    }

    public String type() {
        return headers.getOrDefault("ce_type", "");
    }

    public String id() {
        return headers.getOrDefault("ce_id", "");
    }

    long sequence() {
        return Long.parseLong(headers.getOrDefault("ce_sequence", "0"));
    }

    /** The same of another type, with more fields than anybody knows: what a later version of its writer may publish. */
    public Event ofTomorrow(String otherType) {
        var otherHeaders = new LinkedHashMap<>(headers);
        otherHeaders.put("ce_id", id() + "-tomorrow");
        otherHeaders.put("ce_type", otherType);
        otherHeaders.put("ce_partitionkey", key);
        var more = (ObjectNode) data.deepCopy();
        more.put("schema", 2);
        more.withObject("/state").put("fieldOfTomorrow", "x").putObject("objectOfTomorrow").putArray("list").add(1);
        more.withObject("/change").put("fieldOfTomorrow", true);
        return new Event(topic, key, otherHeaders, more);
    }

    ProducerRecord<String, byte[]> message() {
        var message = new ProducerRecord<>(topic, key, data.toString().getBytes(StandardCharsets.UTF_8));
        headers.forEach((name, value) -> message.headers().add(name, value.getBytes(StandardCharsets.UTF_8)));
        return message;
    }

    String written() {
        return JsonMapper.shared().writerWithDefaultPrettyPrinter().writeValueAsString(this) + "\n";
    }
}
