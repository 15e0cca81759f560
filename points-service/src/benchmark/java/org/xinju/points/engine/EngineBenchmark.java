package org.xinju.points.engine;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;

import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Threads;
import org.openjdk.jmh.annotations.Warmup;

import org.xinju.points.Life;
import org.xinju.points.explain.Explainer;
import org.xinju.points.explain.Explanation;
import org.xinju.points.policy.PolicyVersion;
import org.xinju.points.policy.PublishedPolicies;

/** Scores a second on one core, and bytes for each. The day differs from score to score, so that nothing is found ready. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Threads(1)
@Fork(1)
@Warmup(iterations = 4, time = 2)
@Measurement(iterations = 5, time = 2)
public class EngineBenchmark {

    private static final PolicyVersion POLICY = PublishedPolicies.dgDefault();
    private static final LocalDate DATE = LocalDate.parse("2024-06-30");

    private final Facts newcomer = Life.of().born("1990-03-15").registered("2020-04-20").employed("2021-05-01").facts();
    private final List<Facts> lives = List.of(Life.lineWorker(36).facts(), Life.engineer().facts(), Life.trader().facts());
    private int count;

    /** Age, stay and work. */
    @Benchmark
    public Score threeFacts() {
        return Engine.score(POLICY, newcomer, nextDay());
    }

    /** Persons A, B and C of domain.md 1.7 in turn: nine to twelve facts. */
    @Benchmark
    public Score twelveFacts() {
        return Engine.score(POLICY, lives.get(count % 3), nextDay());
    }

    @Benchmark
    public Explanation twelveFactsExplained() {
        var facts = lives.get(count % 3);
        return Explainer.explain(POLICY, Engine.score(POLICY, facts, nextDay()), facts, Locale.CHINA);
    }

    private LocalDate nextDay() {
        return DATE.plusDays(count++ % 365);
    }
}
