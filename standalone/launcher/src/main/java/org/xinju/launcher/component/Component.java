package org.xinju.launcher.component;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

import org.xinju.launcher.cache.Caches;
import org.xinju.launcher.cache.Program;
import org.xinju.launcher.cache.Training;
import org.xinju.launcher.process.Job;
import org.xinju.launcher.process.Readiness;

/**
 * One line of the table.
 *
 * @param name of the process
 * @param kind name of the program; replicas of a service share it, and its start-up cache
 * @param stage 0 backends, 1 services, 2 the door: stopped from above
 * @param ports the first is the one others use
 * @param needs names of the components that must be ready first
 * @param start what to run
 */
public record Component(String name, String kind, int stage, List<Port> ports, Set<String> needs, Map<String, String> environment, Start start,
        Readiness readiness) {

    /** What to run. */
    sealed interface Start {}

    /**
     * A program of ours.
     *
     * @param heap in MiB
     * @param options of this process alone; not there while its start-up cache is made
     */
    record Jvm(Program program, int heap, Compiling compiling, List<String> options, List<String> arguments, Training training)
            implements Start {

        private static final int LARGEST_FIRST_HEAP = 96; // MiB
        private static final int LARGEST_COLLECTED_AT_ONCE = 1024; // MiB

        /** What a process spends on its code. */
        enum Compiling {

            /** C1 only: ready soonest and smallest. */
            FOR_START(List.of("-XX:TieredStopAtLevel=1")),
            /** As a JVM does by itself, C2 as soon as something is hot: for the gateway, through which every call goes. */
            FOR_TRAFFIC(List.of()),
            /** C1, and C2 for what stays hot after the start, ten times later than usual: for the one process that all others wait for, and for a system that runs for long. */
            FOR_WORK(List.of("-XX:Tier4InvocationThreshold=50000", "-XX:Tier4MinInvocationThreshold=6000",
                    "-XX:Tier4CompileThreshold=150000", "-XX:Tier4BackEdgeThreshold=400000"));

            private final List<String> flags;

            Compiling(List<String> flags) {
                this.flags = flags;
            }
        }

        /**
         * Short object headers: the least time and memory to a ready system, measured (docs: start-up). Everything in one time zone, the one of the law it
         * works under.
         */
        private static final List<String> FLAGS = List.of("-XX:+UseCompactObjectHeaders",
                "-XX:+ExitOnOutOfMemoryError", "--enable-native-access=ALL-UNNAMED", "--sun-misc-unsafe-memory-access=allow",
                "-Duser.timezone=Asia/Shanghai", "-Dstdout.encoding=UTF-8", "-Dstderr.encoding=UTF-8");

        /** Threads that work in the background give way to those of callers: nice 15 on Linux, which takes no privilege. */
        private static final List<String> PRIORITIES = List.of("-XX:ThreadPriorityPolicy=1", "-XX:JavaPriority1_To_OSPriority=15",
                "-XX:CompilerThreadPriority=0");

        /** For a program that no caller waits for: all of its usual threads give way to those of callers, and go before the background. */
        static final String BEHIND_CALLERS = "-XX:JavaPriority5_To_OSPriority=5";

        /** A JVM with an agent refuses a start-up cache of classes that are linked already, and takes one of classes that are only parsed. */
        private static final List<String> WITH_AGENT = List.of("-XX:-AOTClassLinking");

        /**
         * The heap begins small and grows with what is kept: left alone, a JVM would begin with all of it and touch all of its young
         * generation, which costs each service 50 MiB.
         */
        List<String> flags() {
            return Stream.of(List.of("-Xms" + Math.min(heap * 3 / 8, LARGEST_FIRST_HEAP) + "m", "-Xmx" + heap + "m", collector()), compiling.flags, FLAGS,
                    PRIORITIES, hasAgent() ? WITH_AGENT : List.<String>of()).flatMap(List::stream).toList();
        }

        /** The serial collector takes the least time and memory, and stops everybody for seconds once there are gigabytes. */
        private String collector() {
            return heap <= LARGEST_COLLECTED_AT_ONCE ? "-XX:+UseSerialGC" : "-XX:+UseG1GC";
        }

        /** Whether something comes along that may change classes as they are loaded. */
        boolean hasAgent() {
            return options.stream().anyMatch(option -> option.startsWith("-javaagent:") || option.startsWith("-agent"));
        }
    }

    /** Somebody else's program. */
    record Command(List<String> line) implements Start {}

    Job job(Caches caches) {
        return new Job(name, stage, ports.getFirst().number(), needs, () -> switch (start) {
            case Command(var line) -> line;
            case Jvm jvm -> {
                var line = new ArrayList<>(caches.prepare(jvm.hasAgent() ? kind + "-with-agent" : kind, jvm.program(), jvm.flags(), jvm.training()));
                line.addAll(1, jvm.options()); // behind the executable
                line.addAll(jvm.arguments());
                yield line;
            }
        }, environment, readiness);
    }
}
