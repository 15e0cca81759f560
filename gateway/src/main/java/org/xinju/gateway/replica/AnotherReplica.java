package org.xinju.gateway.replica;

import java.io.IOException;
import java.net.ConnectException;
import java.net.UnknownHostException;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.springframework.cloud.client.loadbalancer.Response;
import org.springframework.cloud.gateway.filter.GatewayFilter;
import org.springframework.cloud.gateway.filter.GatewayFilterChain;
import org.springframework.cloud.gateway.support.ServerWebExchangeUtils;
import org.springframework.http.HttpMethod;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;
import reactor.netty.channel.AbortedException;

/**
 * Sends a call that did not get through to another replica. Any call when no connection could be made, as nobody has seen it and its body
 * has not been read; a reading one, once, also when the connection broke before the answer began. Everything else the client repeats with
 * its {@code Idempotency-Key}.
 *
 * <p>Stands inside the service's circuit breaker, which so hears of the last try only. Nor does it hear when a replica fails that is left
 * out while another one is up: the service is not down.
 */
@Component
public class AnotherReplica implements GatewayFilter {

    private static final String TRIED = AnotherReplica.class.getName() + ".tried";
    private static final Set<HttpMethod> READING = Set.of(HttpMethod.GET, HttpMethod.HEAD);

    private final Replicas replicas;

    AnotherReplica(Replicas replicas) {
        this.replicas = replicas;
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, GatewayFilterChain chain) {
        return Mono.defer(() -> chain.filter(exchange)).onErrorResume(failure -> chosen(exchange)
                .map(replica -> failed(replica, failure, exchange, chain)).orElseGet(() -> Mono.error(failure)));
    }

    private Mono<Void> failed(Replica replica, Throwable failure, ServerWebExchange exchange, GatewayFilterChain chain) {
        var unreached = failure instanceof ConnectException || failure instanceof UnknownHostException;
        var broken = !unreached && (failure instanceof IOException || failure instanceof AbortedException)
                && READING.contains(exchange.getRequest().getMethod());
        if (unreached || broken) {
            replica.found(false);
        }
        var tried = tried(exchange.getAttributes());
        var again = !exchange.getResponse().isCommitted() && (unreached || broken && tried.isEmpty());
        var all = new HashSet<>(tried);
        all.add(replica);
        if (again && !replicas.open(replica.getServiceId(), all).isEmpty()) {
            exchange.getAttributes().put(TRIED, all);
            ServerWebExchangeUtils.reset(exchange);
            return filter(exchange, chain);
        }
        return Mono.error(!replica.isUp() && replicas.up(replica.getServiceId()) > 0 ? new LeftOutException(failure) : failure);
    }

    @SuppressWarnings("unchecked") // nobody else writes it
    static Set<Replica> tried(Map<String, Object> attributes) {
        return (Set<Replica>) attributes.getOrDefault(TRIED, Set.of());
    }

    private static Optional<Replica> chosen(ServerWebExchange exchange) {
        return exchange.getAttribute(ServerWebExchangeUtils.GATEWAY_LOADBALANCER_RESPONSE_ATTR) instanceof Response<?> response
                && response.getServer() instanceof Replica replica ? Optional.of(replica) : Optional.empty();
    }
}
