package org.xinju.channels;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

import tools.jackson.databind.json.JsonMapper;

/** Reports what became of an SMS, signed, until the service has answered; a provider does that some moments after it took the message. */
final class Receipts implements AutoCloseable {

    private static final int TRIES = 8;
    private static final Duration FIRST = Duration.ofMillis(200);

    private final HttpClient client = HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build();
    private final ScheduledExecutorService later = Executors.newScheduledThreadPool(4, Thread.ofVirtual().factory());
    private final JsonMapper json = JsonMapper.builder().build();
    private final Arrivals arrivals;
    private final Control control;
    private final SharedSecret secret;

    Receipts(Arrivals arrivals, Control control, SharedSecret secret) {
        this.arrivals = arrivals;
        this.control = control;
        this.secret = secret;
    }

    /** What an earlier run of the simulator has not reported yet. */
    void resume() {
        arrivals.newest(a -> a.channel().equals("SMS") && a.receipt() == null, Integer.MAX_VALUE).forEach(this::report);
    }

    void report(Arrived message) {
        if (control.now().receipt() != Behaviour.Receipt.NONE && control.now().receiptsTo() != null) {
            after(FIRST, message, 1);
        }
    }

    private void after(Duration wait, Arrived message, int attempt) {
        later.schedule(() -> post(message, attempt), wait.toMillis(), TimeUnit.MILLISECONDS);
    }

    private void post(Arrived message, int attempt) {
        var behaviour = control.now();
        if (behaviour.receiptsTo() == null) {
            return;
        }
        var body = json.writeValueAsString(Map.of("id", message.id(), "providerId", message.providerId(), "state", behaviour.receipt(),
                "at", Instant.now().toString()));
        var timestamp = Long.toString(Instant.now().getEpochSecond());
        var request = HttpRequest.newBuilder(behaviour.receiptsTo()).timeout(Duration.ofSeconds(5)).header("Content-Type", "application/json")
                .header("X-Timestamp", timestamp).header("X-Signature", secret.signature(timestamp, body))
                .POST(HttpRequest.BodyPublishers.ofString(body)).build();
        try {
            var status = client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
            if (status < 500 && status != 429) {
                arrivals.receipted(message.id(), behaviour.receipt() + " " + status);
                return;
            }
        } catch (IOException e) {
            // the service is away: again later
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return;
        }
        if (attempt < TRIES) {
            after(Duration.ofSeconds(1L << attempt), message, attempt + 1);
        }
    }

    @Override
    public void close() {
        later.shutdownNow();
    }
}
