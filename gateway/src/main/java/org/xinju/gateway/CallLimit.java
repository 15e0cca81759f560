package org.xinju.gateway;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bucket;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.ReactiveSecurityContextHolder;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

/**
 * How often one caller may call, and how many calls of one may be under way. Each caller has a bucket, calls without a token share one per address, receipts of a message provider
 * another one; buckets that nobody uses are forgotten. Limits are per gateway: behind several, a caller has as many buckets.
 */
@Component
@Order(0) // behind Spring Security, which has put the caller into the context by then
class CallLimit implements WebFilter {

    private final GatewayProperties.Limits limits;
    private final GatewayProperties.Receipts receipts;
    private final Problems problems;
    private final Cache<Bearer, Account> accounts;

    /** @param most that may be under way */
    private record Account(Bucket bucket, int most, AtomicInteger underWay) {

        Account(int burst, int perSecond, int most) {
            this(Bucket.builder().addLimit(limit -> limit.capacity(burst).refillGreedy(perSecond, Duration.ofSeconds(1))).build(), most, new AtomicInteger());
        }
    }

    /** Whose account it is. */
    private record Bearer(Kind kind, String name) {}

    private enum Kind { CALLER, ADDRESS, PROVIDER }

    CallLimit(GatewayProperties properties, Problems problems) {
        this.limits = properties.limits();
        this.receipts = properties.receipts();
        this.problems = problems;
        this.accounts = Caffeine.newBuilder().maximumSize(limits.mostCallers()).expireAfterAccess(Duration.ofMinutes(10)).build();
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        var path = exchange.getRequest().getPath().value();
        if (!path.startsWith("/api/")) {
            return chain.filter(exchange);
        }
        if (exchange.getRequest().getMethod().equals(HttpMethod.POST) && receipts.paths().contains(path)) {
            return limited(new Bearer(Kind.PROVIDER, ClientAddress.of(exchange)), exchange, chain.filter(exchange));
        }
        return ReactiveSecurityContextHolder.getContext().mapNotNull(SecurityContext::getAuthentication).filter(Authentication::isAuthenticated)
                .map(caller -> new Bearer(Kind.CALLER, caller.getName())).defaultIfEmpty(address(exchange))
                .flatMap(bearer -> limited(bearer, exchange, chain.filter(exchange)));
    }

    /** For a call whose token is refused: whoever tries tokens has no more tries than calls without one. */
    Mono<Void> unauthenticated(ServerWebExchange exchange, Mono<Void> refusal) {
        return limited(address(exchange), exchange, refusal);
    }

    private static Bearer address(ServerWebExchange exchange) {
        return new Bearer(Kind.ADDRESS, ClientAddress.of(exchange));
    }

    private Mono<Void> limited(Bearer bearer, ServerWebExchange exchange, Mono<Void> answer) {
        return Mono.defer(() -> {
            var account = accounts.get(bearer, this::account);
            var probe = account.bucket().tryConsumeAndReturnRemaining(1);
            if (!probe.isConsumed()) {
                return refused(exchange, Math.max(1, Duration.ofNanos(probe.getNanosToWaitForRefill()).toSeconds() + 1));
            }
            if (account.underWay().incrementAndGet() > account.most()) {
                account.underWay().decrementAndGet();
                return refused(exchange, 1);
            }
            return answer.doFinally(_ -> account.underWay().decrementAndGet());
        });
    }

    private Mono<Void> refused(ServerWebExchange exchange, long seconds) {
        exchange.getResponse().getHeaders().set(HttpHeaders.RETRY_AFTER, Long.toString(seconds));
        return problems.write(exchange, HttpStatus.TOO_MANY_REQUESTS, "too-many-requests");
    }

    private Account account(Bearer bearer) {
        return switch (bearer.kind()) {
            case CALLER -> new Account(limits.burst(), limits.perSecond(), limits.atOnce());
            case ADDRESS -> new Account(limits.anonymousBurst(), limits.anonymousPerSecond(), Integer.MAX_VALUE);
            case PROVIDER -> new Account(receipts.burst(), receipts.perSecond(), Integer.MAX_VALUE);
        };
    }
}
