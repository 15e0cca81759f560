package org.xinju.acceptance.guard;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import tools.jackson.databind.json.JsonMapper;

import org.xinju.acceptance.RunningSystem;

/** Tells the system of somebody in all ways in which people do, rightly and wrongly, through the gateway. */
final class CanaryWalk {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final RunningSystem system;
    private final Canary canary;
    private final Visitors visitors;
    private final List<String> refusals = new ArrayList<>();
    private final String home;

    CanaryWalk(RunningSystem system, Canary canary, Visitors visitors) {
        this.system = system;
        this.canary = canary;
        this.visitors = visitors;
        this.home = "高田王 8号 " + canary.words().getFirst();
    }

    /** @return bodies of the answers that refused */
    List<String> walk() {
        comes();
        isLookedFor();
        lives();
        reports();
        isCounted();
        isWrittenTo();
        isMistyped();
        return refusals;
    }

    private Map<String, Object> registration() {
        return Map.of("name", canary.name(), "idNumber", canary.idNumber(), "phone", canary.phone(), "address", home);
    }

    /** With another check digit. */
    private String wrongNumber() {
        var number = canary.idNumber();
        return number.substring(0, number.length() - 1) + (number.endsWith("1") ? "2" : "1");
    }

    private void comes() {
        var residents = "/api/registry/residents";
        ok(by("grid-worker", Request.post(residents, registration())));
        by("grid-worker", Request.post(residents, registration()));
        by("newcomer", Request.post(residents, registration()));
        for (var wrong : Map.of("idNumber", wrongNumber(), "phone", canary.phone() + "7", "name", canary.name() + "<script>",
                "address", home.repeat(30)).entrySet()) {
            var request = new HashMap<>(registration());
            request.put(wrong.getKey(), wrong.getValue());
            by("grid-worker", Request.post(residents, request));
        }
        var row = "姓名,身份证号,性别,手机号码,工种,入职日期,居住地址\n%s,%s,女,%s,操作工,2026-03-01,%s\n%s,%s,女,%s,操作工,明天,%s\n".formatted(canary.name(),
                canary.idNumber(), canary.phone(), home, canary.name(), wrongNumber(), canary.phone(), home);
        ok(by("employer", Request.upload("/api/registry/enterprises/" + Specimens.USCC + "/rosters", canary.name() + ".csv",
                row.getBytes(StandardCharsets.UTF_8))));
    }

    private void isLookedFor() {
        for (var key : Map.of("idNumber", canary.idNumber(), "phone", canary.phone(), "name", canary.name()).entrySet()) {
            ok(by("grid-worker", Request.post("/api/registry/residents/searches", Map.of(key.getKey(), key.getValue(), "purpose", "registration"))));
            by("grid-worker", Request.post("/api/registry/residents/searches", Map.of(key.getKey(), key.getValue(), "purpose", canary.phone())));
        }
        var asked = Request.post("/api/registry/binding-codes", Map.of("idNumber", canary.idNumber(), "phone", canary.phone()));
        ok(by("newcomer", asked));
        by("newcomer", Request.post("/api/registry/binding-codes", Map.of("idNumber", canary.phone(), "phone", canary.idNumber())));
        by("newcomer", Request.post("/api/registry/binding-codes/" + canary.phone() + "/confirmations", Map.of("code", canary.idNumber())));
        by("grid-worker", Request.get("/api/registry/residents/" + canary.idNumber() + "?purpose=" + canary.phone()));
        by("grid-worker", Request.get("/api/registry/areas/resolutions?address=" + URLEncoder.encode(home, StandardCharsets.UTF_8)));
        by("grid-worker", Request.get("/api/points/accounts/" + canary.phone() + "?purpose=" + canary.idNumber()));
        by("command-room", Request.get("/api/notification/dispatches?recipient=" + canary.phone() + "&cursor=" + canary.idNumber()));
        by("grid-worker", Request.get("/api/registry/" + canary.phone() + "/" + URLEncoder.encode(canary.name(), StandardCharsets.UTF_8)));
    }

    private void lives() {
        var dwelling = new HashMap<>(Specimens.description(home));
        ok(by("grid-worker", Request.post("/api/registry/dwellings", dwelling)));
        dwelling.put("beds", -1);
        by("grid-worker", Request.post("/api/registry/dwellings", dwelling));
        dwelling.put("use", canary.name());
        by("grid-worker", Request.post("/api/registry/dwellings", dwelling));
    }

