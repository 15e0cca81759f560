package org.xinju.acceptance.guard;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import javax.imageio.ImageIO;

import org.xinju.acceptance.Api;
import org.xinju.acceptance.Person;
import org.xinju.acceptance.RunningSystem;
import org.xinju.acceptance.Waiting;

/** Records to be got at, made as people make them; all lie in grid G001. New ones for calls that use up what they change. */
final class Specimens {

    static final String GRID = "G001";
    static final String USCC = "91990206TTTT00014L";
    static final String LANDLORD = "owner-guarded";

    static final Map<String, Object> REASON = Map.of("reason", "证明上的日期不对，请带来更正。");

    static final Map<String, Object> ANSWER = Map.of("agreed", true, "reason", "经核对，居民说得对。");
    static final Map<String, Object> COUNTED = Map.of("indicator", "D10", "area", GRID, "year", 2026, "counted", 1000);

    private static final Duration SOON = Duration.ofMinutes(2);
    private static final int PEOPLE = 2_000;

    private final RunningSystem system;
    private final Deque<Person> people;
    private final LocalDate yesterday;
    private final Api worker;
    private final Api administrator;
    private final Api own;
    private final Api landlord;

    final Person person;
    final String resident;
    final String dwelling;
    final String roster;
    final LoopCases cases;
    final PolicyDrafts policies;
    final String draft;
    final String message;

    /** Binds the visitors' own sign-ins to what it makes. */
    Specimens(RunningSystem system, Visitors visitors, LocalDate today) {
        this.system = system;
        this.yesterday = today.minusDays(1);
        this.people = new ArrayDeque<>(Person.generate(77, PEOPLE, today));
        this.worker = system.as("grid-worker", "registry-service");
        this.administrator = system.as("administrator", "registry-service");
        this.own = new Api(system.address("registry-service"), visitors.own("resident").token());
        this.landlord = new Api(system.address("registry-service"), visitors.own("landlord").token());
        this.person = people.removeFirst();
        this.resident = register(worker, person, homeInGrid());
        must(administrator.post("/api/registry/enterprises", Map.of("uscc", USCC, "name", "守护试验厂")));
        visitors.all().stream().filter(visitor -> visitor.position() == Position.OWN).map(Visitor::subject).forEach(subject -> {
            bind(subject, "RESIDENT", resident);
            bind(subject, "LANDLORD", LANDLORD);
            bind(subject, "ENTERPRISE", USCC);
            bind(subject, "LOCAL_RESIDENT", "local-guarded");
        });
        this.dwelling = dwelling();
        this.roster = roster();
        this.cases = new LoopCases(system, own.at(system.address("grid-service")));
        var points = own.at(system.address("points-service"));
        Waiting.until("points-service knows the resident", SOON, () -> points.get("/api/points/accounts/mine").status() == 200);
        Waiting.until("points-service has counted the grid", SOON,
                () -> system.as("points-officer", "points-service").get("/api/points/statistics?area=" + GRID).status() == 200);
        this.policies = new PolicyDrafts(system);
        this.draft = draft();
        must(system.as("points-officer", "points-service").post("/api/points/award-years", COUNTED));
        var inbox = own.at(system.address("notification-service"));
        Waiting.until("a message has come", SOON, () -> !inbox.get("/api/notification/inbox").body().path("items").isEmpty());
        this.message = inbox.get("/api/notification/inbox").body().path("items").path(0).path("id").asString();
    }

    /** @return id of the binding */
    String bind(String subject, String kind, String target) {
        return must(administrator.post("/api/registry/bindings", Map.of("issuer", system.issuer(), "subject", subject, "kind", kind, "target", target)))
                .text("id");
    }

    synchronized Person nextPerson() {
        return people.removeFirst();
    }

    /** An address of the grid. */
    static String homeInGrid() {
        return "高田王 8号 201室";
    }

    static Map<String, Object> registration(Person person, String address) {
        return Map.of("name", person.name(), "idNumber", person.idNumber(), "phone", person.phone(), "address", address);
    }

    /** Somebody new, registered. */
    String resident() {
        return register(worker, nextPerson(), homeInGrid());
    }

    String departed() {
        var person = new HashMap<>(registration(nextPerson(), homeInGrid()));
        person.put("registeredOn", yesterday.toString());
        var id = must(worker.post("/api/registry/residents", person)).text("id");
        must(worker.post("/api/registry/residents/" + id + "/departures", Map.of("on", yesterday.toString())));
        return id;
    }

