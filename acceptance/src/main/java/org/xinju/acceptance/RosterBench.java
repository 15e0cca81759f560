package org.xinju.acceptance;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;

/** Row 8: a large roster, the first and the second time; stored, published and scored. */
final class RosterBench implements Bench {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);
    private static final String BAR = "must 500 rows/s, aim 2,000 rows/s";

    private final int rows;
    private final long seed;

    RosterBench(int rows, long seed) {
        this.rows = rows;
        this.seed = seed;
    }

    @Override
    public String row() {
        return "8";
    }

    @Override
    public String title() {
        return "roster of " + rows + " rows through the gateway, first and second time, seed " + seed;
    }

    @Override
    public List<Figure> measure() {
        try (var system = RunningSystem.startEmpty(RunningSystem.root().resolve("data/bench"), "--date", TODAY.toString())) {
            var employer = new Employer(system);
            var csv = Person.csv(Person.generate(seed, rows, TODAY));
            var start = System.nanoTime();
            var first = employer.send("roster.csv", csv, false);
            var taken = seconds(start);
            employer.awaitDone(first, Duration.ofMinutes(20));
            var stored = seconds(start);
            Waiting.until("all residents published", Duration.ofMinutes(20), () -> Topics.messages(system, "registry.residents") >= rows);
            var published = seconds(start);
            Waiting.until("all accounts published", Duration.ofMinutes(20), () -> Topics.messages(system, "points.accounts") >= rows);
            var scored = seconds(start);
            var again = System.nanoTime();
            var second = employer.send("roster.csv", csv, false);
            employer.awaitDone(second, Duration.ofMinutes(20));
            var repeated = seconds(again);
            var unchanged = employer.roster(second).path("effects").path("UNCHANGED").asInt(0);
            return List.of(
                    new Figure("8", rows + " rows: upload answered (202)", "%.1f s".formatted(taken), "-"),
                    new Figure("8", rows + " rows: stored", rate(stored), "-"),
                    new Figure("8", rows + " rows: stored and published", rate(published), BAR),
                    new Figure("8", rows + " rows: accounts scored and published", rate(scored), "-"),
                    new Figure("8", rows + " rows a second time: worked off", rate(repeated), BAR),
                    new Figure("8", "rows of the second time that changed nothing", Integer.toString(unchanged), "all " + rows));
        }
    }

    private String rate(double seconds) {
        return String.format(Locale.ROOT, "%.1f s, %.0f rows/s", seconds, rows / seconds);
    }

    static double seconds(long since) {
        return (System.nanoTime() - since) / 1e9;
    }
}
