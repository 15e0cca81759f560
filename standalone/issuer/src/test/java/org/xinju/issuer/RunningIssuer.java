package org.xinju.issuer;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;

import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;
import tools.jackson.databind.json.JsonMapper;

/** The issuer on a port of its own, spoken to over HTTP. */
record RunningIssuer(ConfigurableApplicationContext context, Path data) implements AutoCloseable {

    static final String ISSUER = "http://issuer.test";
    static final JsonMapper JSON = new JsonMapper();

    private static final HttpClient HTTP = HttpClient.newHttpClient();

    static RunningIssuer start(Path data, String profile) {
        var application = new SpringApplication(IssuerApplication.class);
        application.addInitializers(new DevelopmentOnly());
        return new RunningIssuer(application.run("--server.port=0", "--spring.profiles.active=" + profile, "--xinju.issuer.uri=" + ISSUER,
                "--xinju.issuer.data=" + data), data);
    }

    Jwt decoded(String token) {
        return NimbusJwtDecoder.withJwkSetUri(at("/oauth2/jwks").toString()).build().decode(token);
    }

    String token(String persona) throws IOException, InterruptedException {
        return JSON.readTree(ask(persona, secret()).body()).get("access_token").asString();
    }

    HttpResponse<String> ask(String persona, String secret) throws IOException, InterruptedException {
        var credentials = Base64.getEncoder().encodeToString((persona + ":" + secret).getBytes(StandardCharsets.UTF_8));
        return HTTP.send(HttpRequest.newBuilder(at("/oauth2/token")).header("Authorization", "Basic " + credentials)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString("grant_type=client_credentials")).build(), BodyHandlers.ofString());
    }

    HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return HTTP.send(HttpRequest.newBuilder(at(path)).build(), BodyHandlers.ofString());
    }

    String secret() throws IOException {
        return Files.readString(data.resolve(ClientSecret.FILE)).strip();
    }

    private URI at(String path) {
        return URI.create("http://127.0.0.1:" + context.getEnvironment().getProperty("local.server.port") + path);
    }

    @Override
    public void close() {
        context.close();
    }
}