    /** Somebody new who has registered herself. */
    String pending() {
        return register(system.as("newcomer", "registry-service"), nextPerson(), homeInGrid());
    }

    /** Somebody new whose village is known, not her grid. */
    String unplaced() {
        return register(worker, nextPerson(), unplacedHome());
    }

    static String unplacedHome() {
        return "高田王 集体宿舍";
    }

    private static String register(Api api, Person person, String address) {
        return must(api.post("/api/registry/residents", registration(person, address))).text("id");
    }

    static Map<String, Object> description(String address) {
        return Map.of("address", address, "landlord", LANDLORD, "use", "RURAL_HOUSE", "areaM2", "118.50", "rooms", 6, "beds", 8);
    }

    void emailGiven() {
        must(own.at(system.address("notification-service")).post("/api/notification/recipients/mine/email-addresses", Map.of("address", "own@example.org")));
    }

    String dwelling() {
        return dwelling(worker, homeInGrid());
    }

    String unplacedDwelling() {
        return dwelling(worker, unplacedHome());
    }

    String closedDwelling() {
        var id = dwelling();
        must(worker.post("/api/registry/dwellings/" + id + "/closures", Map.of()));
        return id;
    }

    /** Registered by the landlord, not confirmed. */
    String pendingDwelling() {
        return dwelling(landlord, homeInGrid());
    }

    private static String dwelling(Api api, String address) {
        return must(api.post("/api/registry/dwellings", description(address))).text("id");
    }

    private String roster() {
        bind("persona-employer", "ENTERPRISE", USCC);
        var answer = system.as("employer", "registry-service").upload("/api/registry/enterprises/" + USCC + "/rosters", "roster.csv",
                Person.csv(List.of(nextPerson())), UUID.randomUUID().toString());
        return answer.location().replaceAll(".*/", "");
    }

    static String confirmations(String resident) {
        return "/api/points/accounts/" + resident + "/confirmations";
    }

    /** Of the resident, drafted by an officer for the department that the fire station works for. */
    String draft() {
        return confirmation("points-officer");
    }

    /** Of the resident, confirmed by the department at once. */
    String confirmed() {
        return confirmation("department");
    }

    /** Confirmed, and the resident does not agree. */
    String objected() {
        var id = confirmed();
        must(own.at(system.address("points-service")).post(confirmations(resident) + "/" + id + "/objections", REASON));
        return id;
    }

    private String confirmation(String persona) {
        return must(system.as(persona, "points-service").post(confirmations(resident), claim())).text("id");
    }

    /** With evidence of its own: each piece counts once. */
    static Map<String, Object> claim() {
        return Map.of("indicator", "N07", "fact", violation(), "evidence", evidence());
    }

    static Map<String, Object> correction() {
        return Map.of("fact", violation(), "evidence", evidence(), "reason", "录入有误，现更正。");
    }

    /** Too many beds let, and not mended in time; may happen any number of times. */
    static Map<String, Object> violation() {
        return Map.of("kind", "rental-violation", "from", "2026-02-17");
    }

    private static Map<String, Object> evidence() {
        return Map.of("kind", "notice", "reference", "大碶-" + UUID.randomUUID().toString().substring(0, 8), "issuedOn", "2026-02-24");
    }

    /** @return id in the team of the grid */
    String teamMember() {
        var team = must(system.as("administrator", "grid-service").post("/api/grid/teams/" + GRID + "/members", member()));
        var ids = new ArrayList<String>();
        team.body().path("members").forEach(member -> ids.add(member.path("id").asString()));
        return ids.getLast();
    }

    static Map<String, Object> member() {
        return Map.of("role", "VOLUNTEER", "name", "义工" + UUID.randomUUID().toString().substring(0, 8), "dutyPhone", "0574-86100000");
    }

    static byte[] picture() {
        try {
            var out = new ByteArrayOutputStream();
            ImageIO.write(new BufferedImage(32, 24, BufferedImage.TYPE_INT_RGB), "png", out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Api.Answer must(Api.Answer answer) {
        if (answer.status() >= 300) {
            throw new IllegalStateException("refused: " + answer);
        }
        return answer;
    }
}
