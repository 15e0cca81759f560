package org.xinju.points;

import java.time.Duration;
import java.time.LocalDate;
import java.util.UUID;

import com.mongodb.client.MongoDatabase;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

import org.xinju.testing.Api;
import org.xinju.testing.MovableClock;
import org.xinju.testing.TestIssuer;

import static org.assertj.core.api.Assertions.assertThat;

/** From the registry's events to a score that explains itself. */
@Points
class AccountJourneyTest {

    private static final Duration SOON = Duration.ofSeconds(20);

    @LocalServerPort int port;
    @Autowired RegistryEvents registry;
    @Autowired MovableClock clock;
    @Autowired MongoDatabase database;

    private final String resident = UUID.randomUUID().toString();
    private Api officer;

    @BeforeEach
    void it_is_the_23rd_of_november() {
        clock.moveTo(LocalDate.of(2026, 11, 23));
        officer = new Api("http://localhost:" + port, TestIssuer.shared().token("officer", "points-officer", "330206004"));
    }

    @Test
    void a_registration_opens_an_account_with_every_line_the_zero_ones_too() {
        registry.resident(resident, 1, "1990-03-15", "2026-11-23", "2023-05-30", "G001");
        var account = await(resident, "30.00");
        assertThat(account.path("score").path("lines")).hasSize(38);
        assertThat(line(account, "P01").path("points").asString()).isEqualTo("20.00");
        assertThat(line(account, "P05").path("points").asString()).isEqualTo("0.00");
        assertThat(line(account, "P05").path("nextOn").asString()).isEqualTo("2026-12-23");
        assertThat(line(account, "C01").path("points").asString()).isEqualTo("10.00");
        assertThat(line(account, "C01").path("text").asString()).isNotBlank();
    }

    @Test
    void the_resident_reads_the_own_score_by_the_bound_sign_in_and_nobody_elses() {
        registry.resident(resident, 1, "1990-03-15", "2026-11-23", null, "G001");
        await(resident, "20.00");
        var own = officer.as(TestIssuer.shared().token("me-" + resident, "resident"));
        assertThat(own.get("/api/points/accounts/mine").text("code")).isEqualTo("sign-in-not-bound");
        registry.binding(UUID.randomUUID().toString(), TestIssuer.shared().uri() + "|me-" + resident, resident);
        Awaitility.await().atMost(SOON).until(() -> own.get("/api/points/accounts/mine").status() == 200);
        assertThat(own.get("/api/points/accounts/mine").body().path("id").asString()).isEqualTo(resident);
        assertThat(own.get("/api/points/accounts/" + resident + "/entries").body().path("items")).hasSize(1);
        var stranger = officer.as(TestIssuer.shared().token("stranger", "resident"));
        assertThat(stranger.get("/api/points/accounts/" + resident).status()).isEqualTo(403);
    }

    @Test
    void staff_of_another_grid_do_not_learn_that_the_account_exists() {
        registry.resident(resident, 1, "1990-03-15", "2026-11-23", null, "G001");
        await(resident, "20.00");
        var path = "/api/points/accounts/" + resident + "?purpose=points-review";
        assertThat(officer.as(TestIssuer.shared().token("w1", "grid-worker", "G001")).get(path).status()).isEqualTo(200);
        assertThat(officer.as(TestIssuer.shared().token("w2", "grid-worker", "G002")).get(path).status()).isEqualTo(404);
        assertThat(officer.get("/api/points/accounts/" + resident).text("code")).isEqualTo("purpose");
    }

    @Test
    void an_older_event_and_a_repeated_one_change_nothing() {
        registry.resident(resident, 20, "1990-03-15", "2026-11-23", "2023-05-30", "G001");
        await(resident, "30.00");
        registry.resident(resident, 10, "1990-03-15", "2026-11-23", null, "G001");
        registry.resident(resident, 20, "1990-03-15", "2026-11-23", "2023-05-30", "G001");
        var other = UUID.randomUUID().toString();
        registry.resident(other, 1, "1985-03-15", "2026-11-23", null, "G001");
        await(other, "19.00");
        assertThat(await(resident, "30.00")).isNotNull();
        assertThat(entries(resident)).isEqualTo(2);
    }

    @Test
    void what_the_day_changes_is_settled_when_it_comes() {
        registry.resident(resident, 1, "1990-03-15", "2026-10-25", null, "G001");
        await(resident, "20.00");
        clock.moveTo(LocalDate.of(2026, 11, 25));
        await(resident, "20.25");
        Awaitility.await().atMost(SOON).until(() -> entries(resident) == 2);
    }

    @Test
    void a_corrected_fact_is_a_reversal_and_a_new_entry() {
        registry.resident(resident, 1, "1990-03-15", "2026-11-23", "2023-05-30", "G001");
        await(resident, "30.00");
        registry.resident(resident, 2, "1990-03-15", "2026-11-23", "2026-05-30", "G001");
        await(resident, "20.00");
        var last = officer.get("/api/points/accounts/" + resident + "/entries?purpose=points-review").body().path("items");
        assertThat(last.path(last.size() - 1).path("kind").asString()).isEqualTo("REVERSAL");
    }

    @Test
    void nothing_stored_tells_the_birth_date() {
        registry.resident(resident, 1, "1971-02-19", "2026-11-23", null, "G001");
        await(resident, "5.00");
        assertThat(database.getCollection("accounts").find()).noneMatch(d -> d.toJson().contains("1971-02-19"));
    }

    private int entries(String id) {
        return officer.get("/api/points/accounts/" + id + "/entries?purpose=points-review").body().path("items").size();
    }

    private JsonNode await(String id, String total) {
        Awaitility.await().atMost(SOON).untilAsserted(() -> {
            var answer = officer.get("/api/points/accounts/" + id + "?purpose=points-review");
            assertThat(answer.body().path("score").path("total").asString()).as(answer.body().toString()).isEqualTo(total);
        });
        return officer.get("/api/points/accounts/" + id + "?purpose=points-review").body();
    }

    private static JsonNode line(JsonNode account, String code) {
        for (var line : account.path("score").path("lines")) {
            if (line.path("code").asString().equals(code)) {
                return line;
            }
        }
        throw new AssertionError("no line " + code);
    }
}
