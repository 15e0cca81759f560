package org.xinju.acceptance;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import org.bson.Document;
import org.bson.conversions.Bson;

/** The morning after: what changes by itself on a day, in a world that is larger by far. */
final class DueBench implements Bench {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);
    private static final LocalDate TOMORROW = TODAY.plusDays(1);
    private static final Duration PATIENCE = Duration.ofMinutes(60);
    private static final int ASKED = 100;

    private final int residents;
    private final long seed;

    DueBench(int residents, long seed) {
        this.residents = residents;
        this.seed = seed;
    }

    @Override
    public String row() {
        return "due";
    }

    @Override
    public String title() {
        return "the day after in a world of " + residents + " residents, seed " + seed;
    }

    @Override
    public List<Figure> measure() {
        var data = RunningSystem.root().resolve("data/bench-due");
        long due;
        try (var system = RunningSystem.startEmpty(data, "--date", TODAY + "T10:00"); var store = MongoClients.create(system.store())) {
            var operator = system.as("operator");
            var world = operator.post("/api/registry/worlds", Map.of("seed", seed, "residents", residents)).location();
            Waiting.until("the world is placed and told", PATIENCE, () -> operator.get(world).text("phase").equals("DONE"));
            Quiet.await(system, PATIENCE);
            due = store.getDatabase("points").getCollection("accounts").countDocuments(dueOn(TOMORROW));
        }
        try (var system = RunningSystem.start(data, "--date", TOMORROW + "T10:00", "--empty"); var store = MongoClients.create(system.store())) {
            var accounts = store.getDatabase("points").getCollection("accounts");
            var left = accounts.countDocuments(dueOn(TOMORROW));
            var start = System.nanoTime();
            Waiting.until("nothing is due any more", PATIENCE, () -> accounts.find(dueOn(TOMORROW)).first() == null);
            var settled = RosterBench.seconds(start);
            return List.of(
                    new Figure("due", "accounts that there are", Long.toString(accounts.countDocuments()), "-"),
                    new Figure("due", "of them, those whose points change by themselves the next day", Long.toString(due), "-"),
                    new Figure("due", "settled when the system is ready again", Long.toString(due - left), "-"),
                    new Figure("due", "the rest settled after", "%.1f s".formatted(settled), "-"),
                    new Figure("due", "asking what is due when nothing is", Times.of(ASKED, _ -> nothingIsDue(accounts)).summary(95), "as with few accounts"));
        }
    }

    private static void nothingIsDue(MongoCollection<Document> accounts) {
        if (accounts.find(dueOn(TOMORROW)).first() != null) {
            throw new IllegalStateException("something is due again");
        }
    }

    private static Bson dueOn(LocalDate day) {
        return Filters.lte("state.changesOn", day.toString());
    }
}
