package org.xinju.acceptance.crash;

import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;

import org.xinju.acceptance.Quiet;
import org.xinju.acceptance.RunningSystem;
import org.xinju.acceptance.crash.agent.Orders;

/** One run from an empty system to a table. */
public final class CrashRun {

    private static final ZoneId NINGBO = ZoneId.of("Asia/Shanghai");
    private static final List<String> SERVICES = List.of("REGISTRY_SERVICE", "POINTS_SERVICE", "GRID_SERVICE", "NOTIFICATION_SERVICE");
    private static final Duration QUIET_WITHIN = Duration.ofMinutes(5);

    /**
     * What a run is to be.
     *
     * @param seed of commands and kills
     * @param commands sent while processes are killed, nearly
     * @param kills all together
     * @param replicas of each service
     * @param clients that send at the same time
     * @param named whether services die at the named points too, for which they need the agent
     */
    public record Plan(long seed, int commands, int kills, int replicas, int clients, boolean named) {}

    private final Plan plan;
    private final RunningSystem system;
    private final Path orders;
    private final PrintStream out;
    private final LocalDate today = LocalDate.now(NINGBO);
    private final Journal journal = new Journal();
    private final Traffic traffic = new Traffic();

    private CrashRun(Plan plan, RunningSystem system, Path orders, PrintStream out) {
        this.plan = plan;
        this.system = system;
        this.orders = orders;
        this.out = out;
    }

    /** @param data folder for the system's data; caches in it are used */
    public static Table run(Plan plan, Path data, PrintStream out) {
        var replicas = plan.replicas() == 1 ? new String[0] : new String[] {"--replicas",
            "registry-service=%1$d,points-service=%1$d,grid-service=%1$d,notification-service=%1$d".formatted(plan.replicas())};
        var orders = data.resolve("crash");
        Orders.forget(orders);
        try (var system = RunningSystem.startEmpty(data, environment(plan.named(), orders), replicas)) {
            return new CrashRun(plan, system, orders, out).run();
        }
    }

    /** Killed again and again, a process is started again at once; the services get the agent. */
    public static Map<String, String> environment(boolean named, Path orders) {
        var environment = new HashMap<>(Map.of("XINJU_LONGEST_RESTART_PAUSE", "1"));
        if (named) {
            var jar = RunningSystem.root().resolve("acceptance/target/crash-agent.jar");
            AgentJar.write(jar);
            for (var service : SERVICES) {
                environment.put("XINJU_JVM_OPTIONS_" + service, "-javaagent:" + jar + "=" + orders.resolve("{name}"));
            }
        }
        return environment;
    }

    private Table run() {
        var people = Mix.people(plan.seed(), plan.commands(), today);
        var residents = new Beginning(system, teller(0)).make(people);
        var stories = new Stories(new Mix(plan.seed(), people, residents), plan.commands());
        var processes = system.components();
        var schedule = plan.named() ? Schedule.named(plan.seed(), processes, plan.kills(), plan.commands())
                : Schedule.random(plan.seed(), processes, plan.kills(), plan.commands());
        out.printf("seed %d: %d commands by %d clients, %d kills%n", plan.seed(), plan.commands(), plan.clients(), schedule.size());
        var killer = new Killer(system, traffic, orders, out);
        var start = System.nanoTime();
        var clients = IntStream.range(0, plan.clients()).mapToObj(_ -> CompletableFuture.runAsync(() -> tell(stories),
                task -> Thread.ofPlatform().daemon().start(task))).toList();
        var killed = killer.work(schedule);
        stories.end();
        clients.forEach(CompletableFuture::join);
        var sent = Duration.ofNanos(System.nanoTime() - start);
        var quiet = Quiet.await(system, QUIET_WITHIN);
        out.printf("sent within %d s, quiet after %d s more%n", sent.toSeconds(), quiet.toSeconds());
        var findings = new ArrayList<>(journal.findings());
        traffic.serverErrors().forEach(error -> findings.add(Finding.of(Finding.Kind.REFUSED, "500 for %s at %s", error.what(), error.at())));
        findings.addAll(new Reconciler(system, journal, today).compare());
        return new Table(plan, journal.accepted(), traffic, sent, quiet, killed, Coverage.of(processes, killed), findings);
    }

    private void tell(Stories stories) {
        for (var next = stories.next(); next != null; next = stories.next()) {
            try {
                next.story().tell(teller(next.number()));
            } catch (RuntimeException e) {
                var finding = Finding.of(Finding.Kind.REFUSED, "%s %d: %s", next.story().getClass().getSimpleName(), next.number(), e);
                out.println(finding);
                journal.found(finding);
            }
        }
    }

    private Story.Teller teller(int number) {
        var random = new Random(plan.seed() * 1_000_003 + number);
        return new Story.Teller(new Client(system, traffic, random), journal, today, random);
    }
}
