package org.xinju.acceptance;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Points through the gateway, everybody with a token of their own: officers draft, departments confirm, residents read, look ahead and
 * object, publishers review and publish.
 */
class PointsIT {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);
    private static final Duration SOON = Duration.ofMinutes(2);
    private static final String POLICY = "/api/points/policies/DG-DEFAULT@1";
    private static final String WHY = "?purpose=points-review";
    private static final Set<String> FREEZING = Set.of("N03", "N04", "N05", "N09");
    /** Has no evidence but the ID number: nobody confirms it. */
    private static final String AGE = "P01";

    private static final Deque<Person> PEOPLE = new ArrayDeque<>(Person.generate(20261129, 60, TODAY));

    private static RunningSystem system;
    private static Tokens tokens;
    private static Api officer;
    private static JsonNode policy;

    @BeforeAll
    static void start() {
        var data = Path.of("target/points").toAbsolutePath();
        system = RunningSystem.startEmpty(data, "--date", TODAY + "T10:00");
        tokens = new Tokens(system.issuer(), data);
        officer = system.as("points-officer");
        policy = officer.get(POLICY).body().path("document");
        assertThat(officer.post("/api/points/award-years", Map.of("indicator", "D10", "area", "G001", "year", 2026, "counted", 1000)).status())
                .isEqualTo(201);
    }

    @AfterAll
    static void stop() {
        if (system != null) {
            system.close();
        }
    }

    /** @param amounts like {@code months=37 hours=2} */
    @ParameterizedTest(name = "{0}: {5} points")
    @CsvFileSource(resources = "/confirmed-indicators.csv", numLinesToSkip = 1)
    void what_an_officer_drafts_and_its_department_confirms_is_read_by_the_resident(String code, String kind, LocalDate from,
            @Nullable String level, @Nullable String amounts, BigDecimal points) {
        var person = PEOPLE.removeFirst();
        var account = account(person);
        var drafted = officer.post(account + "/confirmations", claim(code, kind, from, level, amounts));
        assertThat(drafted.text("status")).as(drafted.body().toString()).isEqualTo("DRAFTED");
        assertThat(line(account, code)).as("a draft").isZero();

        var approval = account + "/confirmations/" + drafted.text("id") + "/approvals";
        var unit = unit(code);
        assertThat(clerk(unit.equals("DEP-TAX") ? "DEP-HEALTH" : "DEP-TAX", "clerk").post(approval, Map.of()).status()).as("another department").isEqualTo(404);
        assertThat(clerk(unit, "clerk").post(approval, Map.of()).text("status")).isEqualTo("CONFIRMED");

        assertThat(line(account, code)).isEqualByComparingTo(points);
        assertThat(line(account, AGE)).isEqualByComparingTo(person.agePoints(TODAY));
        var score = score(account);
        assertThat(score.path("blocks").isEmpty()).as("blocks: " + score.path("blocks")).isNotEqualTo(FREEZING.contains(code));
        var entries = officer.get(account + "/entries" + WHY + "&limit=500").body().path("items");
        assertThat(sum(entries.valueStream())).as("the ledger").isEqualByComparingTo(score.path("total").asString());
    }

    @Test
    void every_indicator_is_in_the_table() throws Exception {
        var table = new String(PointsIT.class.getResourceAsStream("/confirmed-indicators.csv").readAllBytes(), StandardCharsets.UTF_8);
        var codes = table.lines().skip(1).map(row -> row.substring(0, row.indexOf(','))).collect(Collectors.toSet());
        codes.add(AGE);
        assertThat(codes).hasSize(38).isEqualTo(policy.path("indicators").valueStream().map(one -> one.path("code").asString()).collect(Collectors.toSet()));
    }

    @Test
    void who_is_taken_for_somebody_else_objects_and_a_colleague_looks_again() {
        var account = account(PEOPLE.removeFirst());
        var resident = bound("resident", account);
        var clerk = clerk("DEP-TRAFFIC", "clerk");
        var wrong = clerk.post(account + "/confirmations", claim("N10", "traffic-violation", TODAY.minusDays(40), null, null));
        assertThat(wrong.text("status")).as(wrong.body().toString()).isEqualTo("CONFIRMED");
        assertThat(line(account, "N10")).isEqualByComparingTo("-2");

        var confirmation = account + "/confirmations/" + wrong.text("id");
        assertThat(resident.post(confirmation + "/objections", Map.of("reason", "那天我不在宁波，车也不是我的。")).text("status")).isEqualTo("OBJECTED");
        var agreed = Map.of("agreed", true, "reason", "经核对，登记在了别人名下，现撤销。");
        assertThat(clerk.post(confirmation + "/answers", agreed).text("code")).isEqualTo("confirmation-own-decision");
        assertThat(clerk("DEP-TRAFFIC", "colleague").post(confirmation + "/answers", agreed).text("status")).isEqualTo("WITHDRAWN");
        assertThat(line(account, "N10")).isZero();
        var shown = resident.get(account + "/confirmations").body().path(0);
        assertThat(shown.path("reason").asString()).contains("现撤销");
    }

    @Test
    void a_resident_looks_ahead_and_nothing_is_kept_of_it() {
        var account = account(PEOPLE.removeFirst());
        var resident = bound("resident-2", account);
        var before = officer.get(account + "/entries" + WHY).body();
        var total = new BigDecimal(score(account).path("total").asString());

        var supposed = resident.post(account + "/what-ifs", Map.of("on", TODAY.toString(), "facts", List.of(Map.of("kind", "education", "from", "2015-06-30", "level", "college"))));
        assertThat(new BigDecimal(supposed.body().path("without").asString())).isEqualByComparingTo(total);
        assertThat(new BigDecimal(supposed.body().path("score").path("total").asString())).isEqualByComparingTo(total.add(new BigDecimal(8)));
        var ways = resident.get(account + "/ways");
        assertThat(ways.status()).isEqualTo(200);
        assertThat(ways.body().path("outlook").isEmpty()).isFalse();
        assertThat(officer.get(account + "/entries" + WHY).body()).isEqualTo(before);
    }

    @Test
    void a_version_is_drafted_reviewed_by_somebody_else_and_published_ahead() {
        var document = (ObjectNode) policy.deepCopy();
        ((ObjectNode) document.path("reference")).put("version", 2);
        document.put("effectiveFrom", "2027-01-01");
        document.path("indicators").valueStream().filter(one -> one.path("code").asString().equals("P04")).map(one -> (ObjectNode) one.path("scoring"))
                .forEach(scoring -> scoring.put("points", "0.6"));
        assertThat(officer.post("/api/points/policies", document).status()).isEqualTo(201);
        var second = POLICY.replace("@1", "@2");
        var resident = system.as("resident");
        assertThat(resident.get(second).status()).as("a draft").isEqualTo(404);
        assertThat(officer.post(second + "/approvals", Map.of()).status()).as("not a publisher").isEqualTo(403);

        var publisher = system.as("policy-publisher");
        assertThat(publisher.post(second + "/publications", Map.of()).status()).as("not reviewed").isEqualTo(409);
        assertThat(publisher.post(second + "/approvals", Map.of()).text("status")).isEqualTo("APPROVED");
        assertThat(publisher.post(second + "/publications", Map.of()).text("status")).isEqualTo("PUBLISHED");
        assertThat(officer.post(second + "/changes", document).status()).as("published").isEqualTo(409);
        assertThat(resident.get(second + "/differences?from=DG-DEFAULT@1").body().toString()).contains("P04").contains("0.6");
    }

    /** @return path of the account of somebody new */
    private static String account(Person person) {
        var registered = system.as("grid-worker").post("/api/registry/residents",
                Map.of("name", person.name(), "idNumber", person.idNumber(), "phone", person.phone(), "address", "高田王 8号 201室"));
        assertThat(registered.status()).as(registered.body().toString()).isEqualTo(201);
        var account = "/api/points/accounts/" + registered.text("id");
        Waiting.until("an account", SOON, () -> officer.get(account + WHY).status() == 200);
        return account;
    }

    private static Api bound(String persona, String account) {
        var bound = system.as("administrator").post("/api/registry/bindings", Map.of("issuer", system.issuer(), "subject", "persona-" + persona,
                "kind", "RESIDENT", "target", account.replaceAll(".*/", "")));
        assertThat(bound.status()).as(bound.body().toString()).isEqualTo(201);
        var resident = system.as(persona);
        Waiting.until("the binding is known", SOON, () -> resident.get("/api/points/accounts/mine").status() == 200);
        return resident;
    }

    private static Map<String, Object> claim(String code, String kind, LocalDate from, @Nullable String level, @Nullable String amounts) {
        var fact = new HashMap<String, Object>(Map.of("kind", kind, "from", from.toString()));
        if (level != null) {
            fact.put("level", level);
        }
        if (amounts != null) {
            fact.put("amounts", Arrays.stream(amounts.split(" ")).map(one -> one.split("=")).collect(Collectors.toMap(one -> one[0], one -> new BigDecimal(one[1]))));
        }
        return Map.of("indicator", code, "fact", fact,
                "evidence", Map.of("kind", indicator(code).path("evidence").path(0).path("code").asString(), "reference", "大碶〔2026〕" + code + "号", "issuedOn", "2026-11-20"));
    }

    private static Api clerk(String unit, String who) {
        return new Api(system.gateway(), tokens.of(who + "-" + unit, "department", List.of(unit)));
    }

    private static JsonNode indicator(String code) {
        return policy.path("indicators").valueStream().filter(one -> one.path("code").asString().equals(code)).findFirst().orElseThrow();
    }

    private static String unit(String code) {
        var department = indicator(code).path("department").asString();
        return policy.path("departments").valueStream().filter(one -> one.path("code").asString().equals(department)).findFirst().orElseThrow()
                .path("units").path(0).asString();
    }

    private static JsonNode score(String account) {
        return officer.get(account + WHY).body().path("score");
    }

    private static BigDecimal line(String account, String code) {
        return sum(score(account).path("lines").valueStream().filter(line -> line.path("code").asString().equals(code)));
    }

    private static BigDecimal sum(Stream<JsonNode> lines) {
        return lines.map(line -> new BigDecimal(line.path("points").asString())).reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
