package org.xinju.acceptance;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Rows 3 and 4, together: life cycles of cases in bursts, while newcomers register at a steady rate and the grid finds, opens and approves them. What
 * the bursts leave behind shows in the calm after them, and in the times of those who have nothing to do with cases.
 */
final class BurstBench implements Bench {

    private static final double REGISTRATIONS_A_SECOND = 21 / 60.0;
    private static final double[] PHASES = {1, 15, 1, 25, 2, 35, 10};
    private static final int A_LOOK = 10; // seconds

    private final String row;
    private final int residents;
    private final int secondsOfPhase;
    private final int rounds;
    private final long seed;

    /**
     * @param row 3 for the bursts, or 4 to watch the registrations for longer
     * @param rounds of all phases, one after the other
     */
    BurstBench(String row, int residents, int secondsOfPhase, int rounds, long seed) {
        this.row = row;
        this.residents = residents;
        this.secondsOfPhase = secondsOfPhase;
        this.rounds = rounds;
        this.seed = seed;
    }

    @Override
    public String row() {
        return row;
    }

    @Override
    public String title() {
        return "bursts of life cycles (row 3) while people register (row 4) for %d s, %d residents stored, seed %d".formatted(Step.seconds(steps()), residents, seed);
    }

    private List<Step> steps() {
        return Stream.concat(LoadScene.WARM_UP.stream(), IntStream.range(0, rounds).boxed().flatMap(_ -> Step.of(secondsOfPhase, PHASES).stream())).toList();
    }

    @Override
    public List<Figure> measure() {
        try (var scene = new LoadScene(seed)) {
            if (residents > 0) {
                scene.storeResidents(residents);
            }
            var steps = steps();
            var seconds = Step.seconds(steps);
            scene.people();
            scene.newcomers((int) Math.ceil(seconds * REGISTRATIONS_A_SECOND) + 5);
            List<Map<String, Long>> memory = new CopyOnWriteArrayList<>();
            try (var watch = Executors.newSingleThreadScheduledExecutor()) {
                watch.scheduleAtFixedRate(() -> memory.add(scene.system.residentKilobytesOfEach()), Step.seconds(LoadScene.WARM_UP), A_LOOK, TimeUnit.SECONDS);
                var samples = scene.run(Map.of("lifecycles", Step.told(steps), "registrations", Step.told(List.of(new Step(REGISTRATIONS_A_SECOND, seconds)))));
                var figures = new ArrayList<Figure>();
                bursts(steps, samples.of("file", "accept", "dispatch", "resolve", "find"), samples.of("life cycle"), figures);
                registrations(samples.between(Step.seconds(LoadScene.WARM_UP), seconds), figures);
                memory(memory, figures);
                figures.add(new Figure("3", "from the last call until all that follows is done", scene.untilQuiet(), "-"));
                return figures;
            }
        }
    }

    private void bursts(List<Step> steps, Samples calls, Samples users, List<Figure> figures) {
        var from = Step.seconds(LoadScene.WARM_UP);
        var recovery = new Recovery(calls, from, from + secondsOfPhase);
        for (var step : steps.subList(LoadScene.WARM_UP.size(), steps.size())) {
            var until = from + step.seconds();
            var during = calls.between(from, until);
            var refused = during.refused();
            figures.add(new Figure("3", "%s life cycles/s for %d s".formatted(step.rate(), step.seconds()), "%d of %d through%s; a call %s%s".formatted(
                    users.between(from, until).count(), during.of("file").count(), refused.isEmpty() ? "" : " (" + refused + ")", during.times().summary(95, 100),
                    step.perSecond() <= 2 ? "; p95 over 5 s as before after " + recovery.after(from, until) : ""), "nothing lost; p95 back within 20 % in 60 s; aim: no request refused"));
            from = until;
        }
    }

    private static void registrations(Samples samples, List<Figure> figures) {
        var users = samples.of("register");
        var refused = samples.of("register", "find by number", "open", "approve").refused();
        figures.add(new Figure("4", "21 registrations a minute beside it", "%d of %d through%s".formatted(samples.of("registration").count(), users.count(),
                refused.isEmpty() ? "" : " (" + refused + ")"), "-"));
        figures.add(new Figure("4", "writes: register, approve", samples.of("register", "approve").times().summary(95, 99), "must p95 300 ms, aim 150 ms"));
        figures.add(new Figure("4", "reads: find by number, open", samples.of("find by number", "open").times().summary(95, 99), "must p95 150 ms, aim 75 ms"));
    }

    private static void memory(List<Map<String, Long>> looks, List<Figure> figures) {
        var quarters = IntStream.rangeClosed(0, 4).mapToObj(quarter -> looks.get((looks.size() - 1) * quarter / 4)).toList();
        figures.add(new Figure("4", "memory of all processes: after the warm-up, at a quarter, half, three quarters of the time, at its end", quarters.stream()
                .map(look -> "%.2f GB".formatted(look.values().stream().mapToLong(Long::longValue).sum() / 1e6)).collect(Collectors.joining(", ")), "flat"));
        figures.add(new Figure("4", "of it, of each process, after the warm-up and at the end", new TreeMap<>(quarters.getFirst()).entrySet().stream()
                .map(one -> "%s %.2f, %.2f GB".formatted(one.getKey(), one.getValue() / 1e6, quarters.getLast().getOrDefault(one.getKey(), 0L) / 1e6))
                .collect(Collectors.joining("; ")), "-"));
    }
}
