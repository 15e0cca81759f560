package org.xinju.launcher.process;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;

import org.jspecify.annotations.Nullable;

import org.xinju.launcher.process.ProcessRecord.State;
import org.xinju.launcher.words.Console;
import org.xinju.launcher.words.Refusal;

/** One job and whatever process does it at the moment. Its thread waits, prepares, starts, watches and starts again. */
final class Supervised {

    private static final int TAIL = 15;

    private final Job job;
    private final LogFile log;
    private final RunFolder run;
    private final Console console;
    private final Supervisor.Times times;
    private final CompletableFuture<Void> ready = new CompletableFuture<>();
    private List<String> command = List.of();
    private @Nullable Thread thread;
    private @Nullable Child child;
    private boolean stopping;
    private int restarts;

    Supervised(Job job, LogFile log, RunFolder run, Console console, Supervisor.Times times) {
        this.job = job;
        this.log = log;
        this.run = run;
        this.console = console;
        this.times = times;
    }

    Job job() {
        return job;
    }

    /** Completes when it is ready for the first time, exceptionally when it never will be. */
    CompletableFuture<Void> ready() {
        return ready;
    }

    synchronized void begin(Map<String, Supervised> all) {
        thread = Thread.ofVirtual().name(job.name()).start(() -> live(all));
    }

    private void live(Map<String, Supervised> all) {
        try {
            for (var need : job.needs()) {
                Objects.requireNonNull(all.get(need)).ready.join();
            }
            startFirst();
            ready.complete(null);
            watch();
        } catch (Exception e) { // whatever it is, who waits for this job has to hear it
            ready.completeExceptionally(e);
        }
    }

    private void startFirst() throws Exception {
        command = job.command().call();
        log.rotate();
        var began = System.nanoTime();
        var started = launch(command, State.STARTING);
        if (!started.awaitReady(job.readiness(), times.patience())) {
            throw refusal(started);
        }
        record(started, State.READY);
        console.say("ready", padded(), seconds(began), job.port());
    }

    private Refusal refusal(Child started) throws InterruptedException {
        if (started.isAlive()) {
            return new Refusal("too-slow", job.name(), times.patience().toSeconds(), log.path());
        }
        return new Refusal("died-at-start", job.name(), started.await(), log.path(), "  " + String.join("\n  ", log.tail(TAIL)));
    }

    private void watch() throws Exception {
        var backOff = new BackOff(times.longestPause());
        var began = System.nanoTime();
        while (true) {
            var status = current().await();
            var pause = backOff.after(Duration.ofNanos(System.nanoTime() - began));
            console.say("died", job.name(), status, pause.toSeconds(), log.path());
            Thread.sleep(pause);
            restarts++;
            began = System.nanoTime();
            var started = launch(command, State.RESTARTING); // nothing is prepared anew while somebody waits for it
            if (started.awaitReady(job.readiness(), times.patience())) {
                record(started, State.READY);
                console.say("ready-again", padded(), seconds(began), job.port());
            } else {
                started.stop();
            }
        }
    }

    private synchronized Child launch(List<String> command, State state) throws InterruptedException {
        if (stopping) {
            throw new InterruptedException();
        }
        var started = Child.start(command, job.environment(), log);
        child = started;
        record(started, state);
        return started;
    }

    private synchronized Child current() {
        return Objects.requireNonNull(child);
    }

    private synchronized void record(Child started, State state) {
        if (!stopping) {
            run.write(new ProcessRecord(job.name(), started.handle().pid(), ProcessRecord.startOf(started.handle()), job.port(), state,
                    restarts, log.path().toString()));
        }
    }

    /** Ends the thread and the process; nothing of the job runs afterwards. */
    void stop() {
        Child last;
        synchronized (this) {
            stopping = true;
            last = child;
            if (thread != null) {
                thread.interrupt();
            }
        }
        if (last != null) {
            last.stop();
            run.remove(job.name());
        }
    }

    private String padded() {
        return String.format("%-22s", job.name());
    }

    private static String seconds(long since) {
        return String.format(Locale.ROOT, "%.1f", (System.nanoTime() - since) / 1e9);
    }
}
