package org.xinju.acceptance.crash;

import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.xinju.acceptance.Person;
import org.xinju.acceptance.Quiet;
import org.xinju.acceptance.RunningSystem;
import org.xinju.acceptance.Waiting;
import org.xinju.acceptance.crash.agent.Orders;

/** A running system with its agents, people to come and go in it, and what was accepted so far; used for one experiment after the other. */
final class Scene implements AutoCloseable {

    private static final ZoneId NINGBO = ZoneId.of("Asia/Shanghai");
    private static final Duration QUIET_WITHIN = Duration.ofMinutes(4);
    private static final Duration FOR_A_POINT = Duration.ofSeconds(15);
    private static final Duration STAYS = Duration.ofSeconds(25); // longer than any sweep, look or session of a consumer
    private static final int PASSINGS = 2;
    private static final int PEOPLE = 4_000;

    private final RunningSystem system;
    private final Path orders;
    private final PrintStream out;
    private final LocalDate today = LocalDate.now(NINGBO);
    private final Random random;
    private final Journal journal = new Journal();
    private final Traffic traffic = new Traffic();
    private final Iterator<Person> people;
    private final List<String> residents;

    private Scene(long seed, RunningSystem system, Path orders, PrintStream out) {
        this.system = system;
        this.orders = orders;
        this.out = out;
        this.random = new Random(seed);
        var all = Mix.people(seed, PEOPLE, today);
        this.people = all.iterator();
        this.residents = new Beginning(system, teller()).make(all);
    }

    /**
     * @param data folder for the system's data; caches in it are used
     * @param replicas as {@code --replicas} takes them
     */
    static Scene begin(long seed, Path data, String replicas, PrintStream out) {
        var orders = data.resolve("crash");
        Orders.forget(orders);
        var system = RunningSystem.startEmpty(data, CrashRun.environment(true, orders), "--replicas", replicas);
        try {
            return new Scene(seed, system, orders, out);
        } catch (RuntimeException e) {
            system.close();
            throw e;
        }
    }

    RunningSystem system() {
        return system;
    }

    Journal journal() {
        return journal;
    }

    /** Folder of the orders for a process. */
    Path orders(String process) {
        return orders.resolve(process);
    }

    /** Tells all at the same time, each by a client of its own, and returns when all are told and whatever died meanwhile runs again. */
    void tell(List<Story> stories, List<Trial.Death> deaths) {
        var before = new HashMap<String, Long>();
        for (var death : deaths) {
            before.put(death.process(), system.pid(death.process()));
            Orders.die(orders(death.process()), death.point(), PASSINGS);
        }
        begin(stories).join();
        for (var death : deaths) {
            var process = death.process();
            var died = Waiting.happens(FOR_A_POINT, () -> system.pid(process) != before.getOrDefault(process, 0L));
            if (!died && Orders.takeBack(orders(process))) {
                out.println(process + " did not pass \"" + death.point().words() + "\"");
            } else {
                Waiting.until(process + " runs again", QUIET_WITHIN,
                        () -> system.pid(process) != before.getOrDefault(process, 0L) && system.isReady(process));
                Orders.died(orders(process));
            }
        }
    }

    /** Begins to tell all at the same time; completes with the last. */
    CompletableFuture<Void> begin(List<Story> stories) {
        return CompletableFuture.allOf(stories.stream().map(story -> CompletableFuture.runAsync(() -> tell(story),
                task -> Thread.ofPlatform().daemon().start(task))).toArray(CompletableFuture[]::new));
    }

    private void tell(Story story) {
        try {
            story.tell(teller());
        } catch (RuntimeException e) {
            journal.found(Finding.of(Finding.Kind.REFUSED, story.getClass().getSimpleName() + ": " + e.getMessage()));
        }
    }

    /** Waits until nothing is under way, and gives all differences that stay: what is only late mends itself within seconds. */
    Set<String> compare() {
        var found = differences();
        if (!found.isEmpty()) {
            Waiting.happens(STAYS, () -> false);
            found.retainAll(differences());
        }
        return found;
    }

    /** Waits until nothing is under way, and gives all differences, also what is only late. */
    Set<String> differences() {
        Quiet.await(system, QUIET_WITHIN);
        var found = new HashSet<String>();
        Stream.concat(journal.findings().stream(), new Reconciler(system, journal, today).compare().stream())
                .forEach(finding -> found.add(finding.toString()));
        traffic.serverErrors().forEach(error -> found.add("REFUSED 500 for " + error.what() + " at " + error.at()));
        return found;
    }

    private synchronized Story.Teller teller() {
        var own = new Random(random.nextLong());
        return new Story.Teller(new Client(system, traffic, own), journal, today, own);
    }

    private synchronized List<Person> next(int many) {
        return IntStream.range(0, many).mapToObj(_ -> people.next()).toList();
    }

    List<Story> registered(int many) {
        return next(many).stream().<Story>map(person -> new Registering(person, 2)).toList();
    }

    /** Nothing comes after that would mend what was not done for them. */
    List<Story> cameOnce(int many) {
        return next(many).stream().<Story>map(person -> new Registering(person, 0)).toList();
    }

    List<Story> confirmed(int many) {
        return next(many).stream().<Story>map(person -> new Confirming(person, true)).toList();
    }

    List<Story> looked() {
        return residents.stream().<Story>map(resident -> new Looking(resident, 2)).toList();
    }

    List<Story> hazards(int many) {
        return IntStream.range(0, many).<Story>mapToObj(n -> new Hazard(Mix.resident(n % residents.size()), residents.get(n % residents.size()),
                Hazard.WHOLE)).toList();
    }

    /** People who arrive in all areas at the same time, one after the other: a roster is taken in at once, and counted once. */
    List<Story> everywhere(int each) {
        return IntStream.range(0, Mix.ENTERPRISES.size()).<Story>mapToObj(n -> new InTurn(next(each).stream()
                .<Story>map(person -> new Roster(Mix.employer(n), Mix.ENTERPRISES.get(n), List.of(person), false)).toList(), Duration.ZERO)).toList();
    }

    /** Two come to one area, the second so long after the first that its count has begun; nothing comes after that would have it counted again. */
    List<Story> twoApart(Duration apart) {
        return List.of(new InTurn(cameOnce(2), apart));
    }

    /** Somebody comes and is gone at once: the count is as before. */
    List<Story> comeAndGone() {
        return List.of(new Leaving(next(1).getFirst(), false));
    }

    @Override
    public void close() {
        system.close();
    }
}
