package org.xinju.grid;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

import org.xinju.testing.Api;
import org.xinju.testing.ApiExamples;
import org.xinju.testing.TestIssuer;

import static org.assertj.core.api.Assertions.assertThat;

/** The API page of grid-service: every call is described and shows by example what it takes and gives. */
@Grid
class ApiPageTest {

    @LocalServerPort int port;
    @Autowired RegistryEvents registry;

    @Test
    void every_call_is_described_and_its_examples_fit_its_schemas() {
        assertThat(ApiExamples.faults(ApiExamples.page(port))).isEmpty();
    }

    @Test
    void what_the_examples_ask_for_is_done() {
        var page = ApiExamples.page(port);
        AreasKnown.await(registry, new Api("http://localhost:" + port, ""));
        var worker = as("grid-worker", "G001");
        var reported = worker.post("/api/grid/cases", ApiExamples.request(page, "case.report"));
        assertThat(reported.status()).as(reported.body().toString()).isEqualTo(201);
        var path = "/api/grid/cases/" + reported.body().at("/summary/id").asString();
        var room = as("command-room", RegistryEvents.TOP);
        assertThat(room.post(path + "/acceptances", "{}").status()).isEqualTo(200);
        var dispatched = room.post(path + "/dispatches", ApiExamples.request(page, "step.step"));
        assertThat(dispatched.status()).as(dispatched.body().toString()).isEqualTo(200);
        var joined = as("administrator").post("/api/grid/teams/G014/members", ApiExamples.request(page, "team.join"));
        assertThat(joined.status()).as(joined.body().toString()).isEqualTo(201);
    }

    private Api as(String role, String... areas) {
        return new Api("http://localhost:" + port, TestIssuer.shared().token("reader-of-the-page", role, areas));
    }
}
