package org.xinju.acceptance.crash;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;

import org.xinju.acceptance.crash.agent.Point;

/** Who is killed when and where, the same for the same seed. */
final class Schedule {

    private static final int MOST_PASSINGS = 4;

    /**
     * One kill.
     *
     * @param point where in its work the process dies
     * @param passings of the point from then on; it dies at the last
     * @param after commands answered
     */
    record Kill(String process, Point point, int passings, int after) {}

    private final Random random;
    private final List<String> processes;
    private final int kills;
    private final int commands;
    private final List<Kill> all = new ArrayList<>();

    private Schedule(long seed, List<String> processes, int kills, int commands) {
        this.random = new Random(seed);
        this.processes = processes;
        this.kills = kills;
        this.commands = commands;
    }

    /** At any moment: round after round over all processes, each time in another order, spread evenly over the commands. */
    static List<Kill> random(long seed, List<String> processes, int kills, int commands) {
        var schedule = new Schedule(seed, processes, kills, commands);
        schedule.fill();
        return schedule.all;
    }

    /** At every point of every kind of process as often as {@link Coverage} asks, as far as the kills suffice; the rest at any moment. */
    static List<Kill> named(long seed, List<String> processes, int kills, int commands) {
        var schedule = new Schedule(seed, processes, kills, commands);
        for (var round = 0; round < Coverage.TIMES; round++) {
            var cells = new ArrayList<>(Coverage.cells(processes));
            Collections.shuffle(cells, schedule.random);
            cells.forEach(schedule::add);
        }
        schedule.fill();
        return schedule.all;
    }

    private void fill() {
        while (all.size() < kills) {
            var round = new ArrayList<>(processes);
            Collections.shuffle(round, random);
            round.forEach(process -> add(process, Point.ANY_MOMENT));
        }
    }

    private void add(Map.Entry<String, Point> cell) {
        var replicas = processes.stream().filter(process -> Coverage.kind(process).equals(cell.getKey())).toList();
        add(replicas.get(random.nextInt(replicas.size())), cell.getValue());
    }

    private void add(String process, Point point) {
        if (all.size() < kills) {
            var after = (int) ((all.size() + 0.2 + random.nextDouble() * 0.6) * commands / kills);
            all.add(new Kill(process, point, 1 + random.nextInt(MOST_PASSINGS), after));
        }
    }
}
