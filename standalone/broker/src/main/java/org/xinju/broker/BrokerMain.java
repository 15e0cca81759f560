package org.xinju.broker;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;

import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import kafka.tools.StorageTool;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.utils.Time;

/**
 * Runs the node until SIGTERM: {@code --port N --controller-port N --data DIR}. Prints {@code broker ready on 127.0.0.1:N} once clients
 * are served. An empty folder is formatted first; a folder with data is taken up where it was left, after kill -9 too.
 */
public final class BrokerMain {

    private BrokerMain() {}

    /** Ends with status 2 on wrong options, 1 when the node cannot start. */
    public static void main(String[] arguments) throws IOException {
        try {
            run(BrokerSettings.of(arguments));
        } catch (IllegalArgumentException e) {
            System.err.println(e.getMessage());
            System.exit(2);
        }
    }

    private static void run(BrokerSettings settings) throws IOException {
        var properties = settings.properties();
        format(settings.data(), properties);
        var server = new KafkaRaftServer(KafkaConfig.fromProps(properties), Time.SYSTEM);
        Runtime.getRuntime().addShutdownHook(new Thread(server::shutdown, "stop"));
        server.startup();
        System.out.println("broker ready on 127.0.0.1:" + settings.port());
        server.awaitShutdown();
    }

    /** Formatting what is formatted already changes nothing, but costs time: it is asked first. */
    private static void format(Path data, Properties properties) throws IOException {
        if (Files.exists(data.resolve("meta.properties"))) {
            return;
        }
        Files.createDirectories(data);
        var file = Files.createTempFile(data, "format", ".properties");
        try (var out = Files.newBufferedWriter(file)) {
            properties.store(out, null);
        }
        var messages = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        var status = StorageTool.execute(new String[] {"format", "--cluster-id", Uuid.randomUuid().toString(),
            "--config", file.toString(), "--ignore-formatted"}, messages);
        Files.delete(file);
        if (status != 0) {
            throw new IllegalStateException("The folder " + data + " cannot be formatted for Kafka; delete it and start again.");
        }
    }
}
