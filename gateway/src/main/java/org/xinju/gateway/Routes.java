package org.xinju.gateway;

import java.time.Duration;
import java.util.List;

import org.springframework.cloud.gateway.filter.GatewayFilter;
import org.springframework.cloud.gateway.route.RouteLocator;
import org.springframework.cloud.gateway.route.builder.BooleanSpec;
import org.springframework.cloud.gateway.route.builder.GatewayFilterSpec;
import org.springframework.cloud.gateway.route.builder.RouteLocatorBuilder;
import org.springframework.cloud.gateway.route.builder.UriSpec;
import org.springframework.cloud.gateway.support.RouteMetadataUtils;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.util.unit.DataSize;

import org.xinju.gateway.replica.AnotherReplica;
import org.xinju.gateway.replica.Replicas;

/**
 * Every service gets the same routes: its uploads, its long calls, its open streams, its receipts, the rest of its API, its API document;
 * an identity server is one more, if it is reached through here. Each has one circuit breaker for all replicas, but for streams, which may last, and documents.
 */
@Configuration(proxyBeanMethods = false)
class Routes {

    private static final int CONNECT_MILLIS = 1000;
    private static final Duration DOCUMENT_TIMEOUT = Duration.ofSeconds(20); // a service writes its document when it is first asked for

    private final GatewayProperties properties;
    private final GatewayFilter another;
    private final LiveStreams streams;

    Routes(GatewayProperties properties, AnotherReplica another, LiveStreams streams) {
        this.properties = properties;
        this.another = another;
        this.streams = streams;
    }

    @Bean
    RouteLocator services(RouteLocatorBuilder builder, Replicas replicas) {
        var routes = builder.routes();
        for (var service : replicas.services()) {
            var uri = "lb://" + service;
            for (var upload : properties.uploads()) {
                if (belongs(upload.path(), service)) {
                    routes.route(id(service, upload.path()), route -> call(route.path(upload.path()), service + "-uploads",
                            properties.longTimeout(), upload.largestBody()).uri(uri));
                }
            }
            for (var path : of(service, properties.longPaths())) {
                routes.route(id(service, path), route -> call(route.path(path), service + "-long", properties.longTimeout(),
                        properties.largestBody()).uri(uri));
            }
            for (var path : of(service, properties.streams().paths())) {
                routes.route(id(service, path), route -> stream(route.path(path)).uri(uri));
            }
            for (var path : of(service, properties.receipts().paths())) {
                routes.route(id(service, path), route -> call(route.path(path), service, properties.timeout(),
                        properties.receipts().largestBody()).uri(uri));
            }
            routes.route(service, route -> call(route.path("/api/" + service + "/**"), service, properties.timeout(),
                    properties.largestBody()).uri(uri));
            routes.route(service + "-document", route -> timed(route.path("/v3/api-docs/" + service)
                    .filters(f -> f.setPath("/v3/api-docs").filter(another)), DOCUMENT_TIMEOUT.toMillis()).uri(uri));
        }
        if (!properties.signIn().openPaths().isEmpty()) {
            routes.route("sign-in", route -> call(route.path(properties.signIn().openPaths().toArray(String[]::new)), "sign-in", properties.timeout(),
                    properties.largestBody()).uri(properties.signIn().uri()));
        }
        return routes.build();
    }

    private static List<String> of(String service, List<String> paths) {
        return paths.stream().filter(path -> belongs(path, service)).toList();
    }

    private static boolean belongs(String path, String service) {
        return path.startsWith("/api/" + service + "/");
    }

    private static String id(String service, String path) {
        return service + " " + path;
    }

    private UriSpec call(BooleanSpec route, String breakerName, Duration timeout, DataSize largestBody) {
        return timed(route.filters(f -> once(f.filter(new BodyCap(largestBody))
                .circuitBreaker(breaker -> breaker.setName(breakerName).setFallbackUri("forward:/unavailable")))
                .filter(new SlowBody()).filter(another)), timeout.toMillis());
    }

    private UriSpec stream(BooleanSpec route) {
        return timed(route.filters(f -> once(f.filter(streams)).filter(another)), -1).metadata(LiveStreams.IS_STREAM, true);
    }

    /** Inside the breaker: its own answer is sent by then. */
    private static GatewayFilterSpec once(GatewayFilterSpec filters) {
        return filters.dedupeResponseHeader("X-Request-Id Vary", "RETAIN_UNIQUE");
    }

    private static UriSpec timed(UriSpec route, long timeoutMillis) {
        return route.metadata(RouteMetadataUtils.RESPONSE_TIMEOUT_ATTR, timeoutMillis)
                .metadata(RouteMetadataUtils.CONNECT_TIMEOUT_ATTR, CONNECT_MILLIS);
    }
}
