package org.xinju.web;

import java.time.Duration;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtTimestampValidator;

/**
 * Looks at the signature of a token once a minute: a caller sends the same one with every call. Whether it still holds is looked at each time; a key that its
 * issuer takes back is taken for as long as the issuer's keys are remembered anyway, and a minute more.
 */
final class SeenTokens implements JwtDecoder {

    private static final Duration REMEMBERED = Duration.ofMinutes(1);
    private static final int MOST = 4_000; // some kilobytes each

    private final JwtDecoder decoder;
    private final JwtTimestampValidator time = new JwtTimestampValidator();
    private final Cache<String, Jwt> good = Caffeine.newBuilder().maximumSize(MOST).expireAfterWrite(REMEMBERED).build();

    SeenTokens(JwtDecoder decoder) {
        this.decoder = decoder;
    }

    @Override
    public Jwt decode(String token) {
        var known = good.getIfPresent(token);
        if (known != null && !time.validate(known).hasErrors()) {
            return known;
        }
        var jwt = decoder.decode(token);
        good.put(token, jwt);
        return jwt;
    }
}
