package org.xinju.acceptance.guard;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.xinju.acceptance.RunningSystem;
import org.xinju.acceptance.Tokens;

/** Tokens that are none: each service refuses them by itself, at every call that needs one. */
final class TokenGuard {

    private static final List<String> AREAS = List.of("330206004");

    private final RunningSystem system;
    private final AccessTable table;
    private final Calls calls;
    private final Map<String, String> bad = new LinkedHashMap<>();

    TokenGuard(RunningSystem system, AccessTable table, Calls calls, Tokens tokens) {
        this.system = system;
        this.table = table;
        this.calls = calls;
        bad.put("expired", bent(tokens, "exp", Date.from(Instant.now().minusSeconds(120))));
        bad.put("not valid yet", bent(tokens, "nbf", Date.from(Instant.now().plusSeconds(600))));
        bad.put("without an end", bent(tokens, "exp", null));
        bad.put("of another issuer", bent(tokens, "iss", "http://localhost:1"));
        bad.put("without an issuer", bent(tokens, "iss", null));
        bad.put("for another audience", bent(tokens, "aud", List.of("another")));
        bad.put("without an audience", bent(tokens, "aud", null));
        bad.put("without a subject", bent(tokens, "sub", null));
        bad.put("with an empty subject", bent(tokens, "sub", ""));
        bad.put("of another key", tokens.forged("guard-bad", "operator", AREAS));
        bad.put("unsigned", tokens.unsigned("guard-bad", "operator", AREAS));
        bad.put("cut off", tokens.of("guard-bad", "operator", AREAS).substring(0, 200));
        bad.put("no token at all", "xinju");
    }

    private static String bent(Tokens tokens, String claim, @org.jspecify.annotations.Nullable Object value) {
        return tokens.bent("guard-bad", "operator", AREAS, claims -> claims.claim(claim, value));
    }

    /** @return one sentence for each token that was not refused with 401 */
    List<String> look() {
        var wrong = new ArrayList<String>();
        for (var call : table.calls()) {
            if (table.expected(call, Visitor.anonymous()).equals("401")) {
                var request = calls.request(call, Visitor.anonymous());
                bad.forEach((what, token) -> refused(wrong, call, what, request, system.address(Operations.service(call)), token));
            }
        }
        bad.forEach((what, token) -> refused(wrong, "GET /api/grid/cases/mine", what, Request.get("/api/grid/cases/mine"), system.gateway(), token));
        return wrong;
    }

    private static void refused(List<String> wrong, String call, String what, Request request, String door, String token) {
        var answer = Http.send(request.to(door, token));
        if (answer.status() != 401 || !answer.isProblem() || answer.headers().firstValue("WWW-Authenticate").isEmpty()) {
            wrong.add("%s at %s with a token that is %s: %d %s".formatted(call, door, what, answer.status(), answer.body()));
        }
    }
}
