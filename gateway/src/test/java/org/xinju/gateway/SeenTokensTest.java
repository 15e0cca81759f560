package org.xinju.gateway;

import java.time.Instant;
import java.util.concurrent.atomic.AtomicInteger;

import org.junit.jupiter.api.Test;
import org.springframework.security.oauth2.jwt.BadJwtException;
import org.springframework.security.oauth2.jwt.Jwt;
import reactor.core.publisher.Mono;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** Tokens that say when they end. */
class SeenTokensTest {

    private final AtomicInteger looks = new AtomicInteger();
    private final SeenTokens tokens = new SeenTokens(this::look);

    private Mono<Jwt> look(String token) {
        looks.incrementAndGet();
        if (token.equals("forged")) {
            return Mono.error(new BadJwtException("forged"));
        }
        var ends = Instant.now().minusSeconds(Long.parseLong(token));
        return Mono.just(Jwt.withTokenValue(token).header("alg", "RS256").subject("s").issuedAt(ends.minusSeconds(600)).expiresAt(ends).build());
    }

    @Test
    void the_signature_of_the_same_token_is_looked_at_once() {
        var first = tokens.decode("-600").block();
        assertThat(tokens.decode("-600").block()).isEqualTo(first);
        tokens.decode("-601").block();
        assertThat(looks).hasValue(2);
    }

    /** By who knows how to refuse it; it takes tokens for some time after their end, as clocks differ. */
    @Test
    void one_that_has_ended_is_looked_at_again() {
        tokens.decode("3600").block();
        tokens.decode("3600").block();
        assertThat(looks).hasValue(2);
    }

    @Test
    void a_bad_one_is_not_remembered() {
        for (var n = 0; n < 2; n++) {
            assertThatThrownBy(() -> tokens.decode("forged").block()).isInstanceOf(BadJwtException.class);
        }
        assertThat(looks).hasValue(2);
    }
}
