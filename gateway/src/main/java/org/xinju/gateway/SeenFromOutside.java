package org.xinju.gateway;

import org.springframework.cloud.gateway.filter.GatewayFilter;
import org.springframework.cloud.gateway.filter.GatewayFilterChain;
import org.springframework.http.HttpHeaders;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** Tells a server that makes links and cookies who called, and under which address. What the client said of it is gone ({@link Entrance}). */
final class SeenFromOutside implements GatewayFilter {

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, GatewayFilterChain chain) {
        var request = exchange.getRequest();
        var host = request.getHeaders().getFirst(HttpHeaders.HOST);
        return chain.filter(exchange.mutate().request(request.mutate().headers(headers -> {
            headers.set("X-Forwarded-For", ClientAddress.of(exchange));
            headers.set("X-Forwarded-Proto", request.getURI().getScheme());
            if (host != null) {
                headers.set("X-Forwarded-Host", host);
            }
        }).build()).build());
    }
}
