package org.xinju.acceptance;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Rows 3 and 4, together: life cycles of cases in bursts, while newcomers register at a steady rate and the grid finds, opens and approves them. What
 * the bursts leave behind shows in the calm after them, and in the times of those who have nothing to do with cases.
 */
final class BurstBench implements Bench {

    private static final double REGISTRATIONS_A_SECOND = 21 / 60.0;
    private static final List<Step> WARM_UP = List.of(new Step(2, 15), new Step(10, 45));
    private static final double[] PHASES = {1, 15, 1, 25, 2, 35, 10};
    private static final double A_WINDOW = 5; // seconds
    private static final double AS_BEFORE = 1.2;

    private final int residents;
    private final int secondsOfPhase;
    private final int rounds;
    private final long seed;

    /** @param rounds of all phases, one after the other */
    BurstBench(int residents, int secondsOfPhase, int rounds, long seed) {
        this.residents = residents;
        this.secondsOfPhase = secondsOfPhase;
        this.rounds = rounds;
        this.seed = seed;
    }

    @Override
    public String row() {
        return "3";
    }

    @Override
    public String title() {
        return "bursts of life cycles (row 3) while people register (row 4), " + residents + " residents stored, seed " + seed;
    }

    @Override
    public List<Figure> measure() {
        try (var scene = new LoadScene(seed, Map.of())) {
            if (residents > 0) {
                scene.storeResidents(residents);
            }
            var steps = new ArrayList<>(WARM_UP);
            for (var round = 0; round < rounds; round++) {
                steps.addAll(Step.of(secondsOfPhase, PHASES));
            }
            var seconds = Step.seconds(steps);
            scene.people((int) Math.ceil(seconds * REGISTRATIONS_A_SECOND) + 5);
            var memory = scene.system.residentKilobytes();
            var samples = scene.run(Map.of("lifecycles", Step.told(steps), "registrations", Step.told(List.of(new Step(REGISTRATIONS_A_SECOND, seconds)))));
            var figures = new ArrayList<Figure>();
            bursts(steps, samples.of("file", "accept", "dispatch", "resolve", "find"), samples.of("life cycle"), figures);
            registrations(samples.between(Step.seconds(WARM_UP), seconds), figures);
            figures.add(new Figure("4", "memory of all processes before and after", "%.2f GB, %.2f GB".formatted(memory / 1e6, scene.system.residentKilobytes() / 1e6), "flat"));
            return figures;
        }
    }

    private static void bursts(List<Step> steps, Samples calls, Samples users, List<Figure> figures) {
        var from = Step.seconds(WARM_UP);
        var calm = 0.0;
        for (var step : steps.subList(WARM_UP.size(), steps.size())) {
            var until = from + step.seconds();
            var during = calls.between(from, until);
            var p95 = during.times().at(95);
            calm = calm == 0 ? p95 : calm;
            var refused = during.refused();
            figures.add(new Figure("3", "%s life cycles/s for %d s".formatted(step.rate(), step.seconds()), "%d of %d through%s; a call %s%s".formatted(
                    users.between(from, until).count(), during.of("file").count(), refused.isEmpty() ? "" : " (" + refused + ")", during.times().summary(95, 100),
                    step.perSecond() <= 2 ? "; p95 as before after " + recovery(during, from, until, calm) : ""), "nothing lost; p95 back within 20 % in 60 s; aim: no request refused"));
            from = until;
        }
    }

    /** From which window of some seconds on all calls are as fast as they were in the first calm. */
    private static String recovery(Samples calls, double from, double until, double calm) {
        var slow = from;
        for (var at = from; at < until; at += A_WINDOW) {
            var window = calls.between(at, at + A_WINDOW);
            slow = window.count() > 0 && window.times().at(95) > calm * AS_BEFORE ? at + A_WINDOW : slow;
        }
        return slow >= until ? "more than %.0f s".formatted(until - from) : String.format(Locale.ROOT, "%.0f s", slow - from);
    }

    private static void registrations(Samples samples, List<Figure> figures) {
        var users = samples.of("register");
        var refused = samples.of("register", "find by number", "open", "approve").refused();
        figures.add(new Figure("4", "21 registrations a minute beside it", "%d of %d through%s".formatted(samples.of("registration").count(), users.count(),
                refused.isEmpty() ? "" : " (" + refused + ")"), "-"));
        figures.add(new Figure("4", "writes: register, approve", samples.of("register", "approve").times().summary(95, 99), "must p95 300 ms, aim 150 ms"));
        figures.add(new Figure("4", "reads: find by number, open", samples.of("find by number", "open").times().summary(95, 99), "must p95 150 ms, aim 75 ms"));
    }
}
