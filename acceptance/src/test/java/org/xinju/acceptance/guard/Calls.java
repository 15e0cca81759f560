package org.xinju.acceptance.guard;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import org.xinju.acceptance.Api;
import org.xinju.acceptance.Person;
import org.xinju.acceptance.RunningSystem;
import org.xinju.acceptance.Waiting;

/** A good request for every call of the table: one that is done where the caller may do it. */
final class Calls {

    private static final String WHY = "?purpose=registration";
    private static final Pattern KIND = Pattern.compile("[a-z]+\\.[a-zA-Z]+");

    private final RunningSystem system;
    private final Specimens specimens;
    private final Map<String, Function<Visitor, Request>> calls = new LinkedHashMap<>();

    Calls(RunningSystem system, Operations operations, Specimens specimens) {
        this.system = system;
        this.specimens = specimens;
        registry();
        dwellings();
        points();
        var years = "/api/points/award-years";
        post(years, () -> Request.post(years, Specimens.COUNTED));
        get(years + "/{indicator}/{area}/{year}", Request.get(years + "/D10/" + Specimens.GRID + "/2026").showing("\"places\""));
        get("/api/points/statistics", Request.get("/api/points/statistics?area=" + Specimens.GRID).showing("\"indicators\""));
        confirmations();
        policies();
        grid();
        operations.steps().forEach(path -> change("/api/grid/cases", path, () -> specimens.cases.before(path), LoopCases.given(path)));
        notification();
        Operations.SERVICES.forEach(service -> operations("/api/" + service + "/operations"));
    }

    Set<String> names() {
        return calls.keySet();
    }

    /** Made anew each time: what it changes was not changed before. */
    Request request(String call, Visitor visitor) {
        return Objects.requireNonNull(calls.get(call), call).apply(visitor);
    }

    private void call(String name, Function<Visitor, Request> request) {
        calls.put(name, request);
    }

    private void get(String path) {
        var request = Request.get(path);
        call("GET " + path, _ -> request);
    }

    private void get(String path, Request request) {
        call("GET " + path, _ -> request);
    }

    private void post(String path, Supplier<Request> request) {
        call("POST " + path, _ -> request.get());
    }

    private void registry() {
        var areas = "/api/registry/areas";
        get(areas);
        get(areas + "/{id}", Request.get(areas + "/G001").showing("G001"));
        get(areas + "/resolutions", Request.get(areas + "/resolutions?address=%E9%AB%98%E7%94%B0%E7%8E%8B8%E5%8F%B7").showing("G001"));
        get(areas + "/export");
        var asTheyAre = Http.text(system.address("registry-service") + areas + "/export").lines()
                .filter(line -> line.matches("\\W?(id|330206004|PQ01),.*")).collect(Collectors.joining("\n", "", "\n"));
        post(areas + "/imports", () -> Request.csv(areas + "/imports", asTheyAre));

        var bindings = "/api/registry/bindings";
        get(bindings, Request.get(bindings).showing(specimens.resident));
        post(bindings, () -> Request.post(bindings, Map.of("issuer", system.issuer(), "subject", "guard-" + UUID.randomUUID(), "kind", "LANDLORD",
                "target", "owner-of-nothing")));
        call("POST " + bindings + "/{id}/releases", visitor -> Request.post(bindings + "/"
                + specimens.bind(visitor.position() == Position.OWN ? visitor.subject() : "guard-somebody", "LANDLORD", "owner-" + UUID.randomUUID())
                + "/releases", Map.of()));
        var codes = "/api/registry/binding-codes";
        post(codes, () -> {
            var nobody = specimens.nextPerson();
            return Request.post(codes, Map.of("idNumber", nobody.idNumber(), "phone", nobody.phone()));
        });
        call("POST " + codes + "/{id}/confirmations", visitor -> confirmation(codes, visitor));

        var enterprises = "/api/registry/enterprises";
        post(enterprises, () -> Request.post(enterprises, Map.of("uscc", Specimens.USCC, "name", "守护试验厂")));
        get(enterprises + "/{uscc}", Request.get(enterprises + "/" + Specimens.USCC).showing("守护试验厂"));
        post(enterprises + "/{uscc}/rosters", () -> Request.upload(enterprises + "/" + Specimens.USCC + "/rosters?dryRun=true", "roster.csv",
                Person.csv(List.of(specimens.person))));
        get("/api/registry/rosters/{id}", Request.get("/api/registry/rosters/" + specimens.roster).showing(Specimens.USCC));
        get("/api/registry/rosters/{id}/rows", Request.get("/api/registry/rosters/" + specimens.roster + "/rows").showing("\"row\""));

        var residents = "/api/registry/residents";
        post(residents, () -> Request.post(residents, Specimens.registration(specimens.nextPerson(), Specimens.homeInGrid())));
        get(residents + "/{id}", Request.get(residents + "/" + specimens.resident + WHY).showing(specimens.resident));
        change(residents, "confirmations", specimens::pending, Map.of());
        change(residents, "moves", specimens::resident, Map.of("address", "高田王 9号 101室"));
        change(residents, "departures", specimens::resident, Map.of());
        change(residents, "returns", specimens::departed, Map.of("address", Specimens.homeInGrid()));
        change(residents, "grid-assignments", specimens::unplaced, Map.of("grid", Specimens.GRID));
        post(residents + "/searches", () -> Request.post(residents + "/searches", Map.of("idNumber", specimens.person.idNumber(), "purpose",
                "registration")).showing(specimens.resident));
        var waiting = specimens.unplaced();
        get("/api/registry/address-tasks", Request.get("/api/registry/address-tasks?limit=500").showing(waiting));
        get("/api/registry/accesses");
        var worlds = "/api/registry/worlds";
        var world = Map.of("seed", 1, "residents", 1, "publish", false);
        post(worlds, () -> Request.post(worlds, world));
        get(worlds + "/{id}", Request.get(system.as("operator", "registry-service").post(worlds, world).location()));
    }

