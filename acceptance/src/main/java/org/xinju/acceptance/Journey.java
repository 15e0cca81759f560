package org.xinju.acceptance;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

import javax.imageio.ImageIO;

import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Sixty people come to Dagi on one roster and one more by herself. One of them signs in, reads the own points, reports a hazard and follows it
 * until it is closed. Everybody acts through the gateway with a token of their own; each step is looked at where it has to be seen.
 */
public final class Journey {

    private static final int PEOPLE = 60;
    private static final Duration SOON = Duration.ofMinutes(3);

    private final Deployment system;
    private final LocalDate today;
    private final List<Person> people;
    private final Map<Person, String> ids = new TreeMap<>(Comparator.comparing(Person::idNumber));
    private final Api resident;
    private final Api worker;
    private final Api room;
    private final Api department;
    private Person neighbour;

    /**
     * @param system an empty one; by its clock it is daytime, as an SMS waits at night
     * @param today by that clock
     */
    public Journey(Deployment system, LocalDate today) {
        this.system = system;
        this.today = today;
        this.people = Person.generate(20261123, PEOPLE, today);
        this.neighbour = people.getFirst();
        this.resident = system.as("resident");
        this.worker = system.as("grid-worker");
        this.room = system.as("command-room");
        this.department = system.as("department");
    }

    /** @throws AssertionError at the first thing that is not as it has to be */
    public void walk() throws IOException {
        aRosterRegistersThem();
        someoneRegistersHerselfAndIsConfirmed();
        everybodyHasTheGoldenScore();
        theGridsCountThem();
        everybodyIsWelcomed();
        oneSignsInByACode();
        theOwnScoreExplainsItself();
        var hazard = aHazardIsReportedAndTheLoopCloses();
        eachStepIsToldByEveryChannel(hazard);
        theResidentSeesWhoLooked();
    }

    private void aRosterRegistersThem() {
        var employer = new Employer(system);
        var roster = employer.send("roster.csv", Person.csv(people), false);
        employer.awaitDone(roster, SOON);
        employer.rows(roster).forEach(row -> {
            assertThat(row.path("outcome").asString()).startsWith("ACCEPTED");
            ids.put(people.get(row.path("row").asInt() - 2), row.path("residentId").asString());
        });
        assertThat(ids.values()).hasSize(PEOPLE).doesNotHaveDuplicates();
        neighbour = people.stream().filter(this::livesInG001).findFirst().orElseThrow();
    }

    private void someoneRegistersHerselfAndIsConfirmed() {
        var newcomer = withoutWork(Person.generate(7, PEOPLE + 1, today).getLast(), "高田王 8号 201室");
        var request = Map.of("name", newcomer.name(), "idNumber", newcomer.idNumber(), "phone", newcomer.phone(), "address", newcomer.address());
        var key = UUID.randomUUID().toString();
        var registered = system.as("newcomer").post("/api/registry/residents", request, Map.of("Idempotency-Key", key));
        assertThat(registered.status()).isEqualTo(201);
        assertThat(registered.text("status")).isEqualTo("PENDING");
        assertThat(system.as("newcomer").post("/api/registry/residents", request, Map.of("Idempotency-Key", key)).text("id"))
                .as("the same request again").isEqualTo(registered.text("id"));
        var confirmation = "/api/registry/residents/" + registered.text("id") + "/confirmations";
        assertThat(system.as("grid-worker-2").post(confirmation, Map.of()).status()).as("of another grid").isEqualTo(404);
        assertThat(worker.post(confirmation, Map.of()).text("status")).isEqualTo("REGISTERED");
        ids.put(newcomer, registered.text("id"));
    }

    private void everybodyHasTheGoldenScore() {
        var officer = system.as("points-officer");
        ids.forEach((person, id) -> {
            var path = "/api/points/accounts/" + id + "?purpose=points-review";
            Waiting.until("an account for " + person, SOON, () -> officer.get(path).status() == 200);
            assertThat(new BigDecimal(officer.get(path).body().path("score").path("total").asString())).as(person.toString())
                    .isEqualByComparingTo(person.goldenScore(today));
        });
    }

