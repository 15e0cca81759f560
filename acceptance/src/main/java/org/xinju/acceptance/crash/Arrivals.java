package org.xinju.acceptance.crash;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

import tools.jackson.databind.json.JsonMapper;

import org.xinju.acceptance.RunningSystem;

/** What has arrived at the simulated providers, asked by number. */
final class Arrivals {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private final String channels;
    private final Map<String, Set<String>> byNumber = new ConcurrentHashMap<>();

    Arrivals(RunningSystem system) {
        this.channels = system.address("channels");
    }

    /** Ids of the messages to a phone number; the provider shows each id once, however often it was handed in. */
    Set<String> at(String phone) {
        return byNumber.computeIfAbsent(phone, this::ask);
    }

    private Set<String> ask(String phone) {
        try {
            var answer = HTTP.send(HttpRequest.newBuilder(URI.create(channels + "/messages?to=" + phone)).build(), BodyHandlers.ofByteArray());
            return JSON.readTree(answer.body()).path("items").valueStream().map(item -> item.path("id").asString("")).collect(Collectors.toSet());
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