    /** By whom it was asked for, with the code that came; by others with the same code. */
    private Request confirmation(String codes, Visitor visitor) {
        var somebody = specimens.nextPerson();
        var registry = system.address("registry-service");
        new Api(registry, system.as("grid-worker").token()).post("/api/registry/residents", Specimens.registration(somebody, Specimens.homeInGrid()));
        var asking = visitor.position() == Position.OWN && visitor.role().equals("resident") ? visitor.token() : system.as("newcomer").token();
        var asked = new Api(registry, asking).post(codes, Map.of("idNumber", somebody.idNumber(), "phone", somebody.phone()));
        var code = new String[1];
        Waiting.until("a code has come", java.time.Duration.ofMinutes(1), () -> {
            var arrived = new Api(system.channels(), "").get("/messages?to=" + somebody.phone()).body().path("items").valueStream()
                    .map(message -> message.path("text").asString()).filter(text -> text.contains("验证码")).findFirst();
            arrived.ifPresent(text -> code[0] = text.replaceAll("(?s).*?验证码(\\d{6}).*", "$1"));
            return arrived.isPresent();
        });
        return Request.post(codes + "/" + asked.text("id") + "/confirmations", Map.of("code", code[0]));
    }

    private void dwellings() {
        var dwellings = "/api/registry/dwellings";
        post(dwellings, () -> Request.post(dwellings, Specimens.description(Specimens.homeInGrid())));
        get(dwellings, Request.get(dwellings + "?limit=500").showing(specimens.dwelling));
        get(dwellings + "?area=", Request.get(dwellings + "?limit=500&area=G001").showing(specimens.dwelling));
        get(dwellings + "/{id}", Request.get(dwellings + "/" + specimens.dwelling + "?purpose=housing-safety").showing(specimens.dwelling));
        change(dwellings, "changes", specimens::dwelling, Map.of("beds", 9));
        change(dwellings, "confirmations", specimens::pendingDwelling, Map.of());
        change(dwellings, "grid-assignments", specimens::unplacedDwelling, Map.of("grid", Specimens.GRID));
        change(dwellings, "closures", specimens::dwelling, Map.of());
        change(dwellings, "reopenings", specimens::closedDwelling, Map.of());
    }

    private void change(String collection, String change, Supplier<String> id, Object body) {
        post(collection + "/{id}/" + change, () -> Request.post(collection + "/" + id.get() + "/" + change, body));
    }

