package org.xinju.acceptance;

import java.io.IOException;
import java.net.ServerSocket;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.IntStream;

/** Ports for a whole system that nobody uses at the moment, below those that the machine gives to outgoing connections. */
final class Ports {

    private static final List<String> SERVICES = List.of("XINJU_REGISTRY_PORT", "XINJU_POINTS_PORT", "XINJU_GRID_PORT", "XINJU_NOTIFICATION_PORT");
    private static final List<String> OTHERS = List.of("XINJU_PORT", "XINJU_ISSUER_PORT", "XINJU_CHANNELS_PORT", "XINJU_SMTP_PORT",
            "XINJU_KAFKA_PORT", "XINJU_KAFKA_CONTROLLER_PORT", "XINJU_STORE_PORT");

    private static final int LOWEST = 20_000;
    private static final int HIGHEST = 32_000;
    private static final int BLOCK = 110; // replicas of a service stand ten ports apart and are nine at most; the others come after them

    private static final int OTHERS_FROM = 100;

    private Ports() {}

    /** By the variable that {@code ./run} reads them from. */
    static Map<String, String> free() {
        while (true) {
            var first = ThreadLocalRandom.current().nextInt(LOWEST, HIGHEST);
            if (IntStream.range(first, first + BLOCK).allMatch(Ports::isFree)) {
                var ports = new TreeMap<String, String>();
                SERVICES.forEach(name -> ports.put(name, Integer.toString(first + SERVICES.indexOf(name))));
                OTHERS.forEach(name -> ports.put(name, Integer.toString(first + OTHERS_FROM + OTHERS.indexOf(name))));
                return ports;
            }
        }
    }

    private static boolean isFree(int port) {
        try (var _ = new ServerSocket(port)) {
            return true;
        } catch (IOException e) {
            return false;
        }
    }
}
