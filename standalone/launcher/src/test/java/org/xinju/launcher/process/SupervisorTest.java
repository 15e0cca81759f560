package org.xinju.launcher.process;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.xinju.launcher.process.ProcessRecord.State;
import org.xinju.launcher.words.Console;
import org.xinju.launcher.words.Refusal;
import org.xinju.launcher.words.Words;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

class SupervisorTest {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @TempDir
    private Path folder;
    private final ByteArrayOutputStream said = new ByteArrayOutputStream();
    private final List<Supervisor> supervisors = new ArrayList<>();

    @AfterEach
    void stop() {
        supervisors.forEach(Supervisor::stop);
    }

    @Test
    void what_is_needed_starts_before_and_stops_after_what_needs_it() throws IOException {
        var supervisor = supervise(job("door", "works", 2, "service"), job("service", "works", 1, "store"), job("store", "works", 0));

        supervisor.start();
        supervisor.stop();

        assertThat(diary()).containsExactly("store starts", "service starts", "door starts", "door stops", "service stops", "store stops");
    }

    @Test
    void independent_jobs_start_side_by_side() {
        var supervisor = supervise(job("late", "sleeps", 0), job("early", "works", 0));

        Thread.ofVirtual().start(() -> assertThatThrownBy(supervisor::start));

        await().atMost(PATIENCE).until(() -> run().find("early").filter(record -> record.state() == State.READY).isPresent());
        assertThat(run().find("late")).get().extracting(ProcessRecord::state).isEqualTo(State.STARTING);
    }

    @Test
    void a_death_at_the_start_shows_the_end_of_the_log_and_leaves_nothing_running() throws IOException {
        var supervisor = supervise(job("store", "works", 0), job("baker", "dies", 1, "store"), job("door", "works", 2, "baker"));

        assertThatThrownBy(supervisor::start).isInstanceOf(Refusal.class).hasMessageContaining("baker could not be started (status 7)")
                .hasMessageContaining("baker.log").hasMessageContaining("no bread in the house");
        assertThat(run().living()).isEmpty();
        assertThat(diary()).contains("store stops").doesNotContain("door starts");
    }

    @Test
    void one_that_never_becomes_ready_is_given_up() {
        var supervisor = supervise(Duration.ofSeconds(2), job("dreamer", "sleeps", 0));

        assertThatThrownBy(supervisor::start).hasMessageContaining("dreamer was not ready within 2 s").hasMessageContaining("dreamer.log");
        assertThat(run().living()).isEmpty();
    }

    @Test
    void one_that_is_killed_later_is_started_again_and_its_record_says_so() {
        var supervisor = supervise(job("store", "works", 0));
        supervisor.start();
        var first = run().find("store").orElseThrow();

        first.process().orElseThrow().destroyForcibly();

        await().atMost(PATIENCE).untilAsserted(() -> assertThat(run().find("store")).get()
                .satisfies(second -> assertThat(second.pid()).isNotEqualTo(first.pid()))
                .satisfies(second -> assertThat(second.restarts()).isEqualTo(1))
                .extracting(ProcessRecord::state).isEqualTo(State.READY));
        assertThat(said.toString(StandardCharsets.UTF_8)).contains("store ended with status 137 and is started again in 1 s")
                .containsPattern("store +ready again after");
    }

    @Test
    void what_is_started_again_is_not_prepared_anew() {
        var prepared = new AtomicInteger();
        var store = job("store", "works", 0);
        var supervisor = supervise(new Job("store", 0, 1, Set.of(), () -> {
            prepared.incrementAndGet();
            return store.command().call();
        }, Map.of(), store.readiness()));
        supervisor.start();

        run().find("store").orElseThrow().process().orElseThrow().destroyForcibly();

        await().atMost(PATIENCE).until(() -> run().find("store").filter(record -> record.restarts() == 1 && record.state() == State.READY).isPresent());
        assertThat(prepared).hasValue(1);
    }

    @Test
    void stopping_while_things_start_leaves_nothing_running() {
        var supervisor = supervise(job("dreamer", "sleeps", 0), job("door", "works", 1, "dreamer"));
        Thread.ofVirtual().start(() -> assertThatThrownBy(supervisor::start));
        await().atMost(PATIENCE).until(() -> run().find("dreamer").isPresent());
        var dreamer = run().find("dreamer").orElseThrow();

        supervisor.stop();

        assertThat(dreamer.process()).isEmpty();
        assertThat(run().living()).isEmpty();
    }

    @Test
    void logs_of_earlier_starts_are_kept_beside() throws IOException {
        for (var start = 0; start < 2; start++) {
            var supervisor = supervise(job("store", "works", 0));
            supervisor.start();
            supervisor.stop();
        }

        assertThat(Files.readString(folder.resolve("store.log"))).contains("store is ready");
        assertThat(Files.readString(folder.resolve("store.1.log"))).contains("store is ready");
    }

    private Job job(String name, String behaviour, int stage, String... needs) {
        return new Job(name, stage, 1, Set.of(needs), () -> TestProgram.line(behaviour, name, folder.resolve("diary")), Map.of(),
                new Readiness.Line("is ready"));
    }

    private Supervisor supervise(Job... jobs) {
        return supervise(PATIENCE, jobs);
    }

    private Supervisor supervise(Duration patience, Job... jobs) {
        var supervisor = new Supervisor(List.of(jobs), run(), folder, console(),
                new Supervisor.Times(patience, Duration.ofSeconds(30)));
        supervisors.add(supervisor);
        return supervisor;
    }

    private RunFolder run() {
        return new RunFolder(folder.resolve("run"));
    }

    private Console console() {
        return new Console(new PrintStream(said, true, StandardCharsets.UTF_8), Words.ENGLISH);
    }

    private List<String> diary() throws IOException {
        return Files.readAllLines(folder.resolve("diary"));
    }
}
