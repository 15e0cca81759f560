package org.xinju.broker.access;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;

import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.errors.AuthorizationException;
import org.apache.kafka.common.errors.SaslAuthenticationException;
import org.apache.kafka.common.errors.TopicAuthorizationException;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** The table and the node's configuration of docker-compose.yml, on a real broker. */
class AccessTest {

    private static final String POINTS = "points-service";

    @TempDir
    private static Path folder;
    private static String broker = "";
    private static Process node;

    @BeforeAll
    static void a_broker_that_asks_for_passwords() throws Exception {
        var ports = List.of(free(), free(), free());
        broker = "127.0.0.1:" + ports.getFirst();
        var settings = Files.readString(Path.of("../../docker/kafka/server.properties"))
                .replace("CLIENTS://0.0.0.0:9092", "CLIENTS://" + broker).replace("kafka:9092", broker)
                .replace("127.0.0.1:9094", "127.0.0.1:" + ports.get(1)).replace("127.0.0.1:9093", "127.0.0.1:" + ports.get(2))
                .replace("/var/lib/kafka/data", folder.resolve("data").toString());
        var file = Files.writeString(folder.resolve("server.properties"), settings).toString();
        for (var user : List.of("admin", "registry-service", POINTS, "grid-service", "notification-service")) {
            Files.writeString(folder.resolve("kafka-" + user), "of-" + user + "\n");
        }
        assertThat(java("kafka.tools.StorageTool", "format", "--cluster-id", "MkU3OEVBNTcwNTJENDM2Qg", "--config", file,
                "--add-scram", "SCRAM-SHA-512=[name=admin,password=of-admin]").waitFor()).isZero();
        node = java("kafka.Kafka", file);
        AccessMain.apply(broker, AccessMain.read(AccessTableTest.TABLE), folder);
    }

    @AfterAll
    static void no_broker() throws InterruptedException {
        node.destroyForcibly().waitFor();
    }

    @Test
    void a_service_makes_and_writes_its_topics_and_reads_what_it_follows() throws Exception {
        try (var admin = Admin.create(as(POINTS))) {
            admin.createTopics(List.of(topic("points.accounts"), topic("registry.bindings"), topic("registry.bindings.points.bindings.dlt"))).all().get();
        }
        send(POINTS, "points.accounts");
        send(POINTS, "registry.bindings.points.bindings.dlt");
        send("registry-service", "registry.bindings");
        try (var consumer = reader(POINTS, "points.bindings")) {
            consumer.subscribe(Set.of("registry.bindings"));
            var records = 0;
            while (records == 0) {
                records = consumer.poll(Duration.ofSeconds(1)).count();
            }
            consumer.commitSync();
        }
    }

    @Test
    void it_writes_no_other_and_joins_no_other_group() throws Exception {
        try (var admin = Admin.create(as("registry-service"))) {
            admin.createTopics(List.of(topic("registry.areas"))).all().get();
        }
        assertThatThrownBy(() -> send(POINTS, "registry.areas")).isInstanceOf(ExecutionException.class)
                .hasCauseInstanceOf(TopicAuthorizationException.class);
        try (var consumer = reader(POINTS, "points.areas")) {
            consumer.subscribe(Set.of("registry.areas"));
            assertThatThrownBy(() -> pollFor(consumer)).isInstanceOf(TopicAuthorizationException.class);
        }
        try (var consumer = reader(POINTS, "grid.populations")) {
            consumer.subscribe(Set.of("registry.bindings"));
            assertThatThrownBy(() -> pollFor(consumer)).isInstanceOf(AuthorizationException.class);
        }
    }

    @Test
    void who_has_no_password_comes_not_in() {
        var stranger = new HashMap<>(AccessMain.signedIn(broker, POINTS, "guessed"));
        try (var admin = Admin.create(stranger)) {
            assertThatThrownBy(() -> admin.listTopics().names().get()).hasCauseInstanceOf(SaslAuthenticationException.class);
        }
    }

    @Test
    void what_the_table_no_longer_says_is_taken_away() throws Exception {
        var poorer = new AccessTable(List.of(new AccessTable.Service("grid-service", Set.of(), Set.of(), Set.of())));
        try (var admin = Admin.create(as("grid-service"))) {
            admin.createTopics(List.of(topic("grid.teams"))).all().get();
        }
        send("grid-service", "grid.teams");

        AccessMain.apply(broker, poorer, folder);

        try {
            assertThatThrownBy(() -> send("grid-service", "grid.teams")).hasCauseInstanceOf(TopicAuthorizationException.class);
        } finally {
            AccessMain.apply(broker, AccessMain.read(AccessTableTest.TABLE), folder);
        }
        send("grid-service", "grid.teams");
    }

    @Test
    void a_missing_password_is_named() {
        assertThatThrownBy(() -> AccessMain.apply(broker, AccessMain.read(AccessTableTest.TABLE), folder.resolve("elsewhere")))
                .isInstanceOf(IllegalArgumentException.class).hasMessageContaining("kafka-");
    }

    private static void pollFor(KafkaConsumer<String, String> consumer) {
        for (var n = 0; n < 20; n++) {
            consumer.poll(Duration.ofMillis(500));
        }
    }

    private static NewTopic topic(String name) {
        return new NewTopic(name, 1, (short) 1);
    }

    private static void send(String user, String topic) throws Exception {
        try (var producer = new KafkaProducer<>(as(user), new StringSerializer(), new StringSerializer())) {
            producer.send(new ProducerRecord<>(topic, "key", "value")).get();
        }
    }

    private static KafkaConsumer<String, String> reader(String user, String group) {
        var settings = new HashMap<>(as(user));
        settings.put("group.id", group);
        settings.put("auto.offset.reset", "earliest");
        return new KafkaConsumer<>(settings, new StringDeserializer(), new StringDeserializer());
    }

    private static Map<String, Object> as(String user) {
        return AccessMain.signedIn(broker, user, "of-" + user);
    }

    private static Process java(String main, String... arguments) throws IOException {
        var line = new java.util.ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Xmx128m",
                "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-cp", System.getProperty("java.class.path"), main));
        line.addAll(List.of(arguments));
        return new ProcessBuilder(line).redirectErrorStream(true).redirectOutput(folder.resolve(main + ".log").toFile()).start();
    }

    private static int free() {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
