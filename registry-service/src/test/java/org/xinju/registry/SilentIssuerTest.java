package org.xinju.registry;

import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.TestPropertySource;

import org.xinju.testing.Api;
import org.xinju.testing.TestIssuer;

import static org.assertj.core.api.Assertions.assertThat;

/** The issuer is away when a service starts, which then knows none of its keys: no token can be looked at, good or bad. */
@Registry
@TestPropertySource(properties = "XINJU_JWK_SET_URI=http://localhost:1/keys")
@DirtiesContext
class SilentIssuerTest {

    @LocalServerPort int port;

    @Test
    void whoever_calls_is_told_to_come_again_with_the_same_key() {
        var answer = new Api("http://localhost:" + port, TestIssuer.shared().token("worker", "grid-worker", "G001")).get("/api/registry/residents");
        assertThat(answer.status()).isEqualTo(503);
        assertThat(answer.header("Retry-After")).isEqualTo("2");
        assertThat(answer.text("code")).isEqualTo("unavailable");
        assertThat(new Api("http://localhost:" + port, "no token at all").get("/api/registry/residents").status()).isEqualTo(401);
    }
}
