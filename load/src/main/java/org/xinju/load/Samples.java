package org.xinju.load;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;

import io.gatling.javaapi.core.ChainBuilder;
import io.gatling.javaapi.core.CheckBuilder;
import io.gatling.javaapi.core.CoreDsl;
import io.gatling.javaapi.core.Session;
import io.gatling.javaapi.http.HttpDsl;
import io.gatling.javaapi.http.HttpRequestActionBuilder;

/** Calls, each measured from when it was to be sent until its answer was there. A line each: when its user came (ms), name, status (0: none), took (ms). */
final class Samples {

    private static final String CAME = "came";
    private static final String SENT = "sent";
    private static final String STATUS = "status";
    private static final double MILLISECOND = 1e6;

    private final Queue<String> lines = new ConcurrentLinkedQueue<>();
    private final long start = System.nanoTime();

    /** The arrival of a user. */
    ChainBuilder arrival() {
        return CoreDsl.exec(session -> session.set(CAME, System.nanoTime()));
    }

    /** @param checks what later calls need of the answer */
    ChainBuilder call(String name, HttpRequestActionBuilder request, CheckBuilder... checks) {
        return CoreDsl.exec(session -> session.remove(STATUS).set("key", UUID.randomUUID().toString()).set(SENT, System.nanoTime()))
                .exec(request.header("Idempotency-Key", "#{key}").check(HttpDsl.status().saveAs(STATUS)).check(List.of(checks)))
                .exec(session -> took(name, session, session.getLong(SENT), session.contains(STATUS) ? session.getInt(STATUS) : 0))
                .exitHereIf(session -> !session.contains(STATUS) || session.getInt(STATUS) >= 300);
    }

    /** The end of all calls of a user who came through. */
    ChainBuilder whole(String name) {
        return CoreDsl.exec(session -> took(name, session, session.getLong(CAME), 200));
    }

    private Session took(String name, Session session, long since, int status) {
        lines.add("%.1f\t%s\t%d\t%.3f".formatted((session.getLong(CAME) - start) / MILLISECOND, name, status, (System.nanoTime() - since) / MILLISECOND));
        return session;
    }

    void write(Path file) {
        try {
            Files.write(file, lines);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Headers with the token that a feeder has put under a name. */
    static Map<String, String> as(String token) {
        return Map.of("Authorization", "Bearer #{" + token + "}", "Content-Type", "application/json", "Accept", "application/json");
    }
}
