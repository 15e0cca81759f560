package org.xinju.points;

import java.time.Duration;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;

import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Updates;
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

/** How many people of an area have how many points for what. */
@Points
class StatisticsJourneyTest {

    private static final Duration SOON = Duration.ofSeconds(30);
    private static final String STATISTICS = "/api/points/statistics?area=";

    @LocalServerPort int port;
    @Autowired RegistryEvents registry;
    @Autowired MovableClock clock;
    @Autowired MongoDatabase database;

    private final String grid = "G-" + UUID.randomUUID().toString().substring(0, 8);
    private final String other = "G-" + UUID.randomUUID().toString().substring(0, 8);
    private Api officer;

    @BeforeEach
    void the_month_is_november() {
        clock.moveTo(LocalDate.of(2026, 11, 23));
        officer = new Api("http://localhost:" + port, TestIssuer.shared().token("officer", "points-officer", "330206004"));
    }

    private JsonNode numbers(String area) {
        return officer.get(STATISTICS + area).body();
    }

    private void await(String area, int accounts) {
        Awaitility.await().atMost(SOON).until(() -> numbers(area).path("accounts").asInt(-1) == accounts);
    }

    private static JsonNode of(JsonNode numbers, String code) {
        return numbers.path("indicators").valueStream().filter(one -> one.path("code").asString().equals(code)).findFirst().orElseThrow();
    }

    @Test
    void people_are_counted_where_they_live_with_what_they_have() {
        var first = UUID.randomUUID().toString();
        registry.resident(first, 1, "1990-03-15", "2026-11-23", null, grid);
        registry.resident(UUID.randomUUID().toString(), 1, "1975-03-15", "2026-11-23", "2024-01-01", grid);
        await(grid, 2);
        assertThat(of(numbers(grid), "P01").path("people").asInt()).isEqualTo(2);
        assertThat(of(numbers(grid), "P01").path("points").asString()).isEqualTo("29.00");
        assertThat(of(numbers(grid), "C01").path("people").asInt()).isEqualTo(1);
        assertThat(numbers(grid).path("reached").asInt()).isZero();

        registry.resident(first, 2, "1990-03-15", "2026-11-23", null, other);
        await(other, 1);
        await(grid, 1);
        assertThat(of(numbers(grid), "P01").path("points").asString()).isEqualTo("9.00");
        Awaitility.await().atMost(SOON).until(() -> database.getCollection("accounts").countDocuments(
                Filters.and(Filters.exists("marks"), Filters.in("state.area", grid, other))) == 0);
    }

    @Test
    void what_is_confirmed_is_in_the_numbers_and_a_freeze_is_told() {
        var resident = UUID.randomUUID().toString();
        registry.resident(resident, 1, "1990-03-15", "2026-11-23", null, grid);
        await(grid, 1);
        var court = officer.as(TestIssuer.shared().token("court", "department", "DEP-JUSTICE"));
        assertThat(court.post("/api/points/accounts/" + resident + "/confirmations", Map.of("indicator", "N04", "fact",
                Map.of("kind", "court-listing", "from", "2026-05-01"), "evidence",
                Map.of("kind", "list", "reference", "甬仑执" + grid, "issuedOn", "2026-05-02"))).status()).isEqualTo(201);
        Awaitility.await().atMost(SOON).until(() -> numbers(grid).path("frozen").asInt() == 1);
        assertThat(of(numbers(grid), "N04").path("points").asString()).isEqualTo("-50.00");
    }

    @Test
    void an_account_from_before_there_were_statistics_is_counted_when_its_resident_is_told_of_again() {
        var resident = UUID.randomUUID().toString();
        registry.resident(resident, 1, "1990-03-15", "2026-11-23", null, grid);
        await(grid, 1);
        database.getCollection("accounts").updateOne(Filters.eq(resident), Updates.unset("state.area"));
        database.getCollection("statistics").deleteMany(Filters.eq("area", grid));
        assertThat(officer.get(STATISTICS + grid).status()).isEqualTo(404);
        registry.resident(resident, 2, "1990-03-15", "2026-11-23", null, grid);
        await(grid, 1);
    }

    @Test
    void a_month_that_has_ended_keeps_its_numbers() {
        registry.resident(UUID.randomUUID().toString(), 1, "1990-03-15", "2026-11-23", null, grid);
        await(grid, 1);
        clock.moveTo(LocalDate.of(2026, 12, 2));
        assertThat(numbers(grid).path("accounts").asInt()).as("nothing has changed since").isEqualTo(1);
        registry.resident(UUID.randomUUID().toString(), 1, "1990-03-15", "2026-12-02", null, grid);
        await(grid, 2);
        var november = officer.get(STATISTICS + grid + "&month=2026-11").body();
        assertThat(november.path("accounts").asInt()).isEqualTo(1);
        assertThat(november.path("month").asString()).isEqualTo("2026-11");
        assertThat(officer.get(STATISTICS + grid + "&month=2026-10").status()).as("before anybody came").isEqualTo(404);
    }

    @Test
    void only_staff_of_the_area_read_them_and_a_month_to_come_has_none() {
        registry.resident(UUID.randomUUID().toString(), 1, "1990-03-15", "2026-11-23", null, grid);
        await(grid, 1);
        var chief = officer.as(TestIssuer.shared().token("chief", "district-chief", "PQ01"));
        assertThat(chief.get(STATISTICS + grid).status()).isEqualTo(200);
        assertThat(chief.get(STATISTICS + "PQ01").body().path("accounts").asInt()).isPositive();
        assertThat(chief.get(STATISTICS + "330206004").status()).as("the area above").isEqualTo(404);
        assertThat(officer.as(TestIssuer.shared().token("chief-2", "district-chief", "PQ02")).get(STATISTICS + grid).status()).isEqualTo(404);
        assertThat(officer.as(TestIssuer.shared().token("somebody", "resident")).get(STATISTICS + grid).status()).isEqualTo(403);
        for (var month : new String[] {"2026-12", "november", "1999-01", "2026-13"}) {
            assertThat(officer.get(STATISTICS + grid + "&month=" + month).status()).as(month).isEqualTo(422);
        }
    }
}
