package org.xinju.acceptance.guard;

import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import tools.jackson.core.JsonPointer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

import org.xinju.acceptance.RunningSystem;

/**
 * Good requests, spoilt: every field and parameter that the OpenAPI documents name gets every unfit value, every body every unfit form. Whatever is
 * sent, no server fails, nothing is told about its inside, and what is refused is refused by a problem detail.
 */
final class BadRequests {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String MARK = "spoilt here";
    private static final int AT_ONCE = 4;
    private static final int DEEP = 2_000;
    private static final int THROUGH_GATEWAY = 10; // one in so many
    private static final Pattern INSIDE = Pattern.compile("Exception|\\tat |org\\.(?:xinju|springframework|bson)\\.|com\\.mongodb|java\\.(?:lang|util)");

    /** As JSON. */
    private static final List<String> VALUES = List.of("null", "\"\"", "\"   \"", "\"" + "长".repeat(20_000) + "\"", "\"\\u0000\"", "\"\\u202Eabc\\u202C\"",
            "\"\\ud800\"", "\"😀𠮷\"", "\"<script>alert(1)</script>\"", "\"' or '1'='1\"", "\"../../etc/passwd\"", "\"=1+cmd|' /C calc'!A0\"", "\"${jndi:ldap://x}\"",
            "\"{{greeting}}{{#x}}\"", "\"2026-02-30\"", "\"+999999999-12-31\"", "\"-999999999-01-01\"", "-1", "0", "1.5", "1e308", "99999999999999999999999", "true",
            "[]", "{}", "[null]", "{\"$ne\":null}", "[".repeat(DEEP) + "]".repeat(DEEP));

    /** In addresses. */
    private static final List<String> TEXTS = List.of("", " ", "null", "-1", "0", "1.5", "99999999999999999999999", "true", "2026-02-30", "+999999999-12-31",
            "长".repeat(300), "\u0000", "\u202Eabc", "😀", "<script>", "' or '1'='1", "../../etc/passwd", "{\"$ne\":null}", "a,b,c", "%", "[", "YWJj", "!!!");

    private final RunningSystem system;
    private final Operations operations;
    private final AccessTable table;
    private final Calls calls;
    private final Collection<String> names;
    private final List<Visitor> visitors;
    private final Collection<String> wrong = new ConcurrentLinkedQueue<>();
    private final AtomicInteger sent = new AtomicInteger();
    private final AtomicInteger unsendable = new AtomicInteger();
    private final Set<String> spoilt = ConcurrentHashMap.newKeySet();

    /** @param names of the calls that are spoilt */
    BadRequests(RunningSystem system, Operations operations, AccessTable table, Calls calls, Collection<String> names, List<Visitor> visitors) {
        this.system = system;
        this.operations = operations;
        this.table = table;
        this.calls = calls;
        this.names = names;
        this.visitors = visitors;
    }

    private record Good(String call, Request request) {}

    /** @return one sentence for each answer that must not be */
    Collection<String> send() {
        // All before the first: what slips through may use up what another one needs.
        var good = names.stream().map(call -> new Good(call, calls.request(call, visitor(call)))).toList();
        try (var executor = Executors.newFixedThreadPool(AT_ONCE, Thread.ofPlatform().daemon().factory())) {
            var all = good.stream().map(one -> CompletableFuture.runAsync(() -> spoil(one.call(), one.request()), executor)).toList();
            all.forEach(CompletableFuture::join);
        }
        return wrong;
    }

    int sent() {
        return sent.get() - unsendable.get();
    }

    /** Somebody who may. */
    private Visitor visitor(String call) {
        return visitors.stream().filter(one -> table.expected(call, one).equals(AccessTable.YES)).findFirst().orElse(Visitor.anonymous());
    }

    private void spoil(String call, Request good) {
        var visitor = visitor(call);
        for (var method : List.of("PUT", "PATCH", "DELETE", "TRACE", "HEAD", "OPTIONS")) {
            look(call, method, visitor, new Request(method, good.path(), null, Map.of(), ""));
        }
        look(call, "Accept", visitor, good.with("Accept", "application/xml"));
        look(call, "Accept-Language", visitor, good.with("Accept-Language", "xx-" + "y".repeat(500)));
        for (var text : List.of("", "x".repeat(5_000), "\"-1\"", "W/\"1\"", "null")) {
            look(call, "If-Match", visitor, good.with("If-Match", text));
            look(call, "Idempotency-Key", visitor, good.with("Idempotency-Key", text));
        }
        for (var parameter : operations.parameters(call)) {
            TEXTS.forEach(text -> look(call, parameter.name(), visitor, parameter.in(good, text)));
        }
        if (good.method().equals("POST")) {
            bodies(call, visitor, good);
            if (good.headers().getOrDefault("Content-Type", "").equals("application/json")) {
                fields(call, visitor, good);
            }
        }
    }

