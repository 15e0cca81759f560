package org.xinju.launcher.process;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;

/**
 * One process to run.
 *
 * @param name also of its log and of its file in the run folder
 * @param stage what has a higher stage is stopped first
 * @param port where it is reached on this machine
 * @param needs names of the jobs that must be ready before this one is prepared and started
 * @param command gives the command line; it may take its time to prepare the program, and may be interrupted
 * @param environment added to the launcher's own
 */
public record Job(String name, int stage, int port, Set<String> needs, Callable<List<String>> command, Map<String, String> environment,
        Readiness readiness) {

    public Job {
        needs = Set.copyOf(needs);
        environment = Map.copyOf(environment);
    }
}
