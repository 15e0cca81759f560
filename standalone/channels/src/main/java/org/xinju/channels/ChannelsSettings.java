package org.xinju.channels;

import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What is asked for on the command line.
 *
 * @param address of this machine on which both listen; 127.0.0.1 unless told otherwise, as anybody who reaches it reads all messages
 * @param port of the SMS provider and the page; 0 takes a free one
 * @param smtpPort of the mail server; 0 takes a free one
 * @param data folder of what has arrived; made when missing
 * @param receipts where delivery receipts are posted to; empty: nowhere
 * @param secret file with the secret that client and provider share; made when missing
 */
public record ChannelsSettings(InetAddress address, int port, int smtpPort, Path data, Optional<URI> receipts, Path secret) {

    private static final Set<String> NAMES = Set.of("--address", "--port", "--smtp-port", "--data", "--receipts", "--secret");
    private static final String USAGE = "Usage: --data DIR [--address 127.0.0.1] [--port 9105] [--smtp-port 9106] [--receipts URL] [--secret FILE]";

    /** @throws IllegalArgumentException one sentence that says which option is missing or wrong */
    static ChannelsSettings of(String... arguments) {
        var options = new HashMap<String, String>();
        for (var i = 0; i < arguments.length; i += 2) {
            if (!NAMES.contains(arguments[i]) || i + 1 == arguments.length) {
                throw new IllegalArgumentException(USAGE + ", not " + arguments[i]);
            }
            options.put(arguments[i], arguments[i + 1]);
        }
        var folder = options.get("--data");
        if (folder == null) {
            throw new IllegalArgumentException("--data is missing. " + USAGE);
        }
        var data = Path.of(folder).toAbsolutePath().normalize();
        return new ChannelsSettings(address(options.getOrDefault("--address", "127.0.0.1")), port(options, "--port", "9105"),
                port(options, "--smtp-port", "9106"), data,
                Optional.ofNullable(options.get("--receipts")).map(ChannelsSettings::target),
                Optional.ofNullable(options.get("--secret")).map(Path::of).orElse(data.resolve("sms-secret")).toAbsolutePath());
    }

    private static int port(Map<String, String> options, String name, String otherwise) {
        var value = options.getOrDefault(name, otherwise);
        if (!value.matches("[0-9]{1,5}") || Integer.parseInt(value) > 65_535) {
            throw new IllegalArgumentException(name + " must be a port number, not " + value);
        }
        return Integer.parseInt(value);
    }

    private static InetAddress address(String text) {
        try {
            return InetAddress.getByName(text);
        } catch (UnknownHostException e) {
            throw new IllegalArgumentException("--address must be an address of this machine, not " + text, e);
        }
    }

    private static URI target(String text) {
        if (!text.matches("https?://.+")) {
            throw new IllegalArgumentException("--receipts must be an address like http://127.0.0.1:9104/..., not " + text);
        }
        return URI.create(text);
    }
}
