package org.xinju.gateway;

import java.io.IOException;

import org.junit.jupiter.api.Test;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

import static org.assertj.core.api.Assertions.assertThat;

/** An issuer that answers nothing of use to a gateway that has just started and knows none of its keys. */
class SilentIssuerTest extends OverHttp {

    private static final Upstream ISSUER_THAT_FAILS = upstream();

    @DynamicPropertySource
    static void keys(DynamicPropertyRegistry registry) throws IOException {
        ISSUER_THAT_FAILS.answer("/keys", 500, "");
        registry.add("XINJU_JWK_SET_URI", () -> ISSUER_THAT_FAILS.uri() + "/keys");
    }

    @Test
    void whoever_calls_is_told_to_come_again() {
        var answer = get("/api/points/accounts/mine");
        isProblem(answer, 503, "service-unavailable");
        assertThat(answer.headers().firstValue("Retry-After")).hasValue("2");
    }
}
