package org.xinju.gateway;

import java.net.URI;

import org.springframework.cloud.gateway.filter.factory.RetryGatewayFilterFactory;
import org.springframework.cloud.gateway.route.Route;
import org.springframework.cloud.gateway.route.RouteLocator;
import org.springframework.cloud.gateway.route.builder.Buildable;
import org.springframework.cloud.gateway.route.builder.PredicateSpec;
import org.springframework.cloud.gateway.route.builder.RouteLocatorBuilder;
import org.springframework.cloud.gateway.support.RouteMetadataUtils;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.util.unit.DataSize;

/** Every service gets the same three routes: its uploads, the rest of its API, its API document. */
@Configuration(proxyBeanMethods = false)
class Routes {

    @Bean
    RouteLocator services(RouteLocatorBuilder builder, GatewayProperties properties) {
        var routes = builder.routes();
        properties.services().forEach((name, uri) -> {
            var uploads = properties.uploads().paths().stream().filter(path -> path.startsWith("/api/" + name + "/")).toArray(String[]::new);
            if (uploads.length > 0) {
                routes.route(name + "-uploads", route -> api(route, name + "-uploads", uri, properties.uploads().timeout().toMillis(),
                        properties.uploads().largestBody(), uploads));
            }
            routes.route(name, route -> api(route, name, uri, properties.timeout().toMillis(), properties.largestBody(), "/api/" + name + "/**"));
            routes.route(name + "-document", route -> route.path("/v3/api-docs/" + name).filters(f -> f.setPath("/v3/api-docs")).uri(uri));
        });
        return routes.build();
    }

    private static Buildable<Route> api(PredicateSpec route, String id, URI uri, long timeoutMillis, DataSize largestBody, String... paths) {
        return route.path(paths)
                .filters(f -> f
                        .filter(new BodyCap(largestBody))
                        .circuitBreaker(breaker -> breaker.setName(id).setFallbackUri("forward:/unavailable"))
                        .dedupeResponseHeader("X-Request-Id Vary", "RETAIN_UNIQUE") // inside the breaker: its own answer is sent by then
                        .retry(Routes::connectOnly))
                .metadata(RouteMetadataUtils.RESPONSE_TIMEOUT_ATTR, timeoutMillis)
                .metadata(RouteMetadataUtils.CONNECT_TIMEOUT_ATTR, 1000)
                .uri(uri);
    }

    /** Reading again is safe while nobody was reached; everything else the client repeats with its Idempotency-Key. */
    private static void connectOnly(RetryGatewayFilterFactory.RetryConfig retry) {
        retry.setRetries(1).setMethods(HttpMethod.GET).setSeries().setStatuses(HttpStatus.BAD_GATEWAY)
                .setExceptions(java.net.ConnectException.class);
    }
}
