package org.xinju.gateway;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;

/** A service behind the gateway that answers as the test tells it, and remembers what reached it. */
final class Upstream {

    record Seen(String method, String path, Map<String, List<String>> headers, int bytes) {}

    final List<Seen> seen = new CopyOnWriteArrayList<>();
    /** Requests whose head has come. */
    final AtomicInteger begun = new AtomicInteger();
    private final Map<String, HttpHandler> answers = new ConcurrentHashMap<>();
    private final InetSocketAddress address;
    private HttpServer server;

    Upstream() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        address = server.getAddress();
        run();
    }

    String uri() {
        return "http://localhost:" + address.getPort();
    }

    void answer(String path, HttpHandler handler) {
        answers.put(path, handler);
    }

    void answer(String path, int status, String body, String... headers) {
        answer(path, exchange -> {
            for (var i = 0; i < headers.length; i += 2) {
                exchange.getResponseHeaders().add(headers[i], headers[i + 1]);
            }
            var bytes = body.getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
            exchange.getResponseBody().write(bytes);
        });
    }

    void stop() {
        server.stop(0);
    }

    void startAgain() throws IOException {
        server = HttpServer.create(address, 0);
        run();
    }

    private void run() {
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", this::handle);
        server.start();
    }

    private void handle(HttpExchange exchange) throws IOException {
        begun.incrementAndGet();
        try (exchange) {
            var bytes = exchange.getRequestBody().readAllBytes().length;
            var path = exchange.getRequestURI().getPath();
            if (!path.equals("/actuator/health/readiness")) {
                seen.add(new Seen(exchange.getRequestMethod(), exchange.getRequestURI().toString(), Map.copyOf(exchange.getRequestHeaders()), bytes));
            }
            var answer = answers.get(path);
            if (answer != null) {
                answer.handle(exchange);
            } else {
                exchange.sendResponseHeaders(204, -1);
            }
        }
    }

    /** The last that was not a question whether it is ready. */
    Seen last() {
        return seen.getLast();
    }

    int count(String path) {
        return (int) seen.stream().filter(one -> one.path().equals(path)).count();
    }
}
