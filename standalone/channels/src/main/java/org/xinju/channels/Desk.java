package org.xinju.channels;

import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** The HTTP side: {@code POST /sms} for the client, {@code /control} and {@code /messages} for tests, the page at {@code /} for people. */
final class Desk implements HttpHandler {

    private static final int SHOWN = 200;

    private final JsonMapper json = JsonMapper.builder().build();
    private final Arrivals arrivals;
    private final Control control;
    private final Receipts receipts;
    private final SharedSecret secret;

    Desk(Arrivals arrivals, Control control, Receipts receipts, SharedSecret secret) {
        this.arrivals = arrivals;
        this.control = control;
        this.receipts = receipts;
        this.secret = secret;
    }

    /** As the client hands it in. */
    record Sms(@Nullable String to, @Nullable String text, @Nullable String id) {}

    record Messages(List<Arrived> items) {}

    @Override
    public void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            try {
                route(exchange);
            } catch (JacksonException e) {
                answer(exchange, 400, Map.of("error", "this is not the JSON that is asked for"));
            }
        }
    }

    private void route(HttpExchange exchange) throws IOException {
        switch (exchange.getRequestMethod() + " " + exchange.getRequestURI().getPath()) {
            case "POST /sms" -> sms(exchange);
            case "GET /messages" -> answer(exchange, 200, messages(exchange));
            case "GET /control" -> answer(exchange, 200, control.now());
            case "POST /control" -> answer(exchange, 200, control.change(read(exchange, Control.Wish.class)));
            case "GET /" -> page(exchange);
            default -> answer(exchange, 404, Map.of("error", "no such address"));
        }
    }

    private void sms(HttpExchange exchange) throws IOException {
        var header = exchange.getRequestHeaders().getFirst("Authorization");
        if (header == null || !secret.isBearer(header)) {
            answer(exchange, 401, Map.of("error", "wrong secret"));
            return;
        }
        var sms = read(exchange, Sms.class);
        if (sms.to() == null || sms.text() == null || sms.id() == null || !sms.to().matches("\\+?[0-9]{6,20}")) {
            answer(exchange, 422, Map.of("error", "to, text and id are needed; to is a number"));
            return;
        }
        switch (control.nextSms()) {
            case FAIL -> answer(exchange, 503, Map.of("error", "simulated: try again later"));
            case REFUSE -> answer(exchange, 422, Map.of("error", "simulated: this number is blocked"));
            case LIMIT -> {
                exchange.getResponseHeaders().set("Retry-After", "1");
                answer(exchange, 429, Map.of("error", "simulated: too many"));
            }
            case DROP_ANSWER -> take(sms); // and the connection is closed without an answer
            case SLOW -> {
                Channels.pause(control.now().delayMillis());
                answer(exchange, 200, Map.of("id", take(sms).providerId()));
            }
            case OK -> answer(exchange, 200, Map.of("id", take(sms).providerId()));
        }
    }

    private Arrived take(Sms sms) {
        var taken = arrivals.take(new Arrived("SMS", Objects.requireNonNull(sms.id()), Objects.requireNonNull(sms.to()), null,
                Objects.requireNonNull(sms.text()), Instant.now(), 1, null));
        if (taken.times() == 1) {
            receipts.report(taken);
        }
        return taken;
    }

    private Messages messages(HttpExchange exchange) {
        var asked = query(exchange.getRequestURI().getRawQuery());
        Predicate<Arrived> to = arrived -> !asked.containsKey("to") || arrived.to().equals(asked.get("to"));
        return new Messages(arrivals.newest(to.and(a -> !asked.containsKey("id") || a.id().contains(asked.getOrDefault("id", ""))), SHOWN));
    }

    private static Map<String, String> query(@Nullable String raw) {
        var fields = new HashMap<String, String>();
        for (var pair : (raw == null ? "" : raw).split("&", -1)) {
            var at = pair.indexOf('=');
            if (at > 0) {
                fields.put(pair.substring(0, at), URLDecoder.decode(pair.substring(at + 1), StandardCharsets.UTF_8));
            }
        }
        return fields;
    }

    private static void page(HttpExchange exchange) throws IOException {
        try (var in = Objects.requireNonNull(Desk.class.getResourceAsStream("/channels.html"))) {
            write(exchange, 200, "text/html; charset=utf-8", in.readAllBytes());
        }
    }

    private <T> T read(HttpExchange exchange, Class<T> type) throws IOException {
        return json.readValue(exchange.getRequestBody().readAllBytes(), type);
    }

    private void answer(HttpExchange exchange, int status, Object body) throws IOException {
        write(exchange, status, "application/json", json.writeValueAsBytes(body));
    }

    private static void write(HttpExchange exchange, int status, String type, byte[] body) throws IOException {
        exchange.getResponseHeaders().set("Content-Type", type);
        exchange.sendResponseHeaders(status, body.length);
        exchange.getResponseBody().write(body);
    }
}
