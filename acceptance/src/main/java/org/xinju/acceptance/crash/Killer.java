package org.xinju.acceptance.crash;

import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

import org.xinju.acceptance.RunningSystem;
import org.xinju.acceptance.Waiting;
import org.xinju.acceptance.crash.agent.Orders;
import org.xinju.acceptance.crash.agent.Point;

/** Works off the schedule, and sees how long the launcher takes to have a killed process do its work again. */
final class Killer {

    private static final int AHEAD = 40; // commands that clients may be ahead of the next kill
    private static final Duration PATIENCE = Duration.ofMinutes(5);
    private static final Duration FOR_A_POINT = Duration.ofSeconds(90); // its consumers may first have to wait for the partitions of the one that died
    private static final int TRIES = 4;
    private static final int MOST_DOWN = 2; // one may die while another one is coming back

    /** What became of a kill. */
    record Killed(Schedule.Kill kill, int answered, int inFlight, Duration recovery) {}

    private final RunningSystem system;
    private final Traffic traffic;
    private final Path orders;
    private final int before;
    private final PrintStream out;
    private final List<Killed> killed = Collections.synchronizedList(new ArrayList<>());
    private final AtomicInteger down = new AtomicInteger();
    private final List<Thread> recovering = new ArrayList<>();

    /** @param orders folder of the agents' orders, one folder in it for each process */
    Killer(RunningSystem system, Traffic traffic, Path orders, PrintStream out) {
        this.system = system;
        this.traffic = traffic;
        this.orders = orders;
        this.before = traffic.answered();
        this.out = out;
    }

    private record Task(Schedule.Kill kill, int tries) {}

    /** Returns when all are killed and run again. What shows nothing is tried again later. */
    List<Killed> work(List<Schedule.Kill> schedule) {
        var tasks = new ArrayDeque<Task>();
        schedule.forEach(kill -> tasks.add(new Task(kill, 1)));
        while (!tasks.isEmpty()) {
            var task = tasks.removeFirst();
            traffic.allow(before + task.kill().after() + AHEAD);
            Waiting.until(task.kill() + " can be done", PATIENCE, () -> isDue(task.kill()));
            if (!kill(task.kill()) && task.tries() < TRIES) {
                tasks.add(new Task(task.kill(), task.tries() + 1));
            }
        }
        traffic.allow(Integer.MAX_VALUE);
        recovering.forEach(Killer::join);
        return List.copyOf(killed);
    }

    /** A kill with nothing under way shows nothing: more commands are let through then. */
    private boolean isDue(Schedule.Kill kill) {
        if (traffic.answered() < before + kill.after() || !system.isReady(kill.process()) || down.get() >= MOST_DOWN) {
            return false;
        }
        return isSomethingInFlight();
    }

    private boolean isSomethingInFlight() {
        if (traffic.inFlight() == 0) {
            traffic.allow(traffic.answered() + AHEAD);
            return false;
        }
        return true;
    }

    /** @return false if it is to be done again: the process did not come to the point, or died there with nothing under way, which shows nothing */
    private boolean kill(Schedule.Kill kill) {
        var pid = system.pid(kill.process());
        var process = ProcessHandle.of(pid).orElseThrow(() -> new IllegalStateException(kill.process() + " is not running"));
        var start = System.nanoTime();
        var moment = Instant.now();
        if (kill.point() == Point.ANY_MOMENT) {
            system.kill(kill.process());
        } else {
            var folder = orders.resolve(kill.process());
            Orders.die(folder, kill.point(), kill.passings());
            var end = start + FOR_A_POINT.toNanos();
            while (process.isAlive() && System.nanoTime() < end) {
                isSomethingInFlight();
                Waiting.aMoment();
            }
            if (process.isAlive() && Orders.takeBack(folder)) {
                out.printf("%-24s did not pass \"%s\"; later again%n", kill.process(), kill.point().words());
                return false;
            }
            Waiting.until(kill.process() + " has ended", PATIENCE, () -> !process.isAlive());
            var died = Orders.died(folder);
            if (died == null || !died.startsWith(kill.point().name() + " ")) {
                throw new IllegalStateException(kill.process() + " should have died at " + kill.point() + ", but: " + died);
            }
            moment = Instant.ofEpochMilli(Long.parseLong(died.split(" ")[1]));
        }
        var inFlight = traffic.inFlight(moment);
        recover(kill, pid, start, inFlight);
        return inFlight > 0;
    }

    private void recover(Schedule.Kill kill, long pid, long start, int inFlight) {
        var answered = traffic.answered() - before;
        down.incrementAndGet();
        recovering.add(Thread.ofPlatform().daemon().start(() -> {
            Waiting.until(kill.process() + " runs again", PATIENCE, () -> system.pid(kill.process()) != pid && system.isReady(kill.process()));
            var done = new Killed(kill, answered, inFlight, Duration.ofNanos(System.nanoTime() - start));
            killed.add(done);
            down.decrementAndGet();
            out.printf("%-24s died at \"%s\" after %5d commands, %2d in flight, back after %.1f s%n", kill.process(), kill.point().words(),
                    answered, inFlight, done.recovery().toMillis() / 1000.0);
        }));
        Waiting.until(kill.process() + " is started again", PATIENCE, () -> system.pid(kill.process()) != pid);
    }

    private static void join(Thread thread) {
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
