package org.xinju.points;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Projections;
import org.awaitility.Awaitility;
import org.bson.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

import org.xinju.events.Marks;
import org.xinju.testing.Api;
import org.xinju.testing.MovableClock;
import org.xinju.testing.TestIssuer;

import static org.assertj.core.api.Assertions.assertThat;

/** A resident asks what would be, and what to do; nothing of it is kept but that somebody looked. */
@Points
class OutlookJourneyTest {

    private static final Duration SOON = Duration.ofSeconds(20);

    @LocalServerPort int port;
    @Autowired RegistryEvents registry;
    @Autowired MovableClock clock;
    @Autowired MongoDatabase database;

    private final String resident = UUID.randomUUID().toString();
    private final String account = "/api/points/accounts/" + resident;
    private Api officer;

    @BeforeEach
    void somebody_is_registered_and_at_work() {
        clock.moveTo(LocalDate.of(2026, 11, 23));
        officer = new Api("http://localhost:" + port, TestIssuer.shared().token("officer", "points-officer", "330206004"));
        registry.resident(resident, 1, "1990-03-15", "2026-10-25", "2023-05-30", "G001");
        Awaitility.await().atMost(SOON).until(() -> officer.get(account + "?purpose=points-review").status() == 200);
    }

    private Api.Answer suppose(Map<String, Object> whatIf) {
        return officer.post(account + "/what-ifs?purpose=points-review", whatIf);
    }

    /** Without the marks of the statistics, which are cleared when they have been counted. */
    private Document stored() {
        return database.getCollection("accounts").find(Filters.eq(resident)).projection(Projections.exclude(Marks.FIELD)).first();
    }

    @Test
    void with_nothing_supposed_the_score_is_todays() {
        var now = officer.get(account + "?purpose=points-review").body().path("score");
        var supposed = suppose(Map.of());
        assertThat(supposed.status()).isEqualTo(200);
        assertThat(supposed.body().path("score")).isEqualTo(now);
        assertThat(supposed.text("without")).isEqualTo(now.path("total").asString());
    }

    @Test
    void a_fact_that_comes_and_one_that_ends_change_the_score_of_a_day_to_come_and_nothing_that_is_stored() {
        var before = stored();
        var supposed = suppose(Map.of("on", "2026-12-31",
                "facts", List.of(Map.of("kind", "education", "from", "2026-12-01", "level", "bachelor"),
                Map.of("kind", "insurance", "from", "2026-12-31", "until", "2026-12-31", "amounts", Map.of("months", "1"))),
                "endings", List.of(Map.of("fact", "employment/91990206TTTT00014L/2023-05-30", "on", "2026-12-10"))));
        assertThat(supposed.text("without")).as("20 for age, 2 months of residence, work").isEqualTo("30.50");
        assertThat(supposed.body().path("score").path("total").asString()).as("no work, but a degree and a month of insurance").isEqualTo("31.00");
        assertThat(supposed.body().toString()).contains("是您设想的情况");
        assertThat(stored()).isEqualTo(before);
    }

    @Test
    void what_cannot_be_is_refused_field_by_field() {
        var refused = suppose(Map.of("on", "2026-11-22", "facts", List.of(Map.of("kind", "insurance", "from", "2026-12-01", "level", "gold",
                "amounts", Map.of("months", "-3"))), "endings", List.of(Map.of("fact", "birth", "on", "2026-12-01"))));
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.body().path("errors").valueStream().map(error -> error.path("field").asString() + " " + error.path("rule").asString()))
                .containsExactly("on what-if-day", "facts[0].level fact-no-level", "facts[0].amounts.months fact-amount",
                        "endings[0].fact what-if-no-such-fact");
        assertThat(refused.body().path("errors").path(2).path("message").asString()).isEqualTo("请写明数量，应在 0 到 600 之间。");
        for (var spoilt : List.of("{\"facts\":[null]}", "{\"facts\":[{\"kind\":\"insurance\",\"from\":\"+999999999-12-31\",\"amounts\":{\"months\":1e308}}]}",
                "{\"on\":\"-999999999-01-01\"}", "{\"facts\":[{\"amounts\":{\"months\":null}}]}", "{\"facts\":{}}", "null", "[]")) {
            assertThat(officer.post(account + "/what-ifs?purpose=points-review", spoilt).status()).as(spoilt).isBetween(400, 499);
        }
    }

    @Test
    void the_ways_say_what_to_do_and_when_it_is_enough_the_soonest_first() {
        var outlook = officer.get(account + "/ways?purpose=points-review").body().path("outlook");
        assertThat(outlook.path("total").asString()).isEqualTo("30.00");
        assertThat(outlook.path("ways")).isNotEmpty().allSatisfy(
                way -> assertThat(new BigDecimal(way.path("total").asString())).isGreaterThanOrEqualTo(new BigDecimal(100)));
        assertThat(outlook.path("ways").valueStream().map(way -> way.path("reachedOn").asString())).isSorted();
        assertThat(outlook.path("ways").path(0).path("text").asString()).contains("您可以").contains("这样最早到");
    }

    @Test
    void the_resident_asks_for_the_own_account_staff_of_the_area_with_a_purpose_and_nobody_else() {
        var own = officer.as(TestIssuer.shared().token("me-" + resident, "resident"));
        assertThat(own.get(account + "/ways").status()).isEqualTo(403);
        registry.binding(UUID.randomUUID().toString(), TestIssuer.shared().uri() + "|me-" + resident, resident);
        Awaitility.await().atMost(SOON).until(() -> own.get(account + "/ways").status() == 200);
        assertThat(own.post(account + "/what-ifs", Map.of()).status()).isEqualTo(200);
        assertThat(officer.get(account + "/ways").text("code")).isEqualTo("purpose");
        var neighbour = officer.as(TestIssuer.shared().token("w2", "grid-worker", "G002"));
        assertThat(neighbour.get(account + "/ways?purpose=points-review").status()).isEqualTo(404);
        assertThat(neighbour.post(account + "/what-ifs?purpose=points-review", Map.of()).status()).isEqualTo(404);
    }

    @Test
    void every_look_is_written_down() {
        suppose(Map.of());
        officer.get(account + "/ways?purpose=points-review");
        assertThat(database.getCollection("accesses").find(Filters.eq("subjects", resident)).map(entry -> entry.getString("action")))
                .contains("account.what-if", "account.ways");
    }
}
