package org.xinju.grid.team;

import java.time.Duration;
import java.util.Map;
import java.util.UUID;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

import org.xinju.grid.AreasKnown;
import org.xinju.grid.Grid;
import org.xinju.grid.RegistryEvents;
import org.xinju.testing.Api;
import org.xinju.testing.TestIssuer;

import static org.assertj.core.api.Assertions.assertThat;

/** Teams and the numbers of people over HTTP. */
@Grid
class TeamJourneyTest {

    private static final Duration SOON = Duration.ofSeconds(30);

    @LocalServerPort int port;
    @Autowired RegistryEvents registry;

    private Api nobody;

    @BeforeEach
    void areas() {
        nobody = new Api("http://localhost:" + port, "");
        AreasKnown.await(registry, nobody);
    }

    @Test
    void a_leader_keeps_the_team_that_everybody_may_see() {
        var leader = as("leader", "grid-leader", "G002");
        var joined = leader.post("/api/grid/teams/G002/members", member("LEADER", "李网格", "13900000001"));
        assertThat(joined.status()).as(joined.body().toString()).isEqualTo(201);
        var id = joined.body().path("members").path(0).path("id").asString();
        var seen = nobody.get("/api/grid/teams/G002").body().path("items").path(0);
        assertThat(seen.path("members").path(0).path("dutyPhone").asString()).isEqualTo("13900000001");
        assertThat(seen.path("members").path(0).path("roleName").asString()).isEqualTo("网格长");
        assertThat(seen.path("gaps")).extracting(gap -> gap.path("role").asString()).containsExactly("ASSISTANT", "FAMILY_SERVICES", "VOLUNTEER");
        assertThat(seen.path("gaps").path(0).path("text").asString()).isEqualTo("新居民协管员应有 2 人，现有 0 人。");

        var old = joined.header("ETag");
        assertThat(as("chief", "district-chief", "PQ01").post("/api/grid/teams/G002/members/" + id + "/changes",
                member("LEADER", "李网格", "0574-86123456"), Map.of("If-Match", old)).status()).isEqualTo(200);
        assertThat(leader.post("/api/grid/teams/G002/members/" + id + "/departures", Map.of(), Map.of("If-Match", old)).status()).isEqualTo(412);
        assertThat(as("admin", "administrator").post("/api/grid/teams/G002/members/" + id + "/departures", Map.of()).status()).isEqualTo(200);
        assertThat(nobody.get("/api/grid/teams/G002").body().path("items").path(0).path("members")).isEmpty();
        assertThat(leader.post("/api/grid/teams/G002/members/" + id + "/departures", Map.of()).text("code")).isEqualTo("team-member-unknown");
    }

    @Test
    void nobody_else_changes_a_team() {
        var request = member("VOLUNTEER", "王义工", "13900000002");
        assertThat(as("x", "grid-leader", "G001").post("/api/grid/teams/G002/members", request).text("code")).isEqualTo("outside-scope");
        assertThat(as("x", "district-chief", "PQ02").post("/api/grid/teams/G002/members", request).text("code")).isEqualTo("outside-scope");
        assertThat(as("x", "grid-worker", "G002").post("/api/grid/teams/G002/members", request).text("code")).isEqualTo("role-needed");
        assertThat(nobody.post("/api/grid/teams/G002/members", request).status()).isEqualTo(401);
        var admin = as("admin", "administrator");
        assertThat(admin.post("/api/grid/teams/C001/members", request).text("code")).isEqualTo("team-not-a-grid");
        assertThat(admin.post("/api/grid/teams/G002/members", Map.of("role", "BOSS", "dutyPhone", "110")).body().path("errors"))
                .extracting(error -> error.path("field").asString()).containsExactlyInAnyOrder("role", "name", "dutyPhone");
    }

    @Test
    void a_larger_area_shows_the_teams_in_it_page_by_page() {
        var first = nobody.get("/api/grid/teams/PQ01?limit=2").body();
        assertThat(first.path("items")).extracting(team -> team.path("area").asString()).containsExactly("G001", "G002");
        var second = nobody.get("/api/grid/teams/PQ01?limit=2&cursor=" + first.path("next").asString()).body();
        assertThat(second.path("items")).extracting(team -> team.path("area").asString()).containsExactly("G005");
        assertThat(second.has("next")).isFalse();
        assertThat(nobody.get("/api/grid/teams/G999").status()).isEqualTo(404);
    }

    @Test
    void people_who_come_move_and_leave_are_counted_and_few_are_not_told() {
        var world = UUID.randomUUID().toString();
        for (var i = 0; i < 7; i++) {
            registry.resident(world + i, 10, "REGISTERED", "G005");
        }
        registry.resident(world + "p", 10, "PENDING", "G005");
        registry.resident(world + "c", 10, "REGISTERED", "C002"); // whose grid is not known
        registry.resident(world + "6", 20, "LEFT", "G005");
        registry.resident(world + "6", 15, "REGISTERED", "G005"); // late
        registry.resident(world + "0", 10, "REGISTERED", "G005"); // again
        Awaitility.await().atMost(SOON).untilAsserted(() -> {
            var grid = nobody.get("/api/grid/populations?area=G005").body();
            assertThat(grid.path("registered").asString()).isEqualTo("6");
            assertThat(grid.path("pending").asString()).isEqualTo("<5");
            var community = nobody.get("/api/grid/populations?area=C002").body();
            assertThat(community.path("registered").asString()).as("without the one that could be told by subtraction").isEqualTo("6");
            assertThat(community.path("withheld").asInt()).isEqualTo(2);
        });
        var exact = as("w", "grid-worker", "C002").get("/api/grid/populations/C002").body();
        assertThat(exact.path("registered").asInt()).isEqualTo(7);
        assertThat(exact.path("pending").asInt()).isEqualTo(1);
        assertThat(as("w", "grid-worker", "G001").get("/api/grid/populations/C002").text("code")).isEqualTo("outside-scope");
        assertThat(nobody.get("/api/grid/populations/C002").status()).isEqualTo(401);
        assertThat(nobody.get("/api/grid/populations?area=G999").status()).isEqualTo(404);
    }

    private static Map<String, String> member(String role, String name, String phone) {
        return Map.of("role", role, "name", name, "dutyPhone", phone);
    }

    private Api as(String subject, String role, String... areas) {
        return nobody.as(TestIssuer.shared().token(subject, role, areas));
    }
}
