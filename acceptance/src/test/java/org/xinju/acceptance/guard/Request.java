package org.xinju.acceptance.guard;

import java.net.URI;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

import org.xinju.acceptance.FileForm;

/**
 * A request as anybody could send it.
 *
 * @param body null for none
 * @param shows what stands in the answer when it is given to who may see the record; empty when nothing is looked for
 */
record Request(String method, String path, byte @Nullable [] body, Map<String, String> headers, String shows) {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Duration LIMIT = Duration.ofSeconds(20);

    static Request get(String path) {
        return new Request("GET", path, null, Map.of(), "");
    }

    static Request post(String path, Object body) {
        return new Request("POST", path, JSON.writeValueAsBytes(body), Map.of("Content-Type", "application/json"), "");
    }

    static Request csv(String path, String text) {
        return new Request("POST", path, text.getBytes(StandardCharsets.UTF_8), Map.of("Content-Type", "text/csv"), "");
    }

    static Request upload(String path, String name, byte[] content) {
        var form = FileForm.of(name, content);
        return new Request("POST", path, form.body(), Map.of("Content-Type", form.type()), "");
    }

    Request showing(String text) {
        return new Request(method, path, body, headers, text);
    }

    Request at(String otherPath) {
        return new Request(method, otherPath, body, headers, shows);
    }

    Request with(String header, String value) {
        var more = new HashMap<>(headers);
        more.put(header, value);
        return new Request(method, path, body, more, shows);
    }

    /** @param token empty for none */
    HttpRequest to(String base, String token) {
        var request = HttpRequest.newBuilder(URI.create(base + path)).timeout(LIMIT)
                .method(method, body == null ? HttpRequest.BodyPublishers.noBody() : HttpRequest.BodyPublishers.ofByteArray(body));
        headers.forEach(request::setHeader);
        if (!token.isEmpty()) {
            request.setHeader("Authorization", "Bearer " + token);
        }
        return request.build();
    }
}
