package org.xinju.testing.contract;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.SpecificationVersion;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** The AsyncAPI documents in {@code docs/events}: one for every service that publishes, and what they share. */
public final class Documents {

    private static final String BASE = "https://xinju.example/events/";
    private static final String SHARED = "shared.yaml";
    private static final YAMLMapper YAML = YAMLMapper.builder().build();
    private static final Documents ALL = new Documents(folder());

    /**
     * What a document says of a type of events.
     *
     * @param service that publishes it: {@code registry}
     * @param document in which {@code message} stands, and from which its references start
     */
    record Promise(String service, String topic, String type, JsonNode document, JsonNode message, Schema headers, Schema payload,
            List<Event> examples) {

        @Override
        public String toString() {
            return type;
        }
    }

    private final Path folder;
    private final Map<String, JsonNode> files = new TreeMap<>();
    private final Map<String, Promise> promises = new TreeMap<>();
    private final Schema deadLetter;

    private Documents(Path folder) {
        this.folder = folder;
        var texts = new HashMap<String, String>();
        list(folder).filter(file -> file.toString().endsWith(".yaml")).forEach(file -> {
            var name = file.getFileName().toString();
            texts.put(BASE + name, text(file));
            files.put(name, YAML.readTree(text(file)));
        });
        var registry = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_7, builder -> builder.schemas(texts).schemaRegistryConfig(
                SchemaRegistryConfig.builder().formatAssertionsEnabled(true).build()));
        services().forEach((service, document) -> document.path("channels").forEachEntry((_, channel) ->
                channel.path("messages").forEachEntry((type, message) -> {
                    var promise = promise(registry, service, document, channel.path("address").asString(), type);
                    if (promises.put(type, promise) != null) {
                        throw new IllegalStateException(type + " is documented twice");
                    }
                })));
        deadLetter = registry.getSchema(SchemaLocation.of(BASE + SHARED + "#/components/schemas/DeadLetterHeaders"));
    }

    public static Documents all() {
        return ALL;
    }

    private Map<String, JsonNode> services() {
        var services = new TreeMap<String, JsonNode>();
        files.forEach((name, document) -> {
            if (!name.equals(SHARED)) {
                services.put(name.replace("-service.yaml", ""), document);
            }
        });
        return services;
    }

    private static Promise promise(SchemaRegistry registry, String service, JsonNode document, String topic, String type) {
        var where = "/channels/" + topic + "/messages/" + type;
        var message = document.at(where);
        var headers = message.at("/traits/0/$ref").asString() + "/headers";
        var examples = new ArrayList<Event>();
        for (var example : message.path("examples")) {
            Map<String, String> said = new TreeMap<>();
            example.path("headers").forEachEntry((name, value) -> said.put(name, value.asString()));
            examples.add(new Event(topic, said.getOrDefault("ce_subject", ""), said, example.path("payload")));
        }
        return new Promise(service, topic, type, document, message, registry.getSchema(SchemaLocation.of(BASE + headers)),
                registry.getSchema(SchemaLocation.of(BASE + service + "-service.yaml#" + where + "/payload")), examples);
    }

    /** What the documents have against a record; empty where they have nothing. */
    public List<String> faults(Event event) {
        if (Event.isDeadLetter(event.topic())) {
            return complaints("headers of a dead letter", deadLetter, JsonMapper.shared().valueToTree(event.headers())).toList();
        }
        var promise = promises.get(event.type());
        if (promise == null) {
            return List.of(event.type() + " on " + event.topic() + " is in no document of docs/events");
        }
        var source = "/" + promise.service() + "-service";
        return Stream.of(
                        unless(event.topic().equals(promise.topic()), event.type() + " belongs on " + promise.topic() + ", not on " + event.topic()),
                        unless(event.key().equals(event.headers().get("ce_subject")), event.type() + ": the key is not the subject"),
                        unless(source.equals(event.headers().get("ce_source")), event.type() + ": the source is not " + source),
                        complaints(event.type() + " headers", promise.headers(), JsonMapper.shared().valueToTree(event.headers())),
                        complaints(event.type(), promise.payload(), event.data()))
                .flatMap(faults -> faults).toList();
    }

    private static Stream<String> unless(boolean good, String fault) {
        return good ? Stream.empty() : Stream.of(fault);
    }

    private static Stream<String> complaints(String what, Schema schema, JsonNode value) {
        return schema.validate(value).stream().map(error -> what + " " + error).distinct();
    }

    /** The codes that a field of an access may hold. */
    public List<String> codesOfAccess(String field) {
        var property = files.getOrDefault(SHARED, YAML.missingNode()).at("/components/schemas/Access/properties/" + field);
        return (property.has("items") ? property.path("items") : property).path("enum").valueStream().map(JsonNode::asString).toList();
    }

    List<Promise> promises() {
        return List.copyOf(promises.values());
    }

    /** The JSON Schema of what an event itself says, beside the state that it carries. */
    JsonNode change(Promise promise) {
        var payload = resolved(promise.document(), promise.message().path("payload"));
        return resolved(payload.document(), payload.schema().at("/properties/change")).schema();
    }

    /** A schema and the document that its references start from. */
    private record Resolved(JsonNode document, JsonNode schema) {}

    private Resolved resolved(JsonNode document, JsonNode schema) {
        var reference = schema.path("$ref").asString("").split("#", 2);
        if (reference.length == 1) {
            return new Resolved(document, schema);
        }
        var other = reference[0].isEmpty() ? document : Optional.ofNullable(files.get(reference[0])).orElseThrow();
        return resolved(other, other.at(reference[1]));
    }

    /** Who the documents say reads which topics: {@code group topic}. */
    List<String> consumers(String service) {
        var consumers = new ArrayList<String>();
        services().values().forEach(document -> document.path("channels").forEach(channel -> channel.path("x-consumers").forEach(consumer -> {
            if (consumer.path("service").asString().equals(service + "-service")) {
                consumers.add(consumer.path("group").asString() + " " + channel.path("address").asString());
            }
        })));
        return consumers.stream().distinct().sorted().toList();
    }

    /** What may come on a topic: every documented example, and every event kept from earlier times. */
    List<Event> eventsOn(String topic) {
        return Stream.concat(promises.values().stream().flatMap(promise -> promise.examples().stream()), old().stream())
                .filter(event -> event.topic().equals(topic)).toList();
    }

    /** Events as they were published on the day that names their file. */
    List<Event> old() {
        return list(folder.resolve("old")).filter(Files::isDirectory).flatMap(Documents::list).map(file -> Event.read(text(file))).toList();
    }

    private static Path folder() {
        for (var here = Path.of("").toAbsolutePath(); here != null; here = here.getParent()) {
            if (Files.isDirectory(here.resolve("docs/events"))) {
                return here.resolve("docs/events");
            }
        }
        throw new IllegalStateException("no folder docs/events above " + Path.of("").toAbsolutePath());
    }

    private static Stream<Path> list(Path folder) {
        try (var files = Files.list(folder)) {
            return files.sorted().toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
