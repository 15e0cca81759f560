package org.xinju.gateway;

import io.netty.channel.ChannelException;
import org.springframework.cloud.gateway.filter.GatewayFilter;
import org.springframework.cloud.gateway.filter.GatewayFilterChain;
import org.springframework.http.HttpStatus;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/**
 * Tells a client that sends slowly from a service that answers slowly. Stands inside the circuit breaker, which overlooks what the client does: else
 * anybody could open it by a few requests that never end.
 */
final class SlowBody implements GatewayFilter {

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, GatewayFilterChain chain) {
        return chain.filter(exchange).onErrorMap(error -> BodyCap.isArriving(exchange) && isTimeout(error),
                error -> new ResponseStatusException(HttpStatus.REQUEST_TIMEOUT, null, error));
    }

    /** Those of the gateway's own connection to the client are channel exceptions. */
    private static boolean isTimeout(Throwable error) {
        return error instanceof ChannelException || Errors.status(error).isSameCodeAs(HttpStatus.GATEWAY_TIMEOUT);
    }
}
