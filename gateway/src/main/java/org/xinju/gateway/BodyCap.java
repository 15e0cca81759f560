package org.xinju.gateway;

import java.util.concurrent.atomic.AtomicLong;

import org.springframework.cloud.gateway.filter.GatewayFilter;
import org.springframework.cloud.gateway.filter.GatewayFilterChain;
import org.springframework.core.Ordered;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.http.HttpStatus;
import org.springframework.http.server.reactive.ServerHttpRequestDecorator;
import org.springframework.util.unit.DataSize;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Refuses bodies that are too large: at once where the client says so, else when the limit is passed; nothing is kept in memory. Knows whether a body
 * that a service waits for is still on its way.
 */
final class BodyCap implements GatewayFilter, Ordered {

    private static final String ARRIVING = BodyCap.class.getName() + ".arriving";

    private final long most;

    BodyCap(DataSize most) {
        this.most = most.toBytes();
    }

    @Override
    public int getOrder() {
        return Ordered.HIGHEST_PRECEDENCE;
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, GatewayFilterChain chain) {
        if (exchange.getRequest().getHeaders().getContentLength() > most) {
            return Mono.error(tooLarge());
        }
        var request = exchange.getRequest();
        var counted = new AtomicLong();
        var capped = new ServerHttpRequestDecorator(request) {
            @Override
            public Flux<DataBuffer> getBody() {
                return request.getBody().doOnSubscribe(_ -> exchange.getAttributes().put(ARRIVING, true)).doOnNext(part -> {
                    if (counted.addAndGet(part.readableByteCount()) > most) {
                        throw tooLarge();
                    }
                }).doOnComplete(() -> exchange.getAttributes().remove(ARRIVING));
            }
        };
        return chain.filter(exchange.mutate().request(capped).build());
    }

    /** Whether the client has begun its body, and not ended it. */
    static boolean isArriving(ServerWebExchange exchange) {
        return exchange.getAttributes().containsKey(ARRIVING);
    }

    private static ResponseStatusException tooLarge() {
        return new ResponseStatusException(HttpStatus.CONTENT_TOO_LARGE);
    }
}
