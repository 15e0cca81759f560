package org.xinju.gateway;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import org.jspecify.annotations.Nullable;
import org.springframework.cloud.gateway.filter.GatewayFilter;
import org.springframework.cloud.gateway.filter.GatewayFilterChain;
import org.springframework.cloud.gateway.filter.NettyWriteResponseFilter;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.Ordered;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;

/**
 * Answers that stay open: how many a caller may have, and how long. One ends when the caller leaves, when the caller's token ends, or when
 * this gateway does; the client comes back by itself, as server-sent events have it.
 */
@Component
class LiveStreams implements GatewayFilter, Ordered {

    /** Metadata of the routes of streams. */
    static final String IS_STREAM = LiveStreams.class.getName();

    /** For so long after its end a token is still taken, as clocks differ; a stream that ended before would be opened again and again. */
    private static final Duration CLOCK_SKEW = Duration.ofSeconds(60);
    private static final String LATER = "30"; // seconds; by then some stream has ended, or the caller has seen to it

    private final GatewayProperties.Streams limits;
    private final Problems problems;
    private final Map<String, Integer> open = new HashMap<>();
    private final Sinks.Empty<Void> closing = Sinks.empty();
    private int all;

    LiveStreams(GatewayProperties properties, Problems problems, MeterRegistry meters) {
        this.limits = properties.streams();
        this.problems = problems;
        Gauge.builder("xinju.gateway.streams.open", this, LiveStreams::count).description("Answers that stay open").register(meters);
    }

    /** Around the writing of the answer too, which stands outside of the filters of a route. */
    @Override
    public int getOrder() {
        return NettyWriteResponseFilter.WRITE_RESPONSE_FILTER_ORDER - 1;
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, GatewayFilterChain chain) {
        return exchange.getPrincipal().switchIfEmpty(Mono.error(() -> new IllegalStateException("a stream needs a caller")))
                .flatMap(caller -> opened(caller.getName(), exchange, chain, caller instanceof JwtAuthenticationToken token
                        ? token.getToken().getExpiresAt() : null));
    }

    private Mono<Void> opened(String caller, ServerWebExchange exchange, GatewayFilterChain chain, @Nullable Instant until) {
        var refusal = claim(caller);
        if (refusal != null) {
            exchange.getResponse().getHeaders().set(HttpHeaders.RETRY_AFTER, LATER);
            return problems.write(exchange, HttpStatus.TOO_MANY_REQUESTS, refusal);
        }
        var stream = chain.filter(exchange).takeUntilOther(closing.asMono());
        return (until == null ? stream : stream.takeUntilOther(Mono.delay(Duration.between(Instant.now(), until.plus(CLOCK_SKEW)))))
                .doFinally(_ -> release(caller));
    }

    /** The code of what stands against it, null when nothing does. */
    private synchronized @Nullable String claim(String caller) {
        if (all >= limits.most()) {
            return "streams-full";
        }
        if (open.getOrDefault(caller, 0) >= limits.mostPerCaller()) {
            return "too-many-streams";
        }
        all++;
        open.merge(caller, 1, Integer::sum);
        return null;
    }

    private synchronized void release(String caller) {
        all--;
        open.computeIfPresent(caller, (_, count) -> count == 1 ? null : count - 1);
    }

    private synchronized int count() {
        return all;
    }

    /** Before the server waits for open answers to end: these would not. */
    @EventListener(ContextClosedEvent.class)
    void end() {
        closing.tryEmitEmpty();
    }
}
