package org.xinju.registry;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import com.mongodb.client.MongoDatabase;
import org.bson.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

import org.xinju.testing.Api;
import org.xinju.testing.TestIssuer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** An employer sends rosters, dry and for real, again and in other formats. */
@Registry
class RosterJourneyTest {

    private static final String OWN = "91990206TTTT00014L";
    private static final String OTHER = "91990206TTTT00022F";

    @LocalServerPort int port;
    @Autowired MongoDatabase database;

    private Api administrator;
    private Api employer;

    @BeforeEach
    void two_enterprises_and_a_bound_employer() {
        administrator = new Api("http://localhost:" + port, TestIssuer.shared().token("admin", "administrator"));
        employer = administrator.as(TestIssuer.shared().token("boss", "employer"));
        for (var uscc : List.of(OWN, OTHER)) {
            administrator.post("/api/registry/enterprises", Map.of("uscc", uscc, "name", "示例企业" + uscc), Map.of("Idempotency-Key", "e" + uscc));
        }
        var binding = Map.of("issuer", TestIssuer.shared().uri(), "subject", "boss", "kind", "ENTERPRISE", "target", OWN);
        assertThat(administrator.post("/api/registry/bindings", binding, Map.of("Idempotency-Key", "b1")).status()).isBetween(200, 201);
    }

    @Test
    void the_messy_roster_gets_its_verdicts_dry_and_for_real_and_the_second_time_changes_nothing() throws IOException {
        var expected = new String(bytes("messy.expected.csv"), StandardCharsets.UTF_8).lines().skip(1)
                .map(line -> line.split(",", -1)).map(c -> c[0] + "," + c[1] + "," + c[2]).toList();
        var before = residents();

        var dry = send("messy.xlsx", true);
        assertThat(verdicts(dry)).containsExactlyElementsOf(expected);
        assertThat(residents()).isEqualTo(before);

        var real = send("messy.xlsx", false);
        assertThat(verdicts(real)).containsExactlyElementsOf(expected);
        var accepted = expected.stream().filter(line -> line.contains("ACCEPTED")).count();
        assertThat(residents() - before).isEqualTo(accepted);
        assertThat(read(real).body().path("effects").path("REGISTERED").asInt()).isEqualTo((int) accepted);

        var again = send("messy.xlsx", false);
        assertThat(verdicts(again)).containsExactlyElementsOf(expected);
        assertThat(read(again).body().path("effects").path("UNCHANGED").asInt()).isEqualTo((int) accepted);
        assertThat(residents() - before).isEqualTo(accepted);
    }

    @Test
    void forty_people_are_registered_once_whatever_dress_they_come_in() throws IOException {
        var before = residents();
        send("forty-gbk.csv", false);
        assertThat(residents() - before).isEqualTo(40);
        for (var file : List.of("forty.xls", "forty-utf8.csv", "forty-utf8-bom.csv", "forty.xlsx")) {
            assertThat(read(send(file, false)).body().path("effects").path("UNCHANGED").asInt()).isEqualTo(40);
        }
        assertThat(residents() - before).isEqualTo(40);
        assertThat(database.getCollection("residents").find()).allMatch(d -> !d.toJson().contains("99020619") && !d.toJson().contains("罗云磊")); // no ID number, no name;
    }

    @Test
    void the_same_request_twice_is_one_roster_and_another_file_under_the_key_is_refused() throws IOException {
        var key = Map.of("Idempotency-Key", UUID.randomUUID().toString());
        var first = employer.upload(path(OWN, true), "r.xlsx", bytes("clean.xlsx"), key);
        var second = employer.upload(path(OWN, true), "r.xlsx", bytes("clean.xlsx"), key);
        assertThat(first.status()).isEqualTo(202);
        assertThat(second.status()).isEqualTo(202);
        assertThat(second.header("Location")).isEqualTo(first.header("Location"));
        assertThat(second.header("ETag")).isEqualTo(first.header("ETag"));
        var other = employer.upload(path(OWN, true), "r.xlsx", bytes("forty.xlsx"), key);
        assertThat(other.status()).isEqualTo(422);
        assertThat(other.text("code")).isEqualTo("idempotency-key-reused");
    }

    @Test
    void what_is_no_roster_is_refused_in_plain_words_and_stores_nothing() throws IOException {
        var before = database.getCollection("rosters").countDocuments() + database.getCollection("rosterChunks").countDocuments();
        for (var file : List.of("empty.xlsx", "truncated.xlsx", "a-picture.xlsx", "no-roster.xlsx")) {
            var answer = employer.upload(path(OWN, false), file, bytes(file), Map.of());
            assertThat(answer.status()).isEqualTo(422);
            assertThat(answer.body().path("errors").path(0).path("field").asString()).isEqualTo("file");
            assertThat(answer.text("detail")).isNotEmpty().doesNotContain("rule.");
        }
        assertThat(database.getCollection("rosters").countDocuments() + database.getCollection("rosterChunks").countDocuments()).isEqualTo(before);
    }

    @Test
    void another_employers_roster_can_be_neither_sent_nor_read() throws IOException {
        assertThat(employer.upload(path(OTHER, false), "r.csv", bytes("forty-utf8.csv"), Map.of()).text("code")).isEqualTo("enterprise-not-yours");
        var own = send("clean.xlsx", true);
        var stranger = employer.as(TestIssuer.shared().token("stranger", "employer"));
        assertThat(stranger.get(own).status()).isEqualTo(404);
        assertThat(stranger.get(own + "/rows").status()).isEqualTo(404);
        assertThat(employer.as(TestIssuer.shared().token("w", "grid-worker", "G001")).get(own).status()).isEqualTo(403);
    }

    @Test
    void rows_of_a_finished_roster_are_no_longer_kept() throws IOException {
        send("clean.xlsx", true);
        assertThat(database.getCollection("rosterChunks").find(new Document("done", true))).isNotEmpty().noneMatch(d -> d.containsKey("rows"));
    }

    private String send(String file, boolean dryRun) throws IOException {
        var answer = employer.upload(path(OWN, dryRun), file, bytes(file), Map.of());
        assertThat(answer.status()).as(answer.body().toString()).isEqualTo(202);
        var location = answer.header("Location");
        await().atMost(Duration.ofSeconds(30)).until(() -> read(location).text("state").equals("DONE"));
        return location;
    }

    private Api.Answer read(String location) {
        return employer.get(location);
    }

    private List<String> verdicts(String location) {
        var verdicts = new ArrayList<String>();
        var next = "";
        do {
            var page = employer.get(location + "/rows?limit=20" + (next.isEmpty() ? "" : "&cursor=" + next)).body();
            page.path("items").forEach(row -> verdicts.add(row.path("row").asInt() + "," + row.path("outcome").asString() + ","
                    + row.path("findings").path(0).path("field").asString("")));
            next = page.path("next").asString("");
        } while (!next.isEmpty());
        return verdicts;
    }

    private long residents() {
        return database.getCollection("residents").countDocuments();
    }

    private static String path(String uscc, boolean dryRun) {
        return "/api/registry/enterprises/" + uscc + "/rosters?dryRun=" + dryRun;
    }

    private static byte[] bytes(String file) throws IOException {
        try (var in = RosterJourneyTest.class.getResourceAsStream("/rosters/" + file)) {
            return in.readAllBytes();
        }
    }
}
