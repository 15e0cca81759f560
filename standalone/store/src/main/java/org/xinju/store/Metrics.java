package org.xinju.store;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

/** {@code GET /metrics} for Prometheus. */
final class Metrics implements AutoCloseable {

    private final HttpServer server;

    private Metrics(HttpServer server) {
        this.server = server;
    }

    static Metrics start(InetAddress address, int port, Store store) throws IOException {
        var server = HttpServer.create(new InetSocketAddress(address, port), 0);
        server.createContext("/metrics", exchange -> answer(exchange, store.toPrometheus()));
        server.start();
        return new Metrics(server);
    }

    private static void answer(HttpExchange exchange, String text) throws IOException {
        try (exchange) {
            var body = text.getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", "text/plain; version=0.0.4; charset=utf-8");
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
        }
    }

    int port() {
        return server.getAddress().getPort();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