    private void theGridsCountThem() {
        var whole = "/api/grid/populations/330206004";
        Waiting.until("all are counted", SOON, () -> room.get(whole).body().path("registered").asInt() == ids.size());
        assertThat(room.get(whole).body().path("pending").asInt()).isZero();
        assertThat(worker.get(whole).status()).as("a grid worker counts the own grid").isEqualTo(403);
        var inGrid = ids.keySet().stream().filter(this::livesInG001).count();
        assertThat(worker.get("/api/grid/populations/G001").body().path("registered").asLong()).isEqualTo(inGrid);
    }

    private void everybodyIsWelcomed() {
        ids.keySet().forEach(person -> Waiting.until("a welcome to " + person, SOON, () -> sms(person).stream().anyMatch(text -> text.contains("登记"))));
        assertThat(sms(neighbour)).hasSize(1);
    }

    private void oneSignsInByACode() {
        assertThat(resident.get("/api/points/accounts/mine").status()).as("not bound yet").isEqualTo(404);
        var asked = resident.post("/api/registry/binding-codes", Map.of("idNumber", neighbour.idNumber(), "phone", neighbour.phone()));
        assertThat(asked.status()).isEqualTo(202);
        Waiting.until("the code arrives", SOON, () -> sms(neighbour).size() == 2);
        var code = sms(neighbour).getFirst().replaceAll("(?s).*?验证码(\\d{6}).*", "$1");
        var confirmations = "/api/registry/binding-codes/" + asked.text("id") + "/confirmations";
        assertThat(resident.post(confirmations, Map.of("code", code.equals("000000") ? "000001" : "000000")).status()).isEqualTo(422);
        assertThat(resident.post(confirmations, Map.of("code", code)).text("target")).isEqualTo(ids.get(neighbour));
    }

    private void theOwnScoreExplainsItself() {
        Waiting.until("the binding is known", SOON, () -> resident.get("/api/points/accounts/mine").status() == 200);
        var score = resident.get("/api/points/accounts/mine").body().path("score");
        assertThat(new BigDecimal(score.path("total").asString())).isEqualByComparingTo(neighbour.goldenScore(today));
        score.path("lines").forEach(line -> assertThat(line.path("text").asString("")).as(line.path("code").asString()).isNotEmpty());
    }

    /** @return its id */
    private String aHazardIsReportedAndTheLoopCloses() throws IOException {
        Waiting.until("notification knows the sign-in", SOON, () -> !resident.get("/api/notification/recipients/mine").body().path("items").isEmpty());
        var addresses = "/api/notification/recipients/mine/email-addresses";
        assertThat(resident.post(addresses, Map.of("address", "wang wei@example.org")).status()).isEqualTo(422);
        assertThat(resident.post(addresses, Map.of("address", "wangwei@example.org")).status()).isEqualTo(200);

        assertThat(photo(resident, "note.png", "not a photo".getBytes(StandardCharsets.UTF_8)).status()).isEqualTo(422);
        var before = photo(resident, "before.png", picture()).text("id");
        Map<String, Object> report = Map.of("category", "hazard.fire", "area", "G001", "address", "高田王 5号 楼道",
                "description", "楼道里堆满纸箱，晚上还有电瓶车在充电。", "openness", "NAMED", "photos", List.of(before));
        Waiting.until("grid knows the sign-in", SOON, () -> resident.get("/api/grid/cases/mine").status() == 200);
        var reported = resident.post("/api/grid/cases", report);
        assertThat(reported.status()).as(reported.body().toString()).isEqualTo(201);
        var id = reported.body().path("summary").path("id").asString();

        assertThat(step(worker, id, "closures", Map.of("analysis", "……")).status()).as("not possible now").isEqualTo(409);
        assertThat(step(system.as("grid-worker-2"), id, "acceptances", Map.of()).status()).as("of another grid").isIn(403, 404);
        assertThat(step(resident, id, "acceptances", Map.of()).status()).as("not the reporter's").isEqualTo(403);
        var stale = Map.of("If-Match", room.get("/api/grid/cases/" + id).tag());
        done(worker, id, "acceptances", Map.of("note", "已到现场看过，情况属实。"));
        assertThat(room.post("/api/grid/cases/" + id + "/dispatches", Map.of("unit", "DEP-FIRE"), stale).status()).isEqualTo(412);
        done(room, id, "dispatches", Map.of("unit", "DEP-FIRE", "note", "请消防工作站会同网格清理。"));
        assertThat(step(system.as("department-safety"), id, "handlings", Map.of("note", "不归我们")).status()).as("another unit").isIn(403, 404);
        var after = photo(department, "after.png", picture()).text("id");
        done(department, id, "handlings", Map.of("note", "楼道已清空，电瓶车移到车棚。", "photos", List.of(after)));
        done(department, id, "feedbacks", Map.of("note", "楼道已清空。"));
        done(system.as("grid-worker-3"), id, "verifications", Map.of("passed", true, "note", "走了一遍，通道已畅通。"));
        done(room, id, "closures", Map.of("analysis", "房东没有给电瓶车留地方，已请网格每周看一次。"));
        done(resident, id, "ratings", Map.of("rating", 5, "note", "很快，谢谢。"));
        return id;
    }