    private void points() {
        var accounts = "/api/points/accounts";
        get(accounts + "/mine", Request.get(accounts + "/mine").showing(specimens.resident));
        get(accounts + "/{id}", Request.get(accounts + "/" + specimens.resident + WHY).showing(specimens.resident));
        get(accounts + "/{id}/entries", Request.get(accounts + "/" + specimens.resident + "/entries" + WHY).showing("\"points\""));
        post(accounts + "/{id}/what-ifs", () -> Request.post(accounts + "/" + specimens.resident + "/what-ifs" + WHY, Map.of("on", "2027-06-30",
                "facts", List.of(Specimens.violation()), "endings", List.of())).showing(specimens.resident));
        get(accounts + "/{id}/ways", Request.get(accounts + "/" + specimens.resident + "/ways" + WHY).showing(specimens.resident));
    }

    private void confirmations() {
        var confirmations = "/api/points/accounts/{id}/confirmations";
        var own = Specimens.confirmations(specimens.resident);
        get(confirmations, Request.get(own + WHY).showing(specimens.draft));
        post(confirmations, () -> Request.post(own, Specimens.claim()));
        decision("approvals", specimens::draft, Map::of);
        decision("refusals", specimens::draft, () -> Specimens.REASON);
        decision("corrections", specimens::confirmed, Specimens::correction);
        decision("withdrawals", specimens::confirmed, () -> Specimens.REASON);
        decision("objections", specimens::confirmed, () -> Specimens.REASON);
        decision("answers", specimens::objected, () -> Specimens.ANSWER);
        get("/api/points/confirmations", Request.get("/api/points/confirmations").showing(specimens.draft));
    }

    private void decision(String decision, Supplier<String> confirmation, Supplier<Object> body) {
        post("/api/points/accounts/{id}/confirmations/{confirmation}/" + decision,
                () -> Request.post(Specimens.confirmations(specimens.resident) + "/" + confirmation.get() + "/" + decision, body.get()));
    }

    private void policies() {
        var policies = PolicyDrafts.POLICIES;
        var one = policies + "/{reference}";
        var first = policies + "/" + PolicyDrafts.FIRST;
        get(policies, Request.get(policies).showing(PolicyDrafts.FIRST));
        get(policies + "/schema");
        get(one, Request.get(first).showing("\"indicators\""));
        get(one + "/differences", Request.get(first + "/differences?from=BEILUN-2021@1").showing("\"differences\""));
        post(policies, () -> Request.post(policies, specimens.policies.document()));
        post(one + "/changes", () -> {
            var drafted = specimens.policies.drafted();
            return Request.post(PolicyDrafts.path(drafted) + "/changes", drafted);
        });
        post(one + "/approvals", () -> Request.post(PolicyDrafts.path(specimens.policies.drafted()) + "/approvals", Map.of()));
        post(one + "/publications", () -> Request.post(PolicyDrafts.path(specimens.policies.approved()) + "/publications", Map.of()));
    }

    private void grid() {
        get("/api/grid/categories");
        get("/api/grid/units");
        get("/api/grid/loop");
        post("/api/grid/histories", () -> Request.post("/api/grid/histories", Map.of("seed", 1, "residents", 1, "from", 0, "until", 1)));
        var teams = "/api/grid/teams";
        get(teams + "/{area}", Request.get(teams + "/G001"));
        post(teams + "/{grid}/members", () -> Request.post(teams + "/G001/members", Specimens.member()));
        var member = specimens.teamMember(); // a team has an end: only who leaves is somebody new each time
        post(teams + "/{grid}/members/{member}/changes", () -> Request.post(teams + "/G001/members/" + member + "/changes", Specimens.member()));
        post(teams + "/{grid}/members/{member}/departures",
                () -> Request.post(teams + "/G001/members/" + specimens.teamMember() + "/departures", Map.of()));
        get("/api/grid/populations", Request.get("/api/grid/populations?area=G001"));
        get("/api/grid/populations/{area}", Request.get("/api/grid/populations/G001").showing("\"counted\""));
        var anonymous = specimens.cases.anonymous();
        get("/api/grid/follow-ups/{number}", Request.get("/api/grid/follow-ups/" + anonymous.getFirst()).with("Follow-Up-Code", anonymous.getLast())
                .showing(anonymous.getFirst()));
        post("/api/grid/photos", () -> Request.upload("/api/grid/photos", "flur.png", Specimens.picture()));
        get("/api/grid/photos/{id}", Request.get("/api/grid/photos/" + specimens.cases.photo));
        var cases = "/api/grid/cases";
        post(cases, () -> Request.post(cases, Map.of("category", "hazard.fire", "area", Specimens.GRID, "description", "楼道里堆满纸箱。")));
        get(cases, Request.get(cases + "?area=G001&limit=500").showing(specimens.cases.number));
        get(cases + "?unit=", Request.get(cases + "?limit=500&unit=" + LoopCases.UNIT).showing(specimens.cases.number));
        get(cases + "?number=", Request.get(cases + "?number=" + specimens.cases.number).showing(specimens.cases.number));
        get(cases + "/mine", Request.get(cases + "/mine?limit=500").showing(specimens.cases.number));
        get(cases + "/{id}", Request.get(cases + "/" + specimens.cases.id).showing(specimens.cases.number));
        get(cases + "/{id}/steps", Request.get(cases + "/" + specimens.cases.id + "/steps").showing("\"items\""));
    }

