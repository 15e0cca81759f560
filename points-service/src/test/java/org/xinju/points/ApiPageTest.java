package org.xinju.points;

import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

import org.xinju.testing.ApiExamples;

import static org.assertj.core.api.Assertions.assertThat;

/** The API page of points-service: every call is described and shows by example what it takes and gives. */
@Points
class ApiPageTest {

    @LocalServerPort int port;

    @Test
    void every_call_is_described_and_its_examples_fit_its_schemas() {
        assertThat(ApiExamples.faults(ApiExamples.page(port))).isEmpty();
    }
}
