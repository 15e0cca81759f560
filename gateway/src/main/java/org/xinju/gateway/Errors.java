package org.xinju.gateway;

import java.net.ConnectException;
import java.util.concurrent.TimeoutException;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.webflux.error.ErrorWebExceptionHandler;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.stereotype.Component;
import org.springframework.web.reactive.function.client.WebClientException;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;
import reactor.netty.http.client.PrematureCloseException;
import reactor.netty.internal.shaded.reactor.pool.PoolAcquirePendingLimitException;

/** Every error that the gateway itself answers is a problem detail; none shows a stack trace. */
@Component
@Order(-2) // before Spring Boot's own
class Errors implements ErrorWebExceptionHandler {

    private static final Logger log = LoggerFactory.getLogger(Errors.class);

    private final Problems problems;

    Errors(Problems problems) {
        this.problems = problems;
    }

    @Override
    public Mono<Void> handle(ServerWebExchange exchange, Throwable error) {
        var status = status(error);
        if (status.value() == 500) {
            log.error("unexpected failure, request {}", exchange.getAttributeOrDefault(Entrance.REQUEST_ID, ""), error);
        }
        if (status.value() == 503) {
            exchange.getResponse().getHeaders().set(HttpHeaders.RETRY_AFTER, "2");
        }
        return problems.write(exchange, status, Problems.code(status));
    }

    static HttpStatusCode status(Throwable error) {
        for (Throwable cause = error; cause != null; cause = cause.getCause()) {
            switch (cause) {
                case ResponseStatusException known -> {
                    return known.getStatusCode();
                }
                case TimeoutException _ -> {
                    return HttpStatus.GATEWAY_TIMEOUT;
                }
                case WebClientException away -> { // the issuer's keys cannot be had: nobody can say whether the token is good
                    log.warn("issuer not available: {}", away.toString());
                    return HttpStatus.SERVICE_UNAVAILABLE;
                }
                case ConnectException _, PrematureCloseException _, PoolAcquirePendingLimitException _, java.net.UnknownHostException _ -> {
                    return HttpStatus.SERVICE_UNAVAILABLE;
                }
                default -> { /* perhaps its cause is known */ }
            }
        }
        return HttpStatus.INTERNAL_SERVER_ERROR;
    }
}
