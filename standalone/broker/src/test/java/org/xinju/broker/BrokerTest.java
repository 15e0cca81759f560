package org.xinju.broker;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** The broker as a process of its own, as the launcher runs it. */
class BrokerTest {

    @TempDir
    private Path folder;
    private final int port = free();
    private final int controller = free();
    private final List<Process> started = new ArrayList<>();

    @AfterEach
    void kill() throws InterruptedException {
        for (var process : started) {
            process.destroyForcibly().waitFor();
        }
    }

    @Test
    void what_was_acknowledged_is_there_after_a_kill() throws Exception {
        var broker = start();
        try (var admin = Admin.create(clients())) {
            admin.createTopics(Set.of(new NewTopic("letters", 3, (short) 1))).all().get();
        }
        send("letters", "dear", "reader");

        broker.destroyForcibly().waitFor();
        start();

        assertThat(received("letters", 2)).containsExactlyInAnyOrder("dear", "reader");
    }

    @Test
    void a_topic_that_nobody_declared_is_not_made() throws Exception {
        start();

        assertThatThrownBy(() -> send("leters", "dear")).hasRootCauseInstanceOf(UnknownTopicOrPartitionException.class);
    }

    @Test
    void it_ends_in_good_order_when_asked_to() throws Exception {
        var broker = start();

        broker.destroy();

        assertThat(broker.waitFor()).isEqualTo(143);
        assertThat(folder.resolve("kafka/.kafka_cleanshutdown")).exists();
    }

    private Process start() throws IOException {
        var process = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Xmx128m",
                "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-cp", System.getProperty("java.class.path"), BrokerMain.class.getName(),
                "--port", "" + port, "--controller-port", "" + controller, "--data", folder.resolve("kafka").toString())
                .redirectErrorStream(true).start();
        started.add(process);
        var said = new StringBuilder();
        for (var out = process.inputReader(StandardCharsets.UTF_8); !said.toString().contains("broker ready on 127.0.0.1:" + port);) {
            var line = out.readLine();
            assertThat(line).as("the broker ended:%n%s", said).isNotNull();
            said.append(line).append('\n');
        }
        return process;
    }

    private void send(String topic, String... values) throws Exception {
        try (var producer = new KafkaProducer<>(clients(), new StringSerializer(), new StringSerializer())) {
            for (var value : values) {
                producer.send(new ProducerRecord<>(topic, value, value)).get();
            }
        }
    }

    private List<String> received(String topic, int count) {
        var values = new ArrayList<String>();
        try (var consumer = new KafkaConsumer<>(clients(), new StringDeserializer(), new StringDeserializer())) {
            consumer.subscribe(Set.of(topic));
            while (values.size() < count) {
                consumer.poll(Duration.ofSeconds(1)).forEach(record -> values.add(record.value()));
            }
        }
        return values;
    }

    private Map<String, Object> clients() {
        return Map.of(ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG, "127.0.0.1:" + port, ConsumerConfig.GROUP_ID_CONFIG, "readers",
                ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest", "max.block.ms", 3000);
    }

    private static int free() {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
