package org.xinju.launcher.component;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

import org.xinju.launcher.component.Component.Jvm.Compiling;
import org.xinju.launcher.words.Refusal;

/**
 * What the user asked for by the environment, and where everything lies.
 *
 * @param root of the checkout
 * @param data folder of all that is kept; {@code XINJU_DATA}, else {@code data} in the checkout
 * @param environment as given
 * @param clockOffset added to the services' clocks
 */
public record Settings(Path root, Path data, Map<String, String> environment, Duration clockOffset) {

    public static Settings of(Path root, Map<String, String> environment, Duration clockOffset) {
        var data = Optional.ofNullable(environment.get("XINJU_DATA")).filter(value -> !value.isBlank()).map(Path::of)
                .orElse(root.resolve("data"));
        return new Settings(root, data.toAbsolutePath().normalize(), Map.copyOf(environment), clockOffset);
    }

    /** @throws Refusal when the variable is set to something that is no port */
    Port port(String variable, int usual) {
        var given = environment.getOrDefault(variable, "");
        if (given.isBlank()) {
            return new Port(variable, usual);
        }
        if (!given.matches("[0-9]{1,5}") || Integer.parseInt(given) < 1 || Integer.parseInt(given) > 65_535) {
            throw new Refusal("not-a-port", variable, given);
        }
        return new Port(variable, Integer.parseInt(given));
    }

    /**
     * What a JVM is started with besides its usual flags, from {@code XINJU_JVM_OPTIONS_POINTS_SERVICE} and the like, parted by blanks;
     * {@code {name}} in it becomes the name of the process, so that replicas can be told apart. An agent in it costs the start-up cache.
     *
     * @param kind of the component
     */
    List<String> jvmOptions(String kind, String name) {
        var given = environment.getOrDefault("XINJU_JVM_OPTIONS_" + kind.toUpperCase(Locale.ROOT).replace('-', '_'), "").strip();
        return given.isEmpty() ? List.of() : List.of(given.replace("{name}", name).split("\\s+"));
    }

    /** What services, issuer and broker spend on their code: {@code XINJU_COMPILING}, {@code start} unless it is said. */
    Compiling compiling() {
        var given = environment.getOrDefault("XINJU_COMPILING", "");
        return switch (given) {
            case "", "start" -> Compiling.FOR_START;
            case "work" -> Compiling.FOR_WORK;
            default -> throw new Refusal("not-compiling", given);
        };
    }

    /** Before a program that dies again and again is started anew: {@code XINJU_LONGEST_RESTART_PAUSE} in seconds. */
    public Duration longestRestartPause() {
        var given = environment.getOrDefault("XINJU_LONGEST_RESTART_PAUSE", "");
        return Duration.ofSeconds(given.matches("[0-9]{1,4}") ? Long.parseLong(given) : 30);
    }

    public Port gateway() {
        return port("XINJU_PORT", 8080);
    }

    Port issuer() {
        return port("XINJU_ISSUER_PORT", 9100);
    }

    Port broker() {
        return port("XINJU_KAFKA_PORT", 9192);
    }

    Port controller() {
        return port("XINJU_KAFKA_CONTROLLER_PORT", 9193);
    }

    Port channels() {
        return port("XINJU_CHANNELS_PORT", 9105);
    }

    Port smtp() {
        return port("XINJU_SMTP_PORT", 9106);
    }

    Port store() {
        return port("XINJU_STORE_PORT", 27117);
    }

    /** Where the stand-in listens. */
    public int storePort() {
        return store().number();
    }

    /** The {@code iss} of all tokens. */
    public String issuerUri() {
        return "http://localhost:" + issuer().number();
    }

    public Path logs() {
        return data.resolve("logs");
    }

    public Path run() {
        return data.resolve("run");
    }

    public Path caches() {
        return data.resolve("cache");
    }

    /** What the simulated SMS provider and the notification service share; who starts first makes it. */
    Path smsSecret() {
        return data.resolve("channels").resolve("secret");
    }

    public Path issuerData() {
        return data.resolve("issuer");
    }
}
