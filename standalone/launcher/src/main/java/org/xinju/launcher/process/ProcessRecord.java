package org.xinju.launcher.process;

import java.time.Instant;
import java.util.Optional;

/**
 * What a file of the run folder says about a process.
 *
 * @param startedAt as the operating system tells it: a pid that is used again belongs to another start
 * @param port where it is reached on this machine
 * @param restarts how often it was started again
 * @param log path of its log
 */
public record ProcessRecord(String name, long pid, Instant startedAt, int port, State state, int restarts, String log) {

    /** What the supervisor knows of it. */
    public enum State { STARTING, READY, RESTARTING }

    static Instant startOf(ProcessHandle process) {
        return process.info().startInstant().orElse(Instant.EPOCH);
    }

    /** The process, unless it has ended. */
    public Optional<ProcessHandle> process() {
        return ProcessHandle.of(pid).filter(ProcessHandle::isAlive).filter(p -> startOf(p).equals(startedAt));
    }
}
