package org.xinju.gateway;

import org.springframework.cloud.gateway.support.ServerWebExchangeUtils;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.web.reactive.function.server.RouterFunction;
import org.springframework.web.reactive.function.server.RouterFunctions;
import org.springframework.web.reactive.function.server.ServerRequest;
import org.springframework.web.reactive.function.server.ServerResponse;
import reactor.core.publisher.Mono;

/** What is answered while a service is away or its circuit is open; a body that was too large or came too slowly is still told so. */
@Configuration(proxyBeanMethods = false)
class Unavailable {

    @Bean
    RouterFunction<ServerResponse> fallback(Problems problems) {
        return RouterFunctions.route(request -> request.path().equals("/unavailable")
                        && request.attribute(ServerWebExchangeUtils.CIRCUITBREAKER_EXECUTION_EXCEPTION_ATTR).isPresent(),
                request -> answer(request, problems));
    }

    private static Mono<ServerResponse> answer(ServerRequest request, Problems problems) {
        var cause = (Throwable) request.attribute(ServerWebExchangeUtils.CIRCUITBREAKER_EXECUTION_EXCEPTION_ATTR).orElseThrow();
        var known = Errors.status(cause);
        var status = known.value() == 500 ? HttpStatus.SERVICE_UNAVAILABLE : known;
        if (status.is5xxServerError()) {
            request.exchange().getResponse().getHeaders().set(HttpHeaders.RETRY_AFTER, "2");
        }
        if (status.isSameCodeAs(HttpStatus.REQUEST_TIMEOUT)) {
            request.exchange().getResponse().getHeaders().set(HttpHeaders.CONNECTION, "close"); // the rest of the body is not waited for
        }
        return problems.write(request.exchange(), status, Problems.code(status)).then(Mono.empty());
    }
}
