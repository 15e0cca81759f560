package org.xinju.acceptance.crash;

import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

import org.xinju.acceptance.crash.agent.Point;

/** Which kinds of processes have which points, and how often each died there while a command was in flight. */
final class Coverage {

    /** Deaths at every point that a full run must show. */
    static final int TIMES = 3;

    private static final Set<Point> PRODUCER = EnumSet.of(Point.ANY_MOMENT, Point.BEFORE_SAVE, Point.AFTER_SAVE, Point.AFTER_SEND,
            Point.IN_INTAKE, Point.BEFORE_COMMIT);
    private static final Set<Point> WITH_STEPS = EnumSet.allOf(Point.class);

    /** Reactions of registry and grid have one step; the others' have two. Everything else follows no protocol and dies at any moment. */
    private static final Map<String, Set<Point>> POINTS = Map.of("registry-service", PRODUCER, "grid-service", PRODUCER,
            "points-service", WITH_STEPS, "notification-service", WITH_STEPS);

    private final Map<String, Map<Point, Integer>> deaths = new TreeMap<>();

    private Coverage(List<String> processes, List<Killer.Killed> killed) {
        processes.forEach(process -> {
            var row = deaths.computeIfAbsent(kind(process), _ -> new TreeMap<>());
            points(process).forEach(point -> row.put(point, 0));
        });
        killed.stream().filter(one -> one.inFlight() > 0)
                .forEach(one -> deaths.computeIfAbsent(kind(one.kill().process()), _ -> new TreeMap<>()).merge(one.kill().point(), 1, Integer::sum));
    }

    static Coverage of(List<String> processes, List<Killer.Killed> killed) {
        return new Coverage(processes, killed);
    }

    /** {@code points-service-2} is a points-service. */
    static String kind(String process) {
        return process.replaceFirst("-[0-9]+$", "");
    }

    static Set<Point> points(String process) {
        return POINTS.getOrDefault(kind(process), EnumSet.of(Point.ANY_MOMENT));
    }

    /** Whether every process died at every point of its, often enough. */
    boolean isFull() {
        return deaths.values().stream().flatMap(row -> row.values().stream()).allMatch(times -> times >= TIMES);
    }

    /** A row for each kind of process, a column for each point. */
    String text() {
        var columns = new TreeSet<>(List.of(Point.values()));
        var text = new StringBuilder("%-22s".formatted("died, in flight"));
        columns.forEach(point -> text.append("%15s".formatted(point.words())));
        deaths.forEach((process, row) -> {
            text.append("%n%-22s".formatted(process));
            columns.forEach(point -> text.append("%15s".formatted(row.containsKey(point) ? row.get(point).toString() : "-")));
        });
        return text.append('\n').toString();
    }

    /** Everything that a full run must show once. */
    static List<Map.Entry<String, Point>> cells(List<String> processes) {
        return processes.stream().map(Coverage::kind).distinct().flatMap(kind -> points(kind).stream().map(point -> Map.entry(kind, point)))
                .flatMap(Stream::of).toList();
    }
}
