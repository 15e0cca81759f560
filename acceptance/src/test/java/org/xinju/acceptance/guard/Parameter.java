package org.xinju.acceptance.guard;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Something that is said outside of the body of a request.
 *
 * @param template path of the call, with names in braces
 * @param in as OpenAPI has it: {@code path}, {@code query} or {@code header}
 */
record Parameter(String template, String name, String in) {

    /** The request with another text in this place. */
    Request in(Request good, String text) {
        var encoded = URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
        var path = good.path().replaceAll("\\?.*", "");
        var query = good.path().substring(path.length());
        return switch (in) {
            case "path" -> good.at(inPath(path, encoded) + query);
            case "query" -> good.at(path + "?" + inQuery(query, encoded));
            case "header" -> good.with(name, text);
            default -> throw new IllegalArgumentException(name + " in " + in);
        };
    }

    private String inPath(String path, String text) {
        var names = template.split("/");
        var parts = path.split("/");
        for (var i = 0; i < names.length; i++) {
            if (names[i].equals("{" + name + "}")) {
                parts[i] = text;
            }
        }
        return String.join("/", parts);
    }

    private String inQuery(String query, String text) {
        var others = Arrays.stream(query.split("[?&]")).filter(one -> !one.isEmpty() && !one.startsWith(name + "="));
        return Stream.concat(others, Stream.of(name + "=" + text)).collect(Collectors.joining("&"));
    }
}
