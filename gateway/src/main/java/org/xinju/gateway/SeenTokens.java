package org.xinju.gateway;

import java.time.Duration;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtTimestampValidator;
import org.springframework.security.oauth2.jwt.ReactiveJwtDecoder;
import reactor.core.publisher.Mono;

/**
 * Looks at the signature of a token once a minute: a caller sends the same one with every call. Whether it still holds is looked at each time; a key that its
 * issuer takes back is taken for as long as the issuer's keys are remembered anyway, and a minute more.
 */
final class SeenTokens implements ReactiveJwtDecoder {

    private static final Duration REMEMBERED = Duration.ofMinutes(1);
    private static final int MOST = 4_000; // some kilobytes each

    private final ReactiveJwtDecoder decoder;
    private final JwtTimestampValidator time = new JwtTimestampValidator();
    private final Cache<String, Jwt> good = Caffeine.newBuilder().maximumSize(MOST).expireAfterWrite(REMEMBERED).build();

    SeenTokens(ReactiveJwtDecoder decoder) {
        this.decoder = decoder;
    }

    @Override
    public Mono<Jwt> decode(String token) {
        var known = good.getIfPresent(token);
        if (known != null && !time.validate(known).hasErrors()) {
            return Mono.just(known);
        }
        return decoder.decode(token).doOnNext(jwt -> good.put(token, jwt));
    }
}
