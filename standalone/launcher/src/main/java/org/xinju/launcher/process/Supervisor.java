package org.xinju.launcher.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.stream.Collectors;

import org.xinju.launcher.words.Console;
import org.xinju.launcher.words.Refusal;

/** Runs a set of jobs as one: all are up, or none. */
public final class Supervisor {

    /**
     * How long to wait.
     *
     * @param patience for one to become ready
     * @param longestPause before one that dies again and again is started anew
     */
    public record Times(Duration patience, Duration longestPause) {}

    private final Map<String, Supervised> jobs = new LinkedHashMap<>();
    private final CompletableFuture<Void> stopped = new CompletableFuture<>();
    private final Console console;
    private boolean stopping;

    /**
     * @param jobs in the order in which they are shown; a need that is not among them counts as met
     */
    public Supervisor(List<Job> jobs, RunFolder run, Path logs, Console console, Times times) {
        this.console = console;
        var names = jobs.stream().map(Job::name).collect(Collectors.toSet());
        for (var job : jobs) {
            var needs = job.needs().stream().filter(names::contains).collect(Collectors.toSet());
            var reachable = new Job(job.name(), job.stage(), job.port(), needs, job.command(), job.environment(), job.readiness());
            this.jobs.put(job.name(), new Supervised(reachable, new LogFile(logs, job.name()), run, console, times));
        }
    }

    /**
     * Starts everything, independent jobs side by side, and returns when all are ready.
     *
     * @return false when somebody stopped it meanwhile
     * @throws Refusal when one cannot be started; nothing runs then
     */
    public boolean start() {
        var all = CompletableFuture.allOf(jobs.values().stream().map(Supervised::ready).toArray(CompletableFuture[]::new));
        for (var job : jobs.values()) {
            var _ = job.ready().whenComplete((_, failure) -> {
                if (failure != null) {
                    all.completeExceptionally(failure); // at once: the others are not waited for
                }
            });
        }
        jobs.values().forEach(job -> job.begin(jobs));
        try {
            all.join();
            return true;
        } catch (CompletionException e) {
            if (isStopping()) {
                awaitStop();
                return false;
            }
            stop();
            throw cause(e);
        }
    }

    private static RuntimeException cause(Throwable e) {
        var cause = e;
        while (cause instanceof CompletionException && cause.getCause() != null) {
            cause = cause.getCause();
        }
        return switch (cause) {
            case RuntimeException known -> known;
            case IOException trouble -> new UncheckedIOException(trouble);
            default -> new IllegalStateException(cause);
        };
    }

    /** Stops everything, the last stage first, what stands on the same stage side by side. The first call does it, the others wait. */
    public void stop() {
        if (!claim()) {
            stopped.join();
            return;
        }
        console.say("stopping");
        var stages = new TreeMap<>(jobs.values().stream().collect(Collectors.groupingBy(job -> job.job().stage())));
        for (var stage : stages.descendingMap().values()) {
            var threads = stage.stream().map(job -> Thread.ofVirtual().start(job::stop)).toList();
            threads.forEach(Supervisor::join);
        }
        console.say("stopped");
        stopped.complete(null);
    }

    private synchronized boolean isStopping() {
        return stopping;
    }

    private synchronized boolean claim() {
        var first = !stopping;
        stopping = true;
        return first;
    }

    private static void join(Thread thread) {
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Waits until somebody has stopped everything. */
    public void awaitStop() {
        stopped.join();
    }
}
