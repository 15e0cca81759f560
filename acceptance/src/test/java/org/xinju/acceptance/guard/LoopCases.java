package org.xinju.acceptance.guard;

import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.xinju.acceptance.Api;
import org.xinju.acceptance.RunningSystem;
import org.xinju.acceptance.Waiting;

import static org.xinju.acceptance.guard.Specimens.must;

/** Cases to be got at, reported in grid G001: one with a photo in the hands of a department, and new ones for each step of the loop. */
final class LoopCases {

    static final String UNIT = "DEP-FIRE";

    private static final Duration SOON = Duration.ofMinutes(2);

    /** The steps that lead to where each path of the loop can be taken, by whom. */
    private static final Map<String, List<String>> LEADING_TO = new HashMap<>();

    static {
        for (var path : List.of("acceptances", "rejections", "withdrawals")) {
            LEADING_TO.put(path, List.of());
        }
        LEADING_TO.put("dispatches", List.of("acceptances"));
        for (var path : List.of("returns", "handlings", "extensions")) {
            LEADING_TO.put(path, List.of("acceptances", "dispatches"));
        }
        LEADING_TO.put("extension-decisions", List.of("acceptances", "dispatches", "extensions"));
        LEADING_TO.put("feedbacks", List.of("acceptances", "dispatches", "handlings"));
        LEADING_TO.put("verifications", List.of("acceptances", "dispatches", "handlings", "feedbacks"));
        LEADING_TO.put("closures", List.of("acceptances", "dispatches", "handlings", "feedbacks", "verifications"));
        for (var path : List.of("ratings", "reopenings")) {
            LEADING_TO.put(path, List.of("acceptances", "dispatches", "handlings", "feedbacks", "verifications", "closures"));
        }
    }

    private final RunningSystem system;
    private final Api reporter;

    final String photo;
    final String id;
    final String number;

    /** @param reporter at grid-service; begins when that knows who this is */
    LoopCases(RunningSystem system, Api reporter) {
        this.system = system;
        this.reporter = reporter;
        Waiting.until("grid-service knows the sign-ins", SOON, () -> report(reporter, Map.of()).status() == 201);
        this.photo = reporter.upload("/api/grid/photos", "flur.png", Specimens.picture(), UUID.randomUUID().toString()).text("id");
        var reported = must(report(reporter, Map.of("photos", List.of(photo)))).body().path("summary");
        this.id = reported.path("id").asString();
        this.number = reported.path("number").asString();
        step(id, "acceptances");
        step(id, "dispatches");
    }

    /** A new case on which the path can be taken. */
    String before(String path) {
        var made = must(report(reporter, Map.of())).body().path("summary").path("id").asString();
        LEADING_TO.getOrDefault(path, List.of()).forEach(step -> step(made, step));
        return made;
    }

    /** @return number and follow-up code */
    List<String> anonymous() {
        var received = must(report(reporter, Map.of("openness", "ANONYMOUS"))).body();
        return List.of(received.path("summary").path("number").asString(), received.path("followUpCode").asString());
    }

    static Api.Answer report(Api api, Map<String, Object> more) {
        var report = new LinkedHashMap<String, Object>(Map.of("category", "hazard.fire", "area", Specimens.GRID, "description", "楼道里堆满纸箱。"));
        report.putAll(more);
        return api.post("/api/grid/cases", report);
    }

    /** What each step is given. */
    static Map<String, Object> given(String path) {
        return switch (path) {
            case "acceptances" -> Map.of("severity", "COMPLEX");
            case "dispatches" -> Map.of("unit", UNIT);
            case "verifications" -> Map.of("passed", true, "note", "走了一遍，已畅通。");
            case "closures" -> Map.of("analysis", "已请网格每周看一次。");
            case "ratings" -> Map.of("rating", 5);
            case "extension-decisions" -> Map.of("approved", true, "note", "同意。");
            case "withdrawals" -> Map.of();
            default -> Map.of("note", "说明。");
        };
    }

    private void step(String of, String path) {
        var by = switch (path) {
            case "returns", "handlings", "feedbacks", "extensions" -> "department";
            case "ratings", "reopenings" -> throw new IllegalArgumentException(path + " is the reporter's");
            default -> "command-room";
        };
        must(system.as(by, "grid-service").post("/api/grid/cases/" + of + "/" + path, given(path)));
    }
}
