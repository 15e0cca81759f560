package org.xinju.gateway;

import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.server.reactive.ServerHttpRequestDecorator;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import org.xinju.gateway.replica.Replicas;

/**
 * Turns a call away at once, before anything is done for it, when so many to the same service are under way that it could not be answered in time: an
 * endless queue would answer everybody too late. Calls whose client is still sending are not counted, and what lasts by its nature (streams, files, long
 * calls) has limits of its own.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 1) // behind the entrance, before any token is looked at
class Crowd implements WebFilter {

    private static final String SOON = "2"; // seconds

    private final int most;
    private final Problems problems;
    private final List<PathPattern> apart;
    private final Replicas replicas;
    private final Map<String, AtomicInteger> underWay;
    private final Counter turnedAway;

    Crowd(GatewayProperties properties, Replicas replicas, Problems problems, MeterRegistry meters) {
        this.most = properties.limits().underWay();
        this.replicas = replicas;
        this.problems = problems;
        this.apart = Stream.of(properties.streams().paths().stream(), properties.uploads().stream().map(GatewayProperties.Upload::path), properties.longPaths().stream())
                .flatMap(Function.identity()).map(PathPatternParser.defaultInstance::parse).toList();
        this.underWay = replicas.services().stream().collect(Collectors.toUnmodifiableMap(Function.identity(), _ -> new AtomicInteger()));
        this.turnedAway = meters.counter("xinju.requests.turned.away");
        underWay.forEach((service, calls) -> Gauge.builder("xinju.gateway.calls.under.way", calls, AtomicInteger::get).tag("service", service)
                .description("Calls that wait for the service").register(meters));
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        var path = exchange.getRequest().getPath().pathWithinApplication();
        var service = service(path.value());
        var calls = underWay.get(service);
        if (calls == null || apart.stream().anyMatch(pattern -> pattern.matches(path))) {
            return chain.filter(exchange);
        }
        return Mono.defer(() -> {
            if (calls.incrementAndGet() > most * Math.max(1, replicas.up(service))) {
                calls.decrementAndGet();
                return turnAway(exchange);
            }
            return counted(new Call(calls), exchange, chain);
        });
    }

    /** The second segment of a path under {@code /api/}; empty for any other. */
    private static String service(String path) {
        var end = path.indexOf('/', "/api/".length());
        return path.startsWith("/api/") && end > 0 ? path.substring("/api/".length(), end) : "";
    }

    private static Mono<Void> counted(Call call, ServerWebExchange exchange, WebFilterChain chain) {
        var request = new ServerHttpRequestDecorator(exchange.getRequest()) {
            @Override
            public Flux<DataBuffer> getBody() {
                return super.getBody().doOnSubscribe(_ -> call.leave()).doOnComplete(call::comeBack);
            }
        };
        return chain.filter(exchange.mutate().request(request).build()).doFinally(_ -> call.end());
    }

    private Mono<Void> turnAway(ServerWebExchange exchange) {
        turnedAway.increment();
        exchange.getResponse().getHeaders().set(HttpHeaders.RETRY_AFTER, SOON);
        return problems.write(exchange, HttpStatus.SERVICE_UNAVAILABLE, "busy");
    }

    /** One that was let in: counted, but while its client sends. */
    private static final class Call {

        private final AtomicInteger underWay;
        private boolean isCounted = true;
        private boolean hasEnded;

        Call(AtomicInteger underWay) {
            this.underWay = underWay;
        }

        synchronized void leave() {
            if (isCounted) {
                isCounted = false;
                underWay.decrementAndGet();
            }
        }

        synchronized void comeBack() {
            if (!isCounted && !hasEnded) {
                isCounted = true;
                underWay.incrementAndGet();
            }
        }

        synchronized void end() {
            leave();
            hasEnded = true;
        }
    }
}
