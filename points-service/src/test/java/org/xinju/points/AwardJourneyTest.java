package org.xinju.points;

import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

import org.xinju.testing.Api;
import org.xinju.testing.MovableClock;
import org.xinju.testing.TestIssuer;

import static org.assertj.core.api.Assertions.assertThat;

/** Points that the sub-district and its communities assign: so much for a person, for so many people, also when everybody comes at once. */
@Points
class AwardJourneyTest {

    private static final Duration SOON = Duration.ofSeconds(20);

    @LocalServerPort int port;
    @Autowired RegistryEvents registry;
    @Autowired MovableClock clock;

    private final String grid = "G-" + UUID.randomUUID().toString().substring(0, 8);
    private Api officer;
    private Api office;
    private Api community;
    private Api colleague;

    @BeforeEach
    void the_year_is_2026() {
        clock.moveTo(LocalDate.of(2026, 11, 23));
        officer = new Api("http://localhost:" + port, TestIssuer.shared().token("officer", "points-officer", "330206004"));
        office = officer.as(TestIssuer.shared().token("office", "department", "DEP-HOUSING"));
        community = officer.as(TestIssuer.shared().token("community", "department", "DEP-COMMUNITY"));
        colleague = officer.as(TestIssuer.shared().token("community-2", "department", "DEP-COMMUNITY"));
    }

    private String resident() {
        var resident = UUID.randomUUID().toString();
        registry.resident(resident, 1, "1990-03-15", "2026-11-23", null, grid);
        Awaitility.await().atMost(SOON).until(() -> officer.get("/api/points/accounts/" + resident + "?purpose=points-review").status() == 200);
        return resident;
    }

    private static String confirmations(String resident) {
        return "/api/points/accounts/" + resident + "/confirmations";
    }

    private static Map<String, Object> award(String indicator, String kind, String day, int points) {
        return Map.of("indicator", indicator, "fact", Map.of("kind", kind, "from", day, "until", day, "amounts", Map.of("points",
                String.valueOf(points))), "evidence", Map.of("kind", "assignment-log", "reference", "奖" + UUID.randomUUID().toString().substring(0, 8),
                "issuedOn", day));
    }

    private static List<Api.Answer> atOnce(List<Supplier<Api.Answer>> calls) {
        return calls.stream().map(CompletableFuture::supplyAsync).toList().stream().map(CompletableFuture::join).toList();
    }

    private String draft(String resident) {
        var drafted = community.post(confirmations(resident), award("D10", "community-points", "2026-11-20", 2));
        assertThat(drafted.text("status")).as("needs a place").isEqualTo("DRAFTED");
        return drafted.text("id");
    }

    private Api.Answer counted(int people) {
        return officer.post("/api/points/award-years", Map.of("indicator", "D10", "area", grid, "year", 2026, "counted", people));
    }

    private int taken() {
        return officer.get("/api/points/award-years/D10/" + grid + "/2026").body().path("taken").asInt();
    }

    private String points(String resident, String indicator) {
        return officer.get("/api/points/accounts/" + resident + "?purpose=points-review").body().path("score").path("lines").valueStream()
                .filter(line -> line.path("code").asString().equals(indicator)).findFirst().orElseThrow().path("points").asString();
    }

    @Test
    void nobody_is_assigned_more_than_two_points_a_year_however_many_offices_do_it_at_once() {
        var resident = resident();
        var calls = new ArrayList<Supplier<Api.Answer>>();
        for (int i = 0; i < 8; i++) {
            calls.add(() -> office.post(confirmations(resident), award("D09", "sub-district-points", "2026-11-20", 1)));
        }
        var answers = atOnce(calls);
        assertThat(answers).filteredOn(answer -> answer.status() == 201).hasSize(2);
        assertThat(answers).filteredOn(answer -> answer.status() != 201).allMatch(answer -> answer.text("code").equals("award-person-full"));
        assertThat(points(resident, "D09")).isEqualTo("2.00");
        assertThat(office.post(confirmations(resident), award("D09", "sub-district-points", "2025-12-20", 2)).status()).as("another year")
                .isEqualTo(201);
    }

    @Test
    void no_more_people_than_a_hundredth_get_it_although_all_are_approved_at_once() {
        assertThat(counted(320).body().path("places").asInt()).isEqualTo(3);
        var residents = new ArrayList<String>();
        var calls = new ArrayList<Supplier<Api.Answer>>();
        for (int i = 0; i < 8; i++) {
            var resident = resident();
            var id = draft(resident);
            residents.add(resident);
            calls.add(() -> colleague.post(confirmations(resident) + "/" + id + "/approvals", Map.of()));
        }
        var answers = atOnce(calls);
        assertThat(answers).filteredOn(answer -> answer.status() == 200).hasSize(3);
        assertThat(answers).filteredOn(answer -> answer.status() != 200).allMatch(answer -> answer.text("code").equals("award-year-full"));
        assertThat(taken()).isEqualTo(3);
        assertThat(residents).filteredOn(resident -> points(resident, "D10").equals("2.00")).hasSize(3);
    }

    @Test
    void a_place_is_free_again_when_its_award_is_withdrawn() {
        counted(100);
        var first = resident();
        var second = resident();
        var one = draft(first);
        var two = draft(second);
        assertThat(colleague.post(confirmations(first) + "/" + one + "/approvals", Map.of()).status()).isEqualTo(200);
        assertThat(colleague.post(confirmations(second) + "/" + two + "/approvals", Map.of()).text("code")).isEqualTo("award-year-full");
        assertThat(colleague.post(confirmations(first) + "/" + one + "/withdrawals", Map.of("reason", "已迁出本社区。")).status()).isEqualTo(200);
        assertThat(taken()).isZero();
        assertThat(colleague.post(confirmations(second) + "/" + two + "/approvals", Map.of()).status()).isEqualTo(200);
        assertThat(points(first, "D10")).isEqualTo("0.00");
        assertThat(points(second, "D10")).isEqualTo("2.00");
    }

    @Test
    void one_award_a_year_for_one_person_and_none_where_no_places_were_counted_out() {
        var resident = resident();
        var id = draft(resident);
        assertThat(colleague.post(confirmations(resident) + "/" + id + "/approvals", Map.of()).text("code")).isEqualTo("award-year-unknown");
        assertThat(community.post(confirmations(resident), award("D10", "community-points", "2026-11-21", 1)).text("code"))
                .isEqualTo("award-once-a-year");
        counted(500);
        assertThat(community.post(confirmations(resident) + "/" + id + "/approvals", Map.of()).text("code")).as("no place is taken in vain")
                .isEqualTo("confirmation-own-draft");
        assertThat(taken()).isZero();
    }

    @Test
    void what_is_counted_out_is_checked_and_never_below_what_is_taken() {
        counted(100);
        var resident = resident();
        colleague.post(confirmations(resident) + "/" + draft(resident) + "/approvals", Map.of());
        assertThat(counted(99).text("code")).isEqualTo("award-year-too-few");
        var wrong = officer.post("/api/points/award-years", Map.of("indicator", "P01", "area", "../x", "year", 1999, "counted", -1));
        assertThat(wrong.body().path("errors").valueStream().map(error -> error.path("field").asString() + " " + error.path("rule").asString()))
                .containsExactly("indicator award-indicator", "area award-area", "year award-year", "counted award-counted");
        assertThat(community.post("/api/points/award-years", Map.of()).status()).isEqualTo(403);
        assertThat(officer.get("/api/points/award-years/D10/nowhere/2026").text("code")).isEqualTo("award-year-unknown");
    }
}
