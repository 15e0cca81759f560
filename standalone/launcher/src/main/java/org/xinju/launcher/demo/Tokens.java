package org.xinju.launcher.demo;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

import org.xinju.launcher.words.Refusal;

/** Asks the development issuer for tokens, with the secret that lies in its data folder. */
public final class Tokens {

    private static final JsonMapper JSON = new JsonMapper();

    private final HttpClient http = HttpClient.newHttpClient();
    private final URI issuer;
    private final Path secret;
    private final Map<String, String> known = new ConcurrentHashMap<>();

    /** @param issuerData folder of the issuer */
    public Tokens(URI issuer, Path issuerData) {
        this.issuer = issuer;
        this.secret = issuerData.resolve("client-secret");
    }

    /**
     * A bearer token.
     *
     * @throws Refusal when the issuer does not know the persona, or does not answer
     */
    public String of(String persona) {
        return known.computeIfAbsent(persona, this::ask);
    }

    private String ask(String persona) {
        var personas = personas();
        if (personas.stream().noneMatch(one -> one.name().equals(persona))) {
            throw new Refusal("unknown-persona", persona, personas.stream().map(Persona::name).collect(Collectors.joining(", ")));
        }
        var credentials = Base64.getEncoder().encodeToString((persona + ":" + read()).getBytes(StandardCharsets.UTF_8));
        var answer = send(HttpRequest.newBuilder(issuer.resolve("/oauth2/token")).header("Authorization", "Basic " + credentials)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString("grant_type=client_credentials")).build());
        return JSON.readTree(answer).get("access_token").asString();
    }

    /** Everybody the issuer knows. */
    public List<Persona> personas() {
        return JSON.readValue(send(HttpRequest.newBuilder(issuer.resolve("/personas")).build()), new TypeReference<>() {});
    }

    private String read() {
        try {
            return Files.readString(secret).strip();
        } catch (IOException e) {
            throw new Refusal("secret-unreadable", secret);
        }
    }

    private String send(HttpRequest request) {
        try {
            var answer = http.send(request, BodyHandlers.ofString());
            if (answer.statusCode() != 200) {
                throw new Refusal("issuer-refuses", request.uri(), answer.statusCode());
            }
            return answer.body();
        } catch (IOException e) {
            throw new Refusal("issuer-silent", request.uri());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Refusal("issuer-silent", request.uri());
        }
    }
}