    private void notification() {
        var receipts = "/api/notification/receipts/sms";
        post(receipts, () -> Request.post(receipts, Map.of("id", specimens.message, "state", "DELIVERED")));
        var mine = "/api/notification/recipients/mine";
        get(mine, Request.get(mine).showing(specimens.resident));
        post(mine + "/email-addresses", () -> Request.post(mine + "/email-addresses", Map.of("address", "own@example.org")));
        post(mine + "/email-addresses/removals", () -> {
            specimens.emailGiven();
            return Request.post(mine + "/email-addresses/removals", Map.of());
        });
        post(mine + "/languages", () -> Request.post(mine + "/languages", Map.of("language", "zh-CN")));
        post(mine + "/mutes", () -> Request.post(mine + "/mutes", Map.of("channel", "EMAIL")));
        post(mine + "/unmutes", () -> Request.post(mine + "/unmutes", Map.of("channel", "EMAIL")));
        var inbox = "/api/notification/inbox";
        get(inbox, Request.get(inbox).showing("\"recipient\""));
        post(inbox + "/{id}/readings", () -> Request.post(inbox + "/" + specimens.message + "/readings", Map.of()));
        get(inbox + "/stream");
        var dispatches = "/api/notification/dispatches";
        var found = system.as("command-room", "notification-service").get(dispatches + "?recipient=RESIDENT/" + specimens.resident).body();
        get(dispatches, Request.get(dispatches));
        get(dispatches + "/{id}", Request.get(dispatches + "/" + found.path("items").path(0).path("id").asString())
                .showing("\"name\":\"" + specimens.person.name().charAt(0)));
        post("/api/notification/test-sends",
                () -> Request.post("/api/notification/test-sends", Map.of("template", "case-accepted", "channel", "SMS", "target", "desk")));
        var rules = "/api/notification/rules";
        get(rules);
        post(rules + "/{name}/dry-runs", () -> Request.post(rules + "/case-accepted/dry-runs", event()));
        var templates = "/api/notification/templates";
        get(templates);
        get(templates + "/{name}", Request.get(templates + "/case-accepted"));
        get(templates + "/{name}/versions/{version}", Request.get(templates + "/case-accepted/versions/1"));
        post(templates + "/{name}/previews", () -> Request.post(templates + "/case-accepted/previews", Map.of()));
        var template = system.as("editor", "notification-service").get(templates + "/case-accepted").body();
        post(templates + "/{name}/versions", () -> Request.post(templates + "/case-accepted/versions",
                Map.of("audiences", template.path("audiences"), "texts", template.path("texts"))));
    }

    private Map<String, Object> event() {
        return Map.of("subject", specimens.cases.id, "state", Map.of("number", specimens.cases.number, "category", "hazard.fire", "dueAt", "2026-11-30T01:00:00Z",
                "reportedAt", "2026-11-25T01:00:00Z", "reporter", Map.of("kind", "RESIDENT", "id", specimens.resident)), "change", Map.of());
    }

    private void operations(String operations) {
        var operator = system.as("operator", Operations.service(operations));
        var letters = operations + "/dead-letters";
        var group = operator.get(letters).body().path("groups").path(0).asString();
        get(letters);
        get(letters + "/{group}", Request.get(letters + "/" + group));
        post(letters + "/{group}/replays", () -> Request.post(letters + "/" + group + "/replays", Map.of()));
        get(operations + "/accesses/verification", Request.get(operations + "/accesses/verification").showing("\"intact\":true"));
        var refusal = operator.post(operations + "/snapshots/none", Map.of()).text("detail");
        var kinds = KIND.matcher(refusal).results().map(match -> match.group()).toList();
        post(operations + "/snapshots/{kind}", () -> Request.post(operations + "/snapshots/" + kinds.getFirst(), Map.of()));
    }
}
