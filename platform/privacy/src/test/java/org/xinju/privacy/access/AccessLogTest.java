package org.xinju.privacy.access;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.xinju.privacy.KeyedHash;

import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Updates.unset;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

class AccessLogTest {

    @TempDir
    Path folder;

    private final TestStore store = new TestStore();
    private final SimpleMeterRegistry metrics = new SimpleMeterRegistry();
    private final AtomicInteger chains = new AtomicInteger();
    private final List<AccessLog> logs = new ArrayList<>();
    private Duration patience = Duration.ofSeconds(5);
    private KeyedHash key;

    @BeforeEach
    void with_a_key() {
        key = Accesses.key(folder);
    }

    @AfterEach
    void stop() throws InterruptedException {
        for (var log : logs) {
            log.close();
        }
        store.close();
    }

    @Test
    void an_access_is_stored_when_the_call_returns() {
        log().record(Accesses.of("r-1"));
        var stored = store.accesses().find().first();
        assertThat(stored).isNotNull().containsEntry("_id", "chain-1:000000000001").containsEntry("purpose", "registration")
                .containsEntry("subjects", List.of("r-1")).containsEntry("previous", "").doesNotContainKey("outbox");
        assertThat(AccessDocument.read(stored).access()).isEqualTo(Accesses.of("r-1"));
        assertThat(metrics.counter("xinju.accesses", "outcome", "recorded").count()).isEqualTo(1);
    }

    @Test
    void thirty_two_readers_at_once_leave_a_chain_without_a_gap_and_share_writes() throws Exception {
        var log = log();
        all(32, 100, reader -> log.record(Accesses.of("r-" + reader)));
        assertSound(3200, 1);
        assertThat(store.writes.get()).isLessThan(1600);
    }

    @Test
    void two_replicas_write_two_chains() throws Exception {
        var one = log();
        var other = log();
        all(8, 20, reader -> (reader % 2 == 0 ? one : other).record(Accesses.of("r-" + reader)));
        assertSound(160, 2);
    }

    @Test
    void an_access_that_the_store_does_not_take_is_refused() {
        patience = Duration.ofMillis(300);
        var log = log();
        log.record(Accesses.of("r-1"));
        store.stop();
        assertThatThrownBy(() -> log.record(Accesses.of("r-2"))).isInstanceOf(AccessNotRecordedException.class);
        assertThat(metrics.counter("xinju.accesses", "outcome", "refused").count()).isEqualTo(1);
    }

    @Test
    void after_the_store_has_come_back_the_chain_goes_on_without_a_gap() {
        patience = Duration.ofMillis(300);
        var log = log();
        log.record(Accesses.of("r-1"));
        store.full = true;
        assertThatThrownBy(() -> log.record(Accesses.of("r-2"))).isInstanceOf(AccessNotRecordedException.class);
        assertThatThrownBy(() -> log.record(Accesses.of("r-3"))).isInstanceOf(AccessNotRecordedException.class);
        store.full = false;
        await().untilAsserted(() -> log.record(Accesses.of("r-4")));
        // r-2 was numbered when its reader gave up and so is kept; r-3 still waited behind it and is not.
        assertThat(store.accesses().find().map(d -> d.getList("subjects", String.class).getFirst())).containsOnlyOnce("r-1", "r-2", "r-4")
                .doesNotContain("r-3");
        assertThat(report().intact()).isTrue();
    }

    @Test
    void a_lost_answer_is_a_retry_and_not_a_fork() throws Exception {
        var log = log();
        store.answersToLose.set(20);
        all(32, 20, reader -> log.record(Accesses.of("r-" + reader)));
        assertThat(store.answersToLose).hasValue(0);
        assertSound(640, 1);
    }

    @Test
    void a_write_that_broke_half_way_is_finished() throws Exception {
        var log = log();
        store.writesToCut.set(20);
        all(32, 20, reader -> log.record(Accesses.of("r-" + reader)));
        assertThat(store.writesToCut).hasValue(0);
        assertSound(640, 1);
    }

    @Test
    void a_crash_in_the_middle_of_a_write_leaves_a_sound_chain() throws Exception {
        var accesses = IntStream.range(0, 10).mapToObj(i -> Accesses.of("r-" + i)).toList();
        var entries = AccessEntry.after(ChainHead.start("crashed"), accesses, key);
        store.accesses().insertMany(entries.stream().limit(4).map(entry -> AccessDocument.of(entry, List.of())).toList());
        assertSound(4, 1);
    }