    private void eachStepIsToldByEveryChannel(String hazard) {
        var told = List.of("reported", "accepted", "dispatched", "handled", "fed-back", "verified", "closed", "rated");
        Waiting.until("every step is in the inbox", SOON, () -> events().containsAll(told.stream().map(event -> "grid.case." + event + ".v1").toList()));
        assertThat(events()).filteredOn(event -> event.startsWith("grid.case.")).hasSize(told.size());
        Waiting.until("the closed case is told by SMS too", SOON, () -> sms(neighbour).stream().anyMatch(text -> text.contains("已办结")));
        assertThat(arrived("wangwei@example.org")).as("what is sent by mail: that it will be").hasSize(1);
        var mine = resident.get("/api/grid/cases/" + hazard).body();
        assertThat(mine.path("summary").path("state").asString()).isEqualTo("CLOSED");
        assertThat(mine.path("rating").asInt()).isEqualTo(5);
    }

    private void theResidentSeesWhoLooked() {
        Waiting.until("looks of the grid's staff are seen", SOON, () -> {
            var looks = resident.get("/api/registry/accesses").body().path("items").valueStream().toList();
            return looks.stream().anyMatch(look -> look.path("service").asString("").contains("网格") && !look.path("own").asBoolean())
                    && looks.stream().anyMatch(look -> look.path("role").asString("").equals("points-officer"));
        });
    }

    /** When everything has come to rest. */
    public void nothingWasToldTwice() {
        ids.keySet().forEach(person -> assertThat(sms(person)).as(person.toString()).doesNotHaveDuplicates());
        assertThat(events()).as("inbox of the reporter").doesNotHaveDuplicates();
    }

    /** As registry-service tells anybody who asks. */
    private boolean livesInG001(Person person) {
        return worker.get("/api/registry/areas/resolutions?address=" + URLEncoder.encode(person.address(), StandardCharsets.UTF_8)).body().toString()
                .contains("\"G001\"");
    }

    private List<String> events() {
        return resident.get("/api/notification/inbox?limit=100").body().path("items").valueStream().map(item -> item.path("event").asString()).toList();
    }

    /** Newest first. */
    private List<String> sms(Person person) {
        return arrived(person.phone()).stream().map(message -> message.path("text").asString()).toList();
    }

    private List<JsonNode> arrived(String to) {
        var found = new ArrayList<JsonNode>();
        new Api(system.channels(), "").get("/messages?to=" + to).body().path("items").forEach(found::add);
        return found;
    }

    /** Hired today is not at work for a year. */
    private Person withoutWork(Person p, String address) {
        return new Person(p.name(), p.idNumber(), p.born(), p.male(), p.phone(), today, address);
    }

    private static byte[] picture() throws IOException {
        var out = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(320, 240, BufferedImage.TYPE_INT_RGB), "png", out);
        return out.toByteArray();
    }

    private static Api.Answer photo(Api api, String name, byte[] content) {
        return api.upload("/api/grid/photos", name, content, UUID.randomUUID().toString());
    }

    private static Api.Answer step(Api api, String id, String step, Map<String, Object> given) {
        return api.post("/api/grid/cases/" + id + "/" + step, given);
    }

    private static void done(Api api, String id, String step, Map<String, Object> given) {
        var answer = step(api, id, step, given);
        assertThat(answer.status()).as(step + ": " + answer.body()).isEqualTo(200);
    }
}
