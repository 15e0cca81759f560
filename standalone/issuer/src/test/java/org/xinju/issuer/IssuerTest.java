package org.xinju.issuer;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.Base64;
import java.util.List;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.core.env.Environment;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class IssuerTest {

    private static final JsonMapper JSON = new JsonMapper();
    private static final String ISSUER = "http://issuer.test";

    @TempDir
    private Path data;
    private final HttpClient http = HttpClient.newHttpClient();
    private ConfigurableApplicationContext running = new GenericApplicationContext();

    @AfterEach
    void stop() {
        running.close();
    }

    @ParameterizedTest
    @CsvSource({"resident,resident,", "local-resident,local-resident,", "landlord,landlord,", "employer,employer,",
        "grid-worker,grid-worker,G001", "grid-leader,grid-leader,G001", "district-chief,district-chief,PQ01",
        "command-room,command-room,330206004", "department,department,330206004", "points-officer,points-officer,330206004",
        "policy-publisher,policy-publisher,330206004", "editor,editor,330206004", "organiser,organiser,", "auditor,auditor,330206004",
        "administrator,administrator,330206004", "operator,operator,", "resident-20,resident,", "employer-2,employer,"})
    void a_persona_gets_a_signed_token_with_its_role_and_areas(String persona, String role, String area) throws Exception {
        start("development");

        var token = decoded(token(persona, secret()));

        assertThat(token.getClaimAsString("iss")).isEqualTo(ISSUER);
        assertThat(token.getAudience()).containsExactly("xinju");
        assertThat(token.getSubject()).isEqualTo("persona-" + persona);
        assertThat(token.getClaimAsStringList("roles")).containsExactly(role);
        assertThat(token.getClaimAsStringList("areas")).isEqualTo(area == null ? List.of() : List.of(area));
        assertThat(Duration.between(token.getIssuedAt(), token.getExpiresAt())).isEqualTo(Duration.ofHours(8));
    }

    @Test
    void a_token_and_the_secret_outlive_a_restart() throws Exception {
        start("development");
        var before = token("resident", secret());
        var secret = secret();
        running.close();

        start("development");

        assertThat(decoded(before).getSubject()).isEqualTo("persona-resident");
        assertThat(secret()).isEqualTo(secret);
    }

    @Test
    void a_wrong_secret_and_an_unknown_persona_get_no_token() throws Exception {
        start("development");

        assertThat(ask("resident", "guessed").statusCode()).isEqualTo(401);
        assertThat(ask("mayor", secret()).statusCode()).isEqualTo(401);
    }

    @Test
    void the_personas_are_listed_without_a_secret() throws Exception {
        start("development");

        var personas = get("/personas");

        assertThat(personas.statusCode()).isEqualTo(200);
        assertThat(JSON.readTree(personas.body()).valueStream().map(p -> p.get("name").asString())).contains("resident", "resident-2",
                "resident-20", "employer-2", "operator").doesNotContain("resident-1", "resident-21");
        assertThat(personas.body()).doesNotContain(secret());
    }

    @Test
    void it_tells_when_it_is_ready() throws Exception {
        start("development");

        assertThat(JSON.readTree(get("/actuator/health/readiness").body()).get("status").asString()).isEqualTo("UP");
    }

    @Test
    void nothing_else_is_open() throws Exception {
        start("development");

        assertThat(get("/actuator/env").statusCode()).isIn(401, 403);
        assertThat(get("/oauth2/jwks").body()).contains("\"n\"").doesNotContain("\"d\"");
    }

    @Test
    void the_key_and_the_secret_can_be_read_by_their_owner_only() throws Exception {
        start("development");

        assertThat(List.of(SigningKey.FILE, ClientSecret.FILE)).allSatisfy(name -> assertThat(PosixFilePermissions.toString(
                Files.getPosixFilePermissions(data.resolve(name)))).isEqualTo("rw-------"));
    }

    @ParameterizedTest
    @CsvSource({"production", "''"})
    void it_does_not_start_outside_development(String profile) {
        assertThatThrownBy(() -> start(profile)).isInstanceOf(UnfitException.class).hasMessageContaining("any persona");
        assertThat(data).isEmptyDirectory();
    }

    @ParameterizedTest
    @CsvSource({"{\"kty\":\"RS", "''", "{}"})
    void a_damaged_signing_key_is_named_and_not_replaced_in_silence(String content) throws Exception {
        Files.writeString(data.resolve(SigningKey.FILE), content);

        assertThatThrownBy(() -> start("development")).hasStackTraceContaining("signing-key.json is damaged");
        assertThat(data.resolve(SigningKey.FILE)).hasContent(content);
    }

    private void start(String profile) {
        var application = new SpringApplication(IssuerApplication.class);
        application.addInitializers(new DevelopmentOnly());
        running = application.run("--server.port=0", "--spring.profiles.active=" + profile, "--xinju.issuer.uri=" + ISSUER,
                "--xinju.issuer.data=" + data);
    }

    private Jwt decoded(String token) {
        return NimbusJwtDecoder.withJwkSetUri(at("/oauth2/jwks").toString()).build().decode(token);
    }

    private String token(String persona, String secret) throws Exception {
        JsonNode answer = JSON.readTree(ask(persona, secret).body());
        return answer.get("access_token").asString();
    }

    private HttpResponse<String> ask(String persona, String secret) throws IOException, InterruptedException {
        var credentials = URLEncoder.encode(persona, StandardCharsets.UTF_8) + ":" + secret;
        var request = HttpRequest.newBuilder(at("/oauth2/token"))
                .header("Authorization", "Basic " + Base64.getEncoder().encodeToString(credentials.getBytes(StandardCharsets.UTF_8)))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString("grant_type=client_credentials")).build();
        return http.send(request, BodyHandlers.ofString());
    }

    private HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return http.send(HttpRequest.newBuilder(at(path)).build(), BodyHandlers.ofString());
    }

    private URI at(String path) {
        return URI.create("http://127.0.0.1:" + running.getBean(Environment.class).getProperty("local.server.port") + path);
    }

    private String secret() throws IOException {
        return Files.readString(data.resolve(ClientSecret.FILE)).strip();
    }
}