    private void reports() {
        var resident = visitors.own("resident").token();
        var said = canary.words().getLast() + "，联系人" + canary.name() + canary.phone();
        ok(send(resident, Request.upload("/api/grid/photos", canary.name() + ".png", Specimens.picture())));
        send(resident, Request.upload("/api/grid/photos", canary.name() + ".png", said.getBytes(StandardCharsets.UTF_8)));
        var report = new HashMap<String, Object>(Map.of("category", "hazard.fire", "area", "G001", "address", home, "description", said));
        var reported = ok(send(resident, Request.post("/api/grid/cases", report)));
        var id = JSON.readTree(reported.body()).path("summary").path("id").asString();
        ok(by("grid-worker", Request.post("/api/grid/cases/" + id + "/acceptances", Map.of("note", said))));
        report.put("openness", "ANONYMOUS");
        ok(send(resident, Request.post("/api/grid/cases", report)));
        report.put("category", canary.name());
        send(resident, Request.post("/api/grid/cases", report));
        by("grid-worker", Request.post("/api/grid/cases/" + id + "/dispatches", Map.of("unit", canary.name(), "note", said)));
    }

    private void isCounted() {
        var resident = visitors.own("resident").token();
        var mine = ok(send(resident, Request.get("/api/points/accounts/mine")));
        var account = "/api/points/accounts/" + JSON.readTree(mine.body()).path("id").asString();
        for (var number : List.of(canary.idNumber(), canary.phone())) {
            var claim = new HashMap<>(Specimens.claim());
            claim.put("evidence", Map.of("kind", "notice", "reference", number, "issuedOn", "2026-02-24"));
            by("department", Request.post(account + "/confirmations", claim));
            claim.put("fact", Map.of("kind", canary.name(), "from", canary.born().toString(), "level", number, "amounts", Map.of(number, 1)));
            by("department", Request.post(account + "/confirmations", claim));
            claim.put("indicator", number);
            by("points-officer", Request.post(account + "/confirmations", claim));
        }
        var reason = Map.of("reason", canary.words().getLast() + "，" + canary.name() + canary.phone());
        ok(send(resident, Request.post(account + "/confirmations/" + confirmed(account) + "/objections", reason)));
        ok(by("department", Request.post(account + "/confirmations/" + confirmed(account) + "/withdrawals", reason)));
        by("department", Request.post(account + "/confirmations/" + canary.phone() + "/refusals", Map.of("reason", canary.name().repeat(100))));
        send(resident, Request.post(account + "/what-ifs", Map.of("facts", List.of(Map.of("kind", canary.name(), "level", canary.phone())),
                "endings", List.of(Map.of("fact", canary.idNumber())))));
        send(resident, Request.get(account + "/entries?policy=" + canary.phone() + "&cursor=" + canary.idNumber()));
        by("grid-worker", Request.get("/api/points/policies/" + canary.phone() + "/differences?from=" + canary.idNumber()));
    }

    private String confirmed(String account) {
        return JSON.readTree(ok(by("department", Request.post(account + "/confirmations", Specimens.claim()))).body()).path("id").asString();
    }

    private void isWrittenTo() {
        var resident = visitors.own("resident").token();
        var addresses = "/api/notification/recipients/mine/email-addresses";
        ok(send(resident, Request.post(addresses, Map.of("address", canary.email()))));
        send(resident, Request.post(addresses, Map.of("address", canary.email() + " " + canary.phone())));
    }

    /** Where nobody expects it. */
    private void isMistyped() {
        var name = canary.name().getBytes(StandardCharsets.UTF_8);
        var worker = system.as("grid-worker").token();
        var broken = new Request("POST", "/api/registry/residents", ("{\"name\":\"" + canary.name() + "\",\"idNumber\":\"" + canary.idNumber() + "\",")
                .getBytes(StandardCharsets.UTF_8), Map.of("Content-Type", "application/json"), "");
        send(worker, broken);
        send(worker, new Request("POST", "/api/registry/residents", name, Map.of("Content-Type", "text/plain"), ""));
        send(worker, Request.post("/api/registry/residents", Map.of("registeredOn", canary.phone(), canary.idNumber(), canary.name())));
        send(worker, Request.post("/api/registry/residents", List.of(canary.name())));
        send(worker, Request.post("/api/registry/residents", registration()).with("Idempotency-Key", canary.phone()));
        send(worker, Request.post("/api/registry/residents", registration()).with("If-Match", canary.phone()));
        send(worker, Request.get("/api/registry/areas").with("X-Request-Id", canary.idNumber()));
        send(canary.phone(), Request.get("/api/registry/residents/" + UUID.randomUUID()));
    }

    private Http.Answer by(String persona, Request request) {
        return send(system.as(persona).token(), request);
    }

    private Http.Answer send(String token, Request request) {
        var answer = Http.send(request.to(system.gateway(), token));
        if (answer.status() >= 400) {
            refusals.add(answer.body());
        }
        return answer;
    }

    private static Http.Answer ok(Http.Answer answer) {
        if (answer.status() >= 300) {
            throw new IllegalStateException("refused: " + answer);
        }
        return answer;
    }
}