    @Test
    void a_foreign_entry_in_the_way_cannot_stop_the_log_and_is_named() {
        var log = log();
        log.record(Accesses.of("r-1"));
        store.accesses().insertOne(new Document("_id", "chain-1:000000000002").append("hash", "forged"));
        log.record(Accesses.of("r-2"));
        var report = report();
        assertThat(report.breaks()).singleElement().hasToString("INSERTED: entry 2 of chain chain-1 (_id chain-1:000000000002)");
        assertThat(report.heads()).extracting(ChainHead::chain).containsExactly("chain-2");
    }

    @Test
    void events_are_stored_with_the_entry_and_handed_on_and_the_chain_holds_once_they_are_gone() {
        var handedOn = new CopyOnWriteArrayList<Document>();
        var log = log(new AccessPublisher() {
            @Override
            public List<Document> outbox(AccessEntry entry) {
                return List.of(new Document("id", entry.id()).append("hash", entry.hash()));
            }

            @Override
            public void stored(List<Document> documents) {
                handedOn.addAll(documents);
                throw new IllegalStateException("the broker is away");
            }
        });
        log.record(Accesses.of("r-1"));
        log.record(Accesses.of("r-2"));
        await().until(() -> handedOn.size() == 2);
        var stored = store.accesses().find().first();
        assertThat(stored).isNotNull().isEqualTo(handedOn.getFirst()).containsKey("outbox");
        store.accesses().updateOne(eq("_id", stored.get("_id")), unset("outbox"));
        assertSound(2, 1);
    }

    @Test
    void a_publisher_that_cannot_make_its_event_refuses_the_read_and_leaves_no_gap() {
        var log = log(new AccessPublisher() {
            @Override
            public List<Document> outbox(AccessEntry entry) {
                if (entry.access().subjects().contains("r-bad")) {
                    throw new IllegalStateException("no event");
                }
                return List.of();
            }

            @Override
            public void stored(List<Document> documents) {}
        });
        log.record(Accesses.of("r-1"));
        assertThatThrownBy(() -> log.record(Accesses.of("r-bad"))).isInstanceOf(AccessNotRecordedException.class);
        log.record(Accesses.of("r-2"));
        assertSound(2, 1);
    }

    @Test
    void a_stopped_log_has_written_what_it_was_given_and_refuses_the_rest() throws InterruptedException {
        var log = log();
        log.record(Accesses.of("r-1"));
        log.close();
        assertThatThrownBy(() -> log.record(Accesses.of("r-2")))
                .isInstanceOf(AccessNotRecordedException.class).hasMessageContaining("stopping");
        assertSound(1, 1);
    }

    @Test
    void an_interrupted_reader_is_refused_and_stays_interrupted() {
        var log = log();
        Thread.currentThread().interrupt();
        assertThatThrownBy(() -> log.record(Accesses.of("r-1"))).isInstanceOf(AccessNotRecordedException.class);
        assertThat(Thread.interrupted()).isTrue();
    }

    private AccessLog log() {
        return log(AccessPublisher.NONE);
    }

    private AccessLog log(AccessPublisher publisher) {
        var writer = new AccessWriter(new AccessStore(store.accesses()), key, publisher, () -> "chain-" + chains.incrementAndGet());
        var log = new AccessLog(writer, patience, metrics);
        logs.add(log);
        return log;
    }

    private AccessReport report() {
        return new AccessVerifier(store.accesses(), key).verify(List.of());
    }

    private void assertSound(long entries, long chainCount) {
        var report = report();
        assertThat(report.words()).isEqualTo("%d entries in %d chains, all sound".formatted(entries, chainCount));
    }

    private interface Reader {
        void read(int reader);
    }

    private static void all(int readers, int times, Reader reader) throws InterruptedException, ExecutionException {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var reads = IntStream.range(0, readers).mapToObj(number -> (Callable<Boolean>) () -> {
                for (var i = 0; i < times; i++) {
                    reader.read(number);
                }
                return true;
            }).toList();
            for (var read : threads.invokeAll(reads)) {
                assertThat(read.get()).isTrue();
            }
        }
    }
}
