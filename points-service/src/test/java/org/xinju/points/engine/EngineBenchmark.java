package org.xinju.points.engine;

import java.lang.management.ManagementFactory;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.function.IntConsumer;

import com.sun.management.ThreadMXBean;

import org.xinju.points.Life;
import org.xinju.points.explain.Explainer;
import org.xinju.points.policy.PolicyVersion;
import org.xinju.points.policy.PublishedPolicies;

/** Time and allocation of one score on one thread. Run {@link #main}; it is no test, because figures depend on the machine. */
final class EngineBenchmark {

    private static final int ROUNDS = 5;
    private static final int SCORES = 50_000;
    private static final PolicyVersion POLICY = PublishedPolicies.dgDefault();
    private static final LocalDate DATE = LocalDate.parse("2024-06-30");
    private static long sink;

    private EngineBenchmark() {}

    public static void main(String[] arguments) {
        var trunk = List.of(Life.of().born("1990-03-15").registered("2020-04-20").employed("2021-05-01").facts());
        var rich = List.of(Life.lineWorker(36).facts(), Life.engineer().facts(), Life.trader().facts());
        measure("score, three facts (age, stay, work)", i -> sink += score(trunk.getFirst(), i).lines().size());
        measure("score, twelve facts", i -> sink += score(rich.get(i % 3), i).lines().size());
        measure("score + explanation, twelve facts", i ->
                sink += Explainer.explain(POLICY, score(rich.get(i % 3), i), rich.get(i % 3), Locale.CHINA).lines().size());
    }

    private static Score score(Facts facts, int i) {
        return Engine.score(POLICY, facts, DATE.plusDays(i % 365));
    }

    private static void measure(String what, IntConsumer work) {
        var threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        for (int round = 1; round <= ROUNDS; round++) {
            long bytes = threads.getCurrentThreadAllocatedBytes();
            long nanos = System.nanoTime();
            for (int i = 0; i < SCORES; i++) {
                work.accept(i);
            }
            nanos = System.nanoTime() - nanos;
            bytes = threads.getCurrentThreadAllocatedBytes() - bytes;
            if (round == ROUNDS) {
                System.out.printf(Locale.ROOT, "%-40s %,8d ns  %,8d B  %,9d /s%n",
                        what, nanos / SCORES, bytes / SCORES, SCORES * 1_000_000_000L / nanos);
            }
        }
    }
}
