package org.xinju.issuer;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class IssuerTest {

    private RunningIssuer issuer;

    @BeforeAll
    void start(@TempDir Path data) {
        issuer = RunningIssuer.start(data, "development");
    }

    @AfterAll
    void stop() {
        issuer.close();
    }

    @ParameterizedTest
    @CsvSource({"resident,resident,", "local-resident,local-resident,", "landlord,landlord,", "employer,employer,",
        "grid-worker,grid-worker,G001", "grid-leader,grid-leader,G001", "district-chief,district-chief,PQ01",
        "command-room,command-room,330206004", "department,department,330206004 DEP-FIRE", "department-safety,department,DEP-SAFETY",
        "newcomer,resident,", "grid-worker-2,grid-worker,G014", "grid-worker-3,grid-worker,G001", "points-officer,points-officer,330206004",
        "policy-publisher,policy-publisher,330206004", "editor,editor,330206004", "organiser,organiser,", "auditor,auditor,330206004",
        "administrator,administrator,330206004", "operator,operator,", "resident-20,resident,", "employer-2,employer,"})
    void a_persona_gets_a_signed_token_with_its_role_and_areas(String persona, String role, String areas) throws Exception {
        var token = issuer.decoded(issuer.token(persona));

        assertThat(token.getClaimAsString("iss")).isEqualTo(RunningIssuer.ISSUER);
        assertThat(token.getAudience()).containsExactly("xinju");
        assertThat(token.getSubject()).isEqualTo("persona-" + persona);
        assertThat(token.getClaimAsStringList("roles")).containsExactly(role);
        assertThat(token.getClaimAsStringList("areas")).isEqualTo(areas == null ? List.of() : List.of(areas.split(" ")));
        assertThat(Duration.between(token.getIssuedAt(), token.getExpiresAt())).isEqualTo(Duration.ofHours(8));
    }

    @Test
    void a_wrong_secret_and_an_unknown_persona_get_no_token() throws Exception {
        assertThat(issuer.ask("resident", "guessed").statusCode()).isEqualTo(401);
        assertThat(issuer.ask("mayor", issuer.secret()).statusCode()).isEqualTo(401);
    }

    @Test
    void the_personas_are_listed_without_a_secret() throws Exception {
        var personas = issuer.get("/personas");

        assertThat(personas.statusCode()).isEqualTo(200);
        assertThat(RunningIssuer.JSON.readTree(personas.body()).valueStream().map(persona -> persona.get("name").asString()))
                .contains("resident", "resident-2", "resident-20", "employer-2", "operator").doesNotContain("resident-1", "resident-21");
        assertThat(personas.body()).doesNotContain(issuer.secret());
    }

    @Test
    void it_tells_when_it_is_ready() throws Exception {
        assertThat(issuer.get("/actuator/health/readiness").body()).contains("\"status\":\"UP\"");
    }

    @Test
    void nothing_else_is_open_and_the_public_key_is_public_only() throws Exception {
        assertThat(issuer.get("/actuator/env").statusCode()).isIn(401, 403);
        assertThat(issuer.get("/oauth2/jwks").body()).contains("\"n\"").doesNotContain("\"d\"");
    }

    @Test
    void the_key_and_the_secret_can_be_read_by_their_owner_only() {
        assertThat(List.of(SigningKey.FILE, ClientSecret.FILE)).allSatisfy(name -> assertThat(PosixFilePermissions.toString(
                Files.getPosixFilePermissions(issuer.data().resolve(name)))).isEqualTo("rw-------"));
    }
}
