package org.xinju.launcher.process;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** A started program whose output goes to a log. */
public final class Child {

    /** How long a program may take to end by itself before it is killed. */
    private static final Duration GRACE = Duration.ofSeconds(20);

    private final Process process;
    private final LogFile log;
    private final long from;

    private Child(Process process, LogFile log, long from) {
        this.process = process;
        this.log = log;
        this.from = from;
    }

    /**
     * Starts a program that does not hear Ctrl-C nor the closing of the terminal: those reach the whole group of the terminal, and the
     * launcher wants to stop its children one after the other. An ignored signal stays ignored across {@code exec}, and a JVM keeps to it.
     */
    public static Child start(List<String> command, Map<String, String> environment, LogFile log) {
        var line = new ArrayList<>(List.of("/bin/sh", "-c", "trap '' INT HUP; exec \"$@\"", "sh"));
        line.addAll(command);
        var builder = new ProcessBuilder(line).redirectErrorStream(true).redirectOutput(Redirect.appendTo(log.path().toFile()))
                .redirectInput(Redirect.from(new File("/dev/null")));
        builder.environment().putAll(environment);
        try {
            var from = log.length();
            return new Child(builder.start(), log, from);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    ProcessHandle handle() {
        return process.toHandle();
    }

    /** Whether it became ready; false when it ended, or the time was over, before. */
    public boolean awaitReady(Readiness readiness, Duration patience) throws InterruptedException {
        var end = System.nanoTime() + patience.toNanos();
        while (process.isAlive() && System.nanoTime() < end) {
            if (readiness.isReady(log, from)) {
                return true;
            }
            Thread.sleep(readiness.pause());
        }
        return false;
    }

    boolean isAlive() {
        return process.isAlive();
    }

    /** Waits for its end and gives its status. */
    public int await() throws InterruptedException {
        return process.waitFor();
    }

    /** Waits for its end and gives its status, or nothing when the time is over. */
    public Optional<Integer> await(Duration patience) throws InterruptedException {
        return process.waitFor(patience.toMillis(), TimeUnit.MILLISECONDS) ? Optional.of(process.exitValue()) : Optional.empty();
    }

    /** Asks it to end. */
    public void end() {
        process.destroy();
    }

    /** Ends it at once, and whatever it has started; one that has ended is left alone. */
    public void kill() {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
    }

    /** Asks it to end and waits; kills it when it does not. */
    void stop() {
        end();
        try {
            if (!process.waitFor(GRACE.toMillis(), TimeUnit.MILLISECONDS)) {
                process.destroyForcibly().waitFor();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
