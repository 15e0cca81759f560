package org.xinju.acceptance;

import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;

/**
 * Imports a roster, kills every process once with SIGKILL while it runs, and then counts: accepted rows = residents = accounts = golden
 * scores, each exactly once. Ends with 1 when anything is lost, doubled or wrong. {@code CrashImportMain [ROWS] [SEED] [DATA]}
 */
public final class CrashImportMain {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);
    private static final List<String> PROCESSES = List.of("store", "broker", "issuer", "registry-service", "points-service",
            "grid-service", "notification-service", "gateway");

    private final long seed;
    private final int rows;
    private final RunningSystem system;
    private final List<String> faults = Collections.synchronizedList(new ArrayList<>());

    private CrashImportMain(long seed, int rows, RunningSystem system) {
        this.seed = seed;
        this.rows = rows;
        this.system = system;
    }

    public static void main(String[] arguments) {
        var rows = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 5000;
        var seed = arguments.length > 1 ? Long.parseLong(arguments[1]) : System.nanoTime() % 1_000_000;
        var data = RunningSystem.root().resolve(arguments.length > 2 ? arguments[2] : "data/crash-import");
        System.out.println("seed " + seed + ", rows " + rows + ", data " + data);
        List<String> faults;
        try (var system = RunningSystem.startEmpty(data, "--date", TODAY.toString())) {
            faults = new CrashImportMain(seed, rows, system).run();
        }
        faults.stream().limit(20).forEach(System.out::println);
        System.out.println(faults.isEmpty() ? "nothing lost, nothing doubled, nothing wrong (seed " + seed + ")"
                : faults.size() + " faults; replay with seed " + seed);
        System.exit(faults.isEmpty() ? 0 : 1);
    }

    /** @return what is wrong; empty when nothing is */
    private List<String> run() {
        var people = Person.generate(seed, rows, TODAY);
        var employer = new Employer(system);
        var location = employer.send("roster.csv", Person.csv(people), false);
        killEachOnce(employer, location);
        employer.awaitDone(location, Duration.ofMinutes(5));
        verify(people, employer, location);
        return faults;
    }

    private void killEachOnce(Employer employer, String location) {
        var random = new Random(seed);
        var schedule = new TreeMap<Integer, List<String>>();
        var shuffled = new ArrayList<>(PROCESSES);
        Collections.shuffle(shuffled, random);
        shuffled.forEach(process -> schedule.computeIfAbsent(10 + random.nextInt(81), _ -> new ArrayList<>()).add(process));
        schedule.forEach((percent, processes) -> {
            Waiting.until(percent + " % of the import", Duration.ofMinutes(5),
                    () -> employer.roster(location).path("rowsDone").asInt(0) * 100L >= (long) percent * rows);
            for (var process : processes) {
                var before = employer.roster(location).path("rowsDone").asInt(0);
                var start = System.nanoTime();
                var pid = system.pid(process);
                system.kill(process);
                Waiting.until(process + " runs again", Duration.ofMinutes(2), () -> system.pid(process) != pid);
                System.out.printf("%-18s killed at %3d %% (%d rows done), started again after %d ms%n", process, percent, before,
                        (System.nanoTime() - start) / 1_000_000);
            }
        });
    }

    private void verify(List<Person> people, Employer employer, String location) {
        var ids = new HashMap<String, Person>();
        var accepted = 0;
        for (var row : employer.rows(location)) {
            if (!row.path("outcome").asString("").startsWith("ACCEPTED")) {
                faults.add("row " + row.path("row").asInt() + " is " + row.path("outcome").asString());
                continue;
            }
            accepted++;
            if (ids.put(row.path("residentId").asString(), people.get(row.path("row").asInt() - 2)) != null) {
                faults.add("row " + row.path("row").asInt() + " shares its resident with another row");
            }
        }
        expect("accepted rows", rows, accepted);
        Waiting.until("every resident has an account", Duration.ofMinutes(5), () -> Topics.subjects(system, "points.accounts").size() >= rows);
        expect("residents published", rows, Topics.subjects(system, "registry.residents").size());
        expect("accounts published", rows, Topics.subjects(system, "points.accounts").size());
        Topics.deadLetterTopics(system).forEach(topic -> expect("dead letters in " + topic, 0, Topics.subjects(system, topic).size()));
        eachOnItsOwn(ids);
        var again = employer.send("again.csv", Person.csv(people), false);
        employer.awaitDone(again, Duration.ofMinutes(5));
        expect("rows of the second import that changed nothing", rows, employer.roster(again).path("effects").path("UNCHANGED").asInt(0));
        System.out.printf("%d rows, %d residents, %d accounts checked one by one%n", accepted, ids.size(), ids.size());
    }

    /** Every resident is there under the id of its row, and its ledger has the entries of the golden score and no other. */
    private void eachOnItsOwn(Map<String, Person> people) {
        var registry = system.as("command-room", "registry-service");
        var points = system.as("points-officer", "points-service");
        try (var threads = Executors.newFixedThreadPool(8)) {
            var work = new ArrayList<Callable<Void>>();
            people.forEach((id, person) -> work.add(() -> {
                check(id, person, registry, points);
                return null;
            }));
            for (var done : threads.invokeAll(work)) {
                done.get();
            }
        } catch (InterruptedException | java.util.concurrent.ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    private void check(String id, Person person, Api registry, Api points) {
        var resident = registry.get("/api/registry/residents/" + id + "?purpose=registration");
        if (resident.status() != 200 || resident.body().path("employments").size() != 1) {
            faults.add("resident " + id + ": " + resident.status() + " with " + resident.body().path("employments").size() + " employments");
        }
        var golden = person.goldenScore(TODAY).toPlainString();
        var account = points.get("/api/points/accounts/" + id + "?purpose=points-review").body().path("score").path("total").asString("none");
        if (!account.equals(golden)) {
            faults.add("account " + id + " has " + account + " instead of " + golden);
        }
        var sum = java.math.BigDecimal.ZERO;
        var subjects = new HashSet<String>();
        for (var entry : points.get("/api/points/accounts/" + id + "/entries?purpose=points-review").body().path("items")) {
            sum = sum.add(new java.math.BigDecimal(entry.path("points").asString("0")));
            if (!subjects.add(entry.path("subject").asString())) {
                faults.add("account " + id + " has two entries for " + entry.path("subject").asString());
            }
        }
        if (sum.compareTo(person.goldenScore(TODAY)) != 0) {
            faults.add("the ledger of " + id + " sums up to " + sum + " instead of " + golden);
        }
    }

    private void expect(String what, int expected, int found) {
        System.out.printf("%-50s %d%n", what, found);
        if (expected != found) {
            faults.add(what + ": " + found + " instead of " + expected);
        }
    }
}
