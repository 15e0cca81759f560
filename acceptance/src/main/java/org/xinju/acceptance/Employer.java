package org.xinju.acceptance;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import tools.jackson.databind.JsonNode;

/** An employer at work: registered, bound, sending rosters. */
public final class Employer {

    static final String USCC = "91990206TTTT00014L";

    private final Api api;

    public Employer(Deployment system) {
        var administrator = system.as("administrator");
        administrator.post("/api/registry/enterprises", Map.of("uscc", USCC, "name", "宁波某某精密制造有限公司"));
        api = system.as("employer");
        var bound = administrator.post("/api/registry/bindings",
                Map.of("issuer", api.claim("iss"), "subject", api.claim("sub"), "kind", "ENTERPRISE", "target", USCC));
        if (bound.status() > 201) {
            throw new IllegalStateException("the employer could not be bound: " + bound.body());
        }
    }

    /** @return where the roster can be followed */
    public String send(String fileName, byte[] content, boolean dryRun) {
        var answer = api.upload("/api/registry/enterprises/" + USCC + "/rosters?dryRun=" + dryRun, fileName, content, UUID.randomUUID().toString());
        if (answer.status() != 202) {
            throw new IllegalStateException("the roster was refused: " + answer.status() + " " + answer.body());
        }
        return answer.location();
    }

    public JsonNode roster(String location) {
        return api.get(location).body();
    }

    public void awaitDone(String location, Duration limit) {
        Waiting.until("roster " + location + " is done", limit, () -> roster(location).path("state").asString("").equals("DONE"));
    }

    public List<JsonNode> rows(String location) {
        var rows = new ArrayList<JsonNode>();
        var next = "";
        do {
            var page = api.get(location + "/rows?limit=500" + (next.isEmpty() ? "" : "&cursor=" + next)).body();
            page.path("items").forEach(rows::add);
            next = page.path("next").asString("");
        } while (!next.isEmpty());
        return rows;
    }
}
