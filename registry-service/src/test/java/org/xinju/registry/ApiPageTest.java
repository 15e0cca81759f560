package org.xinju.registry;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

import org.xinju.testing.Api;
import org.xinju.testing.ApiExamples;
import org.xinju.testing.TestIssuer;

import static org.assertj.core.api.Assertions.assertThat;

/** The API page of registry-service: every call is described and shows by example what it takes and gives. */
@Registry
class ApiPageTest {

    @LocalServerPort int port;

    @Test
    void every_call_is_described_and_its_examples_fit_its_schemas() {
        assertThat(ApiExamples.faults(ApiExamples.page(port))).isEmpty();
    }

    @Test
    void what_the_examples_ask_for_is_done() {
        var page = ApiExamples.page(port);
        var administrator = as("administrator");
        assertThat(administrator.post("/api/registry/enterprises", ApiExamples.request(page, "enterprise.register")).status()).isBetween(200, 201);
        assertThat(administrator.post("/api/registry/bindings", ApiExamples.request(page, "binding.bind")).status()).isEqualTo(201);
        var worker = as("grid-worker", "C001", "C003");
        var resident = worker.post("/api/registry/residents", ApiExamples.request(page, "resident.register"));
        assertThat(resident.status()).as(resident.body().toString()).isEqualTo(201);
        var moved = worker.post("/api/registry/residents/" + resident.text("id") + "/moves", ApiExamples.request(page, "resident.move"));
        assertThat(moved.status()).as(moved.body().toString()).isEqualTo(200);
        var found = worker.post("/api/registry/residents/searches", ApiExamples.request(page, "search.search"));
        assertThat(found.body().at("/items/0/id").asString()).isEqualTo(resident.text("id"));
        var dwelling = worker.post("/api/registry/dwellings", ApiExamples.request(page, "dwelling.register"));
        assertThat(dwelling.status()).as(dwelling.body().toString()).isEqualTo(201);
        for (var change : List.of("change changes", "close closures")) {
            var words = change.split(" ");
            var answer = worker.post("/api/registry/dwellings/" + dwelling.text("id") + "/" + words[1], ApiExamples.request(page, "dwelling." + words[0]));
            assertThat(answer.status()).as(answer.body().toString()).isEqualTo(200);
        }
        assertThat(as("resident").post("/api/registry/binding-codes", ApiExamples.request(page, "code.ask")).status()).isEqualTo(202);
    }

    private Api as(String role, String... areas) {
        return new Api("http://localhost:" + port, TestIssuer.shared().token("reader-of-the-page", role, areas));
    }
}
