package org.xinju.launcher.process;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;

/** How to see that a process does its work. */
public sealed interface Readiness {

    /** @param output what the process has written since it was started */
    boolean isReady(LogFile output, long from) throws InterruptedException;

    /** Pause between two looks: what a look costs is taken from those that start. */
    Duration pause();

    /** It prints a line that contains the text. */
    record Line(String text) implements Readiness {

        @Override
        public boolean isReady(LogFile output, long from) {
            return output.since(from).contains(text);
        }

        @Override
        public Duration pause() {
            return Duration.ofMillis(50);
        }
    }

    /** It answers 200. */
    record Answer(URI uri) implements Readiness {

        private static final Duration PATIENCE = Duration.ofSeconds(2);
        private static final HttpClient HTTP = HttpClient.newBuilder().connectTimeout(PATIENCE).build();

        @Override
        public boolean isReady(LogFile output, long from) throws InterruptedException {
            try {
                return HTTP.send(HttpRequest.newBuilder(uri).timeout(PATIENCE).build(), BodyHandlers.discarding()).statusCode() == 200;
            } catch (IOException e) {
                return false; // not listening yet
            }
        }

        @Override
        public Duration pause() {
            return Duration.ofMillis(200);
        }
    }
}
