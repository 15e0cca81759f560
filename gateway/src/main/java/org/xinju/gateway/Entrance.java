package org.xinju.gateway;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;

import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

/**
 * The first thing every call meets: it gets an id, the client's address is settled, and headers by which a client could pretend to be a
 * proxy are taken off.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class Entrance implements WebFilter {

    static final String REQUEST_ID = "X-Request-Id";
    /** Nothing that somebody could read: it goes into logs. */
    private static final Pattern SANE = Pattern.compile("[0-9a-fA-F]{8}(?:-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");
    private static final List<String> FORGEABLE = List.of("Forwarded", "X-Forwarded-For", "X-Forwarded-Host", "X-Forwarded-Proto",
            "X-Forwarded-Port", "X-Forwarded-Prefix", "X-Real-IP", "X-User", "X-Roles");

    private final Set<String> trustedProxies;

    Entrance(GatewayProperties properties) {
        this.trustedProxies = Set.copyOf(properties.trustedProxies());
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        var request = exchange.getRequest();
        var sent = request.getHeaders().getFirst(REQUEST_ID);
        var id = sent != null && SANE.matcher(sent).matches() ? sent : UUID.randomUUID().toString();
        exchange.getResponse().getHeaders().set(REQUEST_ID, id);
        exchange.getAttributes().put(REQUEST_ID, id);
        exchange.getAttributes().put(ClientAddress.ATTRIBUTE, address(request));
        var clean = request.mutate().headers(headers -> {
            FORGEABLE.forEach(headers::remove);
            headers.set(REQUEST_ID, id);
        }).build();
        return chain.filter(exchange.mutate().request(clean).build());
    }

    private String address(ServerHttpRequest request) {
        var peer = request.getRemoteAddress() == null ? "unknown" : request.getRemoteAddress().getAddress().getHostAddress();
        var forwarded = request.getHeaders().getFirst("X-Forwarded-For");
        if (forwarded == null || !trustedProxies.contains(peer)) {
            return peer;
        }
        return forwarded.substring(forwarded.lastIndexOf(',') + 1).strip();
    }
}
