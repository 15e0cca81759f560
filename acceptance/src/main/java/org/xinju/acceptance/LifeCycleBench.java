package org.xinju.acceptance;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

import com.mongodb.client.MongoClients;

/**
 * Rows 1 and 2: the life cycle of a case, file, accept, dispatch, resolve, find: five calls through the gateway, where the peer has four. Users come at
 * the rates of the steps whether or not those before them are done.
 */
final class LifeCycleBench implements Bench {

    private final String row;
    private final int stored;
    private final List<Step> steps;
    private final String bar;
    private final long seed;

    LifeCycleBench(String row, int stored, List<Step> steps, String bar, long seed) {
        this.row = row;
        this.stored = stored;
        this.steps = steps;
        this.bar = bar;
        this.seed = seed;
    }

    @Override
    public String row() {
        return row;
    }

    @Override
    public String title() {
        return "life cycles of cases with " + stored + " stored, seed " + seed;
    }

    @Override
    public List<Figure> measure() {
        try (var scene = new LoadScene(seed)) {
            scene.storeCases(stored);
            scene.people();
            var before = cases(scene);
            var spentBefore = spent(scene);
            var all = new ArrayList<>(LoadScene.WARM_UP);
            all.addAll(steps);
            var samples = scene.run(Map.of("lifecycles", Step.told(all)));
            var figures = new ArrayList<Figure>();
            var from = Step.seconds(LoadScene.WARM_UP);
            for (var step : steps) {
                figures.add(figure(step, samples.between(from, from + step.seconds())));
                from += step.seconds();
            }
            Waiting.until("what was accepted is there", Duration.ofMinutes(2), () -> cases(scene) - before >= samples.of("file").done().count());
            figures.add(new Figure(row, "from the last call until all that follows is done: messages sent, receipts taken in, numbers counted", scene.untilQuiet(), "-"));
            figures.add(new Figure(row, "processor time for each of all life cycles", spent(spentBefore, spent(scene), samples.of("life cycle").count()), "-"));
            figures.add(new Figure(row, "cases stored when it began", Integer.toString(stored), "-"));
            figures.add(new Figure(row, "memory of the store", "%.2f GB".formatted(RunningSystem.residentKilobytes(scene.system.pid("store")) / 1e6), "-"));
            return figures;
        }
    }

    private static Map<String, Duration> spent(LoadScene scene) {
        var spent = new TreeMap<String, Duration>();
        scene.system.components().forEach(one -> spent.put(one, ProcessHandle.of(scene.system.pid(one)).flatMap(process -> process.info().totalCpuDuration()).orElse(Duration.ZERO)));
        return spent;
    }

    private static String spent(Map<String, Duration> before, Map<String, Duration> after, int users) {
        return after.entrySet().stream().map(one -> Map.entry(one.getKey(), one.getValue().minus(before.getOrDefault(one.getKey(), Duration.ZERO)).toMillis() / (double) users))
                .sorted(Map.Entry.<String, Double>comparingByValue().reversed()).map(one -> "%s %.1f ms".formatted(one.getKey(), one.getValue()))
                .collect(Collectors.joining(", "));
    }

    private Figure figure(Step step, Samples users) {
        var calls = users.without("life cycle");
        var came = users.of("file").count();
        var through = users.of("life cycle").count();
        var refused = calls.refused();
        return new Figure(row, "%s life cycles/s for %d s".formatted(step.rate(), step.seconds()), "%d of %d through%s; a call %s; all five %s".formatted(through, came,
                refused.isEmpty() ? "" : " (" + refused + ")", calls.times().summary(95, 99), through == 0 ? "-" : users.of("life cycle").times().summary(95)), bar);
    }

    private static long cases(LoadScene scene) {
        try (var store = MongoClients.create(scene.system.store())) {
            return store.getDatabase("grid").getCollection("cases").countDocuments();
        }
    }
}
