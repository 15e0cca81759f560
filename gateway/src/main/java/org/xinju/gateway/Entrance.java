package org.xinju.gateway;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;

import io.micrometer.tracing.handler.TracingObservationHandler.TracingContext;
import io.micrometer.tracing.propagation.Propagator;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.http.server.reactive.observation.ServerRequestObservationContext;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

/**
 * The first thing every call meets: it gets an id, the client's address is settled, headers by which a client could pretend to be a proxy are taken off, and
 * its trace goes on to the service. (Spring Cloud Gateway's own filter, which is switched off, observes each forwarding as a call of a client for the last:
 * a fourteenth of what a call costs, for times that the server here and the service measure already.)
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
    private final Propagator propagator;

    Entrance(GatewayProperties properties, Propagator propagator) {
        this.trustedProxies = Set.copyOf(properties.trustedProxies());
        this.propagator = propagator;
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
            trace(exchange, headers);
        }).build();
        return chain.filter(exchange.mutate().request(clean).build());
    }

    private void trace(ServerWebExchange exchange, HttpHeaders headers) {
        ServerRequestObservationContext.findCurrent(exchange.getAttributes()).<TracingContext>map(call -> call.get(TracingContext.class))
                .map(TracingContext::getSpan).ifPresent(span -> propagator.inject(span.context(), headers, (_, name, value) -> headers.set(name, value)));
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