    private void bodies(String call, Visitor visitor, Request good) {
        var whole = good.body() == null ? new byte[0] : good.body();
        var half = java.util.Arrays.copyOf(whole, whole.length / 2);
        var bodies = new ArrayList<byte[]>(List.of(new byte[0], half, new byte[] {(byte) 0xff, (byte) 0xfe, 0}, "null".getBytes(StandardCharsets.UTF_8),
                "\"x\"".getBytes(StandardCharsets.UTF_8), "7".getBytes(StandardCharsets.UTF_8), "[[]]".getBytes(StandardCharsets.UTF_8),
                "{\"\":1,\"\":2}".getBytes(StandardCharsets.UTF_8), ("{\"a\":" + "[".repeat(DEEP * 10)).getBytes(StandardCharsets.UTF_8),
                new String(whole, StandardCharsets.UTF_8).getBytes(StandardCharsets.UTF_16), ("{\"a\":\"" + "x".repeat(2_000_000) + "\"}").getBytes(StandardCharsets.UTF_8)));
        for (var body : bodies) {
            look(call, "body of " + body.length, visitor, new Request("POST", good.path(), body, good.headers(), ""));
        }
        for (var type : List.of("text/plain", "application/xml", "multipart/form-data", "multipart/form-data; boundary=x", "application/x-www-form-urlencoded", "nonsense",
                "application/json; charset=utf-16")) {
            look(call, type, visitor, good.with("Content-Type", type));
        }
        look(call, "Content-Encoding", visitor, good.with("Content-Encoding", "gzip"));
    }

    private void fields(String call, Visitor visitor, Request good) {
        var body = JSON.readTree(good.body());
        var described = operations.body(call);
        if (!body.isObject() || !described.isEmpty() && !spoilt.add(Operations.service(call) + described)) {
            return; // another path takes the same body, and the same code reads it
        }
        var names = operations.fields(call);
        names.addAll(body.propertyNames());
        names.add("unknownField");
        names.forEach(name -> values(call, visitor, good, body, JsonPointer.empty().appendProperty(name)));
        inside(body, JsonPointer.empty()).filter(place -> !place.head().matches() && spoilt.add(Operations.service(call) + place))
                .forEach(place -> values(call, visitor, good, body, place));
    }

    /** Every unfit value in one place of the body. */
    private void values(String call, Visitor visitor, Request good, JsonNode body, JsonPointer place) {
        var marked = body.deepCopy();
        ((ObjectNode) marked.at(place.head())).put(place.last().getMatchingProperty(), MARK);
        var text = marked.toString();
        for (var value : VALUES) {
            var changed = text.replace("\"" + MARK + "\"", value);
            look(call, place.toString(), visitor, new Request("POST", good.path(), changed.getBytes(StandardCharsets.UTF_8), good.headers(), ""));
        }
    }

    /** Every field, also of what stands in fields; of what stands in a row, those of the first. */
    private static Stream<JsonPointer> inside(JsonNode node, JsonPointer place) {
        return switch (node) {
            case ObjectNode fields -> fields.propertyStream().flatMap(field -> {
                var at = place.appendProperty(field.getKey());
                return Stream.concat(Stream.of(at), inside(field.getValue(), at));
            });
            case ArrayNode row when !row.isEmpty() -> inside(row.get(0), place.appendIndex(0));
            default -> Stream.empty();
        };
    }

    /** To the service itself, which must not count on the gateway; some go through the gateway too, as fast as it lets one caller. */
    private void look(String call, String what, Visitor visitor, Request request) {
        look(system.address(Operations.service(call)), call, what, visitor, request);
        if (sent.incrementAndGet() % THROUGH_GATEWAY == 0) {
            look(system.gateway(), call, what + " through the gateway", visitor, request);
        }
    }

    private void look(String address, String call, String what, Visitor visitor, Request request) {
        try {
            var answer = Http.send(request.to(address, visitor.token()));
            var refused = answer.status() >= 400;
            var untold = refused && !request.method().equals("HEAD") && !answer.body().isEmpty() && !answer.isProblem();
            if (answer.status() >= 500 || refused && !tellsNothingInside(answer) || untold) {
                wrong.add("%s, spoilt in %s: %s -> %d %s".formatted(call, what, said(request), answer.status(), cut(answer.body())));
            }
        } catch (UncheckedIOException e) {
            wrong.add("%s, spoilt in %s: %s -> no answer: %s".formatted(call, what, said(request), e));
        } catch (IllegalArgumentException e) {
            unsendable.incrementAndGet(); // no client can send that
        }
    }

    static boolean tellsNothingInside(Http.Answer answer) {
        return !INSIDE.matcher(answer.body()).find();
    }

    private static String said(Request request) {
        return cut(request.path()) + " " + (request.body() == null ? "" : cut(new String(request.body(), StandardCharsets.UTF_8)));
    }

    private static String cut(String text) {
        return text.length() < 200 ? text : text.substring(0, 150) + " … " + text.substring(text.length() - 40);
    }
}
