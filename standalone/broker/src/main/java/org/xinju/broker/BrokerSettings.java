package org.xinju.broker;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;

/**
 * What is asked for on the command line.
 *
 * @param port of the clients, on 127.0.0.1
 * @param controllerPort of the node's controller, on 127.0.0.1
 * @param data folder of the logs, absolute; made when missing
 */
record BrokerSettings(int port, int controllerPort, Path data) {

    private static final Set<String> NAMES = Set.of("--port", "--controller-port", "--data");

    /** @throws IllegalArgumentException one sentence that says which option is missing or wrong */
    static BrokerSettings of(String... arguments) {
        var options = new HashMap<String, String>();
        for (var i = 0; i < arguments.length; i += 2) {
            if (!NAMES.contains(arguments[i]) || i + 1 == arguments.length) {
                throw new IllegalArgumentException("Usage: --port N --controller-port N --data DIR, not " + arguments[i]);
            }
            options.put(arguments[i], arguments[i + 1]);
        }
        return new BrokerSettings(port(options, "--port"), port(options, "--controller-port"),
                Path.of(required(options, "--data")).toAbsolutePath().normalize());
    }

    Properties properties() {
        var template = new Properties();
        try (var in = new InputStreamReader(Objects.requireNonNull(BrokerSettings.class.getResourceAsStream("/broker.properties")),
                StandardCharsets.UTF_8)) {
            template.load(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        template.replaceAll((_, value) -> value.toString().replace("{port}", "" + port)
                .replace("{controller-port}", "" + controllerPort).replace("{data}", data.toString()));
        return template;
    }

    private static int port(Map<String, String> options, String name) {
        var value = required(options, name);
        if (!value.matches("[0-9]{1,5}") || Integer.parseInt(value) > 65_535) {
            throw new IllegalArgumentException(name + " must be a port number, not " + value);
        }
        return Integer.parseInt(value);
    }

    private static String required(Map<String, String> options, String name) {
        var value = options.get(name);
        if (value == null) {
            throw new IllegalArgumentException(name + " is missing");
        }
        return value;
    }
}
