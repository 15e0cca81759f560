package org.xinju.acceptance;

import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import com.mongodb.client.MongoClients;
import com.mongodb.client.model.Filters;
import org.bson.conversions.Bson;
import tools.jackson.databind.JsonNode;

/**
 * The made-up world of Dagi's size, loaded into a running system: until everybody is stored, told of, scored and counted; how it answers then; and what
 * changes by itself on the morning after, in a world that is larger by far.
 */
final class WorldBench implements Bench {

    private static final Duration PATIENCE = Duration.ofMinutes(60);
    private static final int ASKED = 200;
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);
    private static final LocalDate TOMORROW = TODAY.plusDays(1);

    private final int residents;
    private final long seed;

    WorldBench(int residents, long seed) {
        this.residents = residents;
        this.seed = seed;
    }

    @Override
    public String row() {
        return "world";
    }

    @Override
    public String title() {
        return "a world of " + residents + " residents into a running system, seed " + seed;
    }

    @Override
    public List<Figure> measure() {
        var data = RunningSystem.root().resolve("data/bench-world");
        var figures = new ArrayList<>(loaded(data));
        figures.addAll(theDayAfter(data));
        return figures;
    }

    private List<Figure> loaded(Path data) {
        try (var system = RunningSystem.startEmpty(data, "--date", TODAY + "T10:00")) {
            var operator = system.as("operator");
            var room = system.as("command-room");
            var start = System.nanoTime();
            var world = operator.post("/api/registry/worlds", Map.of("seed", seed, "residents", residents)).location();
            Waiting.until("the world is placed and told", PATIENCE, () -> operator.get(world).text("phase").equals("DONE"));
            var told = RosterBench.seconds(start);
            var loaded = operator.get(world).body();
            Waiting.until("everybody is scored", PATIENCE, () -> Topics.messages(system, "points.accounts") >= residents);
            var scored = RosterBench.seconds(start);
            Quiet.await(system, PATIENCE);
            var quiet = RosterBench.seconds(start);
            var counted = room.get("/api/grid/populations/330206004").body();
            return List.of(
                    new Figure("world", residents + " residents, their dwellings and enterprises: stored", step(loaded.path("placing")), "minutes"),
                    new Figure("world", "told of by events", step(loaded.path("publishing")), "-"),
                    new Figure("world", "stored and told", "%.0f s".formatted(told), "-"),
                    new Figure("world", "everybody scored", "%.0f s, %.0f residents/s".formatted(scored, residents / scored), "-"),
                    new Figure("world", "nothing under way any more", "%.0f s".formatted(quiet), "-"),
                    new Figure("world", "present residents counted by grid-service", counted.path("registered").asString() + " registered, "
                            + counted.path("pending").asString() + " pending", "-"),
                    new Figure("world", "one account with its explanation, through the gateway", account(system), "row 4: p95 150 ms"),
                    new Figure("world", "population of the sub-district, through the gateway", timed(() -> room.get(
                            "/api/grid/populations/330206004").status() == 200), "row 4: p95 150 ms"),
                    new Figure("world", "accounts whose points change by themselves the next day", Long.toString(due(system)), "-"),
                    new Figure("world", "memory of the launcher and its " + system.components().size() + " processes (RSS)",
                            "%.2f GB".formatted(system.residentKilobytes() / 1e6), "-"));
        }
    }

    private static List<Figure> theDayAfter(Path data) {
        try (var system = RunningSystem.start(data, "--date", TOMORROW + "T10:00", "--empty"); var store = MongoClients.create(system.store())) {
            var accounts = store.getDatabase("points").getCollection("accounts");
            var left = accounts.countDocuments(due());
            var start = System.nanoTime();
            Waiting.until("nothing is due any more", PATIENCE, () -> accounts.find(due()).first() == null);
            var settled = RosterBench.seconds(start);
            return List.of(
                    new Figure("world", "the day after: accounts still to be changed when the system was ready, and until they were", "%d, %.1f s".formatted(left, settled), "-"),
                    new Figure("world", "asking what is due when nothing is", timed(() -> accounts.find(due()).first() == null), "as with few accounts"));
        }
    }

    private static long due(RunningSystem system) {
        try (var store = MongoClients.create(system.store())) {
            return store.getDatabase("points").getCollection("accounts").countDocuments(due());
        }
    }

    private static Bson due() {
        return Filters.lte("state.changesOn", TOMORROW.toString());
    }

    private static String account(RunningSystem system) {
        var officer = system.as("points-officer");
        var somebody = Topics.subjects(system, "points.accounts").iterator();
        return timed(() -> officer.get("/api/points/accounts/" + somebody.next() + "?purpose=points-review").status() == 200);
    }

    private interface Question {
        boolean answered();
    }

    private static String timed(Question question) {
        return Times.of(ASKED, _ -> {
            if (!question.answered()) {
                throw new IllegalStateException("a question was not answered");
            }
        }).summary(95);
    }

    private static String step(JsonNode step) {
        return String.format(Locale.ROOT, "%d in %.1f s, %d/s", step.path("done").asInt(), step.path("seconds").asDouble(), step.path("rate").asLong());
    }
}
