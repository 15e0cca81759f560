package org.xinju.acceptance;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

/** From a roster file to explained points: the running system of {@code ./run}, at a fixed day, through the gateway. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class TrunkIT {

    private static final Path ROSTERS = RunningSystem.root().resolve("registry-service/src/test/resources/rosters");

    private static RunningSystem system;
    private static Employer employer;

    /** The place of a resident in the files: {@code messy.xlsx:5}. */
    private static final Map<String, String> RESIDENTS = new TreeMap<>();

    @BeforeAll
    static void start() {
        system = RunningSystem.startEmpty(Path.of("target/running").toAbsolutePath(), "--date", "2026-11-23");
        employer = new Employer(system);
    }

    @AfterAll
    static void stop() {
        if (system != null) {
            system.close();
        }
    }

    @Test
    @Order(1)
    void a_dry_run_gives_the_verdicts_and_stores_nobody() throws IOException {
        var dry = send("messy.xlsx", true);
        assertThat(verdicts(dry)).isEqualTo(expectedOfMessy());
        assertThat(employer.rows(dry)).allSatisfy(row -> assertThat(row.path("residentId").asString("")).isEmpty());
    }

    @Test
    @Order(2)
    void messy_gives_exactly_the_expected_verdicts() throws IOException {
        var roster = send("messy.xlsx", false);
        assertThat(verdicts(roster)).isEqualTo(expectedOfMessy());
        assertThat(effects(roster)).containsOnly(Map.entry("REGISTERED", 34));
        remember("messy.xlsx", roster);
    }

    @Test
    @Order(3)
    void clean_is_accepted_whole() throws IOException {
        var roster = send("clean.xlsx", false);
        assertThat(effects(roster)).containsOnly(Map.entry("REGISTERED", 200));
        remember("clean.xlsx", roster);
        assertThat(RESIDENTS.values()).doesNotHaveDuplicates().hasSize(234);
    }

    @Test
    @Order(4)
    void every_accepted_person_has_the_golden_score() throws IOException {
        var officer = system.as("points-officer");
        for (var golden : csv(Path.of("src/test/resources/golden-scores-2026-11-23.csv"))) {
            var id = RESIDENTS.get(golden.get("file") + ":" + golden.get("row"));
            var path = "/api/points/accounts/" + id + "?purpose=points-review";
            Waiting.until("an account for " + golden, Duration.ofMinutes(4), () -> officer.get(path).status() == 200);
            var score = officer.get(path).body().path("score");
            var points = new HashMap<String, String>();
            score.path("lines").forEach(line -> points.put(line.path("code").asString(), line.path("points").asString()));
            points.put("total", score.path("total").asString());
            assertThat(points).as(golden.toString()).containsAllEntriesOf(Map.of("P01", golden.get("P01"), "P05", golden.get("P05"),
                    "C01", golden.get("C01"), "total", golden.get("total")));
        }
    }

    @Test
    @Order(5)
    void everybody_has_a_dated_stay_a_workplace_and_a_place() {
        var registry = system.as("command-room");
        RESIDENTS.values().forEach(id -> {
            var resident = registry.get("/api/registry/residents/" + id + "?purpose=registration").body();
            assertThat(resident.path("stays").get(0).path("registeredOn").asString("")).as(id).isEqualTo("2026-11-23");
            assertThat(resident.path("employments").size()).as(id).isEqualTo(1);
            assertThat(resident.path("employments").get(0).path("enterprise").asString("")).as(id).isEqualTo(Employer.USCC);
            assertThat(resident.path("stays").get(0).path("area").asString("")).as(id).isNotEmpty();
        });
    }

    @Test
    @Order(6)
    void the_same_file_again_changes_nothing() throws IOException {
        assertThat(effects(send("messy.xlsx", false))).containsOnly(Map.entry("UNCHANGED", 34));
        assertThat(effects(send("clean.xlsx", false))).containsOnly(Map.entry("UNCHANGED", 200));
    }

    @Test
    @Order(7)
    void the_same_forty_in_another_dress_change_nothing() throws IOException {
        assertThat(effects(send("forty.xlsx", false))).containsOnly(Map.entry("REGISTERED", 40));
        for (var file : List.of("forty.xls", "forty-gbk.csv", "forty-utf8.csv", "forty-utf8-bom.csv")) {
            assertThat(effects(send(file, false))).as(file).containsOnly(Map.entry("UNCHANGED", 40));
        }
    }

    @Test
    @Order(8)
    void a_bound_resident_reads_the_own_score_line_by_line() {
        var id = RESIDENTS.get("messy.xlsx:5");
        var resident = system.as("resident");
        assertThat(resident.get("/api/points/accounts/mine").status()).as("not bound yet").isEqualTo(404);
        var bound = system.as("administrator").post("/api/registry/bindings",
                Map.of("issuer", system.issuer(), "subject", "persona-resident", "kind", "RESIDENT", "target", id));
        assertThat(bound.status()).as(bound.body().toString()).isEqualTo(201);

        Waiting.until("the binding is known", Duration.ofMinutes(1), () -> resident.get("/api/points/accounts/mine").status() == 200);
        var score = resident.get("/api/points/accounts/mine").body().path("score");
        assertThat(score.path("total").asString()).isEqualTo("15.00");
        assertThat(score.path("lines").size()).isGreaterThanOrEqualTo(38);
        score.path("lines").forEach(line -> {
            assertThat(line.path("text").asString("")).as(line.path("code").asString()).isNotEmpty();
            assertThat(line.path("clause").asString("")).as(line.path("code").asString()).isNotEmpty();
        });
        assertThat(resident.get("/api/points/accounts/" + RESIDENTS.get("messy.xlsx:6")).status()).isEqualTo(403);
    }

    @ParameterizedTest
    @Order(9)
    @CsvSource({"empty.xlsx", "truncated.xlsx", "a-picture.xlsx", "no-roster.xlsx"})
    void what_is_no_roster_is_refused_as_a_whole_with_one_reason(String file) throws IOException {
        var answer = system.as("employer").upload(rosters(Employer.USCC), file, Files.readAllBytes(ROSTERS.resolve(file)),
                UUID.randomUUID().toString());
        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.text("type")).startsWith("https://xinju.org/problems/");
        assertThat(answer.text("detail")).isNotEmpty();
    }

    @Test
    @Order(10)
    void others_are_refused() throws IOException {
        var file = Files.readAllBytes(ROSTERS.resolve("forty.xlsx"));
        var key = UUID.randomUUID().toString();
        assertThat(system.as("employer").upload(rosters("91990206TTTT00022F"), "forty.xlsx", file, key).status()).isIn(403, 404);
        assertThat(system.as("resident").upload(rosters(Employer.USCC), "forty.xlsx", file, key).status()).isEqualTo(403);
        assertThat(new Api(system.as("employer").base(), "no.token.atall").upload(rosters(Employer.USCC), "forty.xlsx", file, key).status())
                .isEqualTo(401);
        var elsewhere = system.as("grid-worker").get("/api/registry/residents/" + RESIDENTS.get("messy.xlsx:13") + "?purpose=registration");
        assertThat(elsewhere.status()).as("a resident of a grid that is not the worker's").isEqualTo(404);
    }

    @Test
    @Order(11)
    void a_body_beyond_all_measure_is_refused_by_the_gateway() {
        var answer = system.as("employer").upload(rosters(Employer.USCC), "big.csv", new byte[40 << 20], UUID.randomUUID().toString());
        assertThat(answer.status()).isEqualTo(413);
    }

    @Test
    @Order(12)
    void staff_find_people_by_exact_keys_and_see_their_tasks_and_the_operator_publishes_again() {
        var worker = system.as("grid-worker");
        for (var key : List.of("idNumber:990206196612291095", "phone:19715916390", "name:吴洋")) {
            var search = Map.of(key.substring(0, key.indexOf(':')), key.substring(key.indexOf(':') + 1), "purpose", "registration");
            assertThat(worker.post("/api/registry/residents/searches", search).status()).as(key).isEqualTo(200);
        }
        assertThat(system.as("command-room").get("/api/registry/address-tasks").status()).isEqualTo(200);
        assertThat(system.as("administrator").get("/api/registry/enterprises/" + Employer.USCC).status()).isEqualTo(200);
        var operator = system.as("operator");
        assertThat(operator.post("/api/registry/operations/snapshots/registry.resident", Map.of()).status()).isLessThan(300);
        assertThat(operator.get("/api/points/operations/dead-letters/points.accounts").body().path("items").size()).isZero();
    }

    /** What the services have asked the store by now stands in a list that somebody has compared with MongoDB's manual. */
    @Test
    @Order(13)
    void every_query_is_one_that_the_store_and_mongodb_answer_alike() throws IOException {
        assertThat(QueryShapes.of(system)).as("queries that docs/store-queries.md does not list").isSubsetOf(QueryShapes.listed());
    }

    @Test
    @Order(14)
    void work_in_the_background_gives_way_to_callers() throws IOException {
        assertThat(nice("points-service", "points.accounts")).containsExactly(15);
        assertThat(nice("notification-service", "notification.le")).containsExactlyInAnyOrder(0, 15); // codes are waited for
        assertThat(nice("points-service", "event-relay")).containsExactly(0);
        assertThat(nice("broker", "data-plane-kafk")).containsExactly(5);
    }

    /** By what the threads of that name, cut after fifteen characters, give way to others: 0 by nothing, 19 by most. */
    private static Set<Integer> nice(String component, String thread) throws IOException {
        try (var tasks = Files.list(Path.of("/proc", Long.toString(system.pid(component)), "task"))) {
            var found = new TreeSet<Integer>();
            for (var task : tasks.toList()) {
                if (Files.readString(task.resolve("comm")).startsWith(thread)) {
                    var stat = Files.readString(task.resolve("stat"));
                    found.add(Integer.parseInt(stat.substring(stat.lastIndexOf(')') + 2).split(" ")[16]));
                }
            }
            return found;
        }
    }

    private static String rosters(String uscc) {
        return "/api/registry/enterprises/" + uscc + "/rosters?dryRun=false";
    }

    /** @return where the roster can be read, once it is done */
    private static String send(String file, boolean dryRun) throws IOException {
        var location = employer.send(file, Files.readAllBytes(ROSTERS.resolve(file)), dryRun);
        employer.awaitDone(location, Duration.ofMinutes(1));
        return location;
    }

    private static void remember(String file, String roster) {
        employer.rows(roster).stream().filter(row -> row.path("outcome").asString().startsWith("ACCEPTED"))
                .forEach(row -> RESIDENTS.put(file + ":" + row.path("row").asInt(), row.path("residentId").asString()));
    }

    private static Map<String, Integer> effects(String roster) {
        var effects = new TreeMap<String, Integer>();
        employer.roster(roster).path("effects").propertyStream().forEach(effect -> effects.put(effect.getKey(), effect.getValue().asInt()));
        return effects;
    }

    /** Outcome and field by row of the sheet. */
    private static Map<Integer, String> verdicts(String roster) {
        return employer.rows(roster).stream().collect(Collectors.toMap(row -> row.path("row").asInt(),
                row -> row.path("outcome").asString() + " " + fieldOf(row), (a, _) -> a, TreeMap::new));
    }

    private static String fieldOf(JsonNode row) {
        return row.path("findings").isEmpty() ? "" : row.path("findings").get(0).path("field").asString("");
    }

    private static Map<Integer, String> expectedOfMessy() throws IOException {
        return csv(ROSTERS.resolve("messy.expected.csv")).stream().collect(Collectors.toMap(row -> Integer.parseInt(row.get("sheetRow")),
                row -> row.get("outcome") + " " + row.get("field"), (a, _) -> a, TreeMap::new));
    }

    private static List<Map<String, String>> csv(Path file) throws IOException {
        var lines = Files.readAllLines(file);
        var head = lines.getFirst().split(",");
        return lines.stream().skip(1).<Map<String, String>>map(line -> {
            var cells = line.split(",", head.length);
            var row = new HashMap<String, String>();
            for (var i = 0; i < head.length; i++) {
                row.put(head[i], cells[i]);
            }
            return row;
        }).toList();
    }
}
