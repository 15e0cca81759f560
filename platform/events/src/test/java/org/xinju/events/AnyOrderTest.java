package org.xinju.events;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Updates;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.bson.Document;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.xinju.store.Store;

import static org.assertj.core.api.Assertions.assertThat;

/** Duplicates, disorder and concurrency end in the same state as one quiet delivery in order. */
class AnyOrderTest {

    private static Store store;
    private static MongoClient client;

    private final List<ProducerRecord<String, byte[]>> topic = Collections.synchronizedList(new ArrayList<>());

    @BeforeAll
    static void start() {
        store = Store.inMemory();
        client = MongoClients.create(store.uri());
    }

    @AfterAll
    static void stop() {
        client.close();
        store.close();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void shuffled_and_doubled_events_worked_off_by_eight_threads_give_the_same_state(long seed) throws Exception {
        var process = process("shuffled" + seed);
        for (var i = 1; i <= 20; i++) {
            process.tills.change("till", Till.command("k" + i), Till.add(i));
        }
        process.relay();
        var deliveries = new ArrayList<>(sales());
        deliveries.addAll(sales());
        Collections.shuffle(deliveries, new Random(seed));
        try (var threads = Executors.newFixedThreadPool(8)) {
            var work = deliveries.stream().<Callable<Void>>map(event -> () -> {
                process.ledger.deliver(event);
                return null;
            }).toList();
            for (var done : threads.invokeAll(work)) {
                done.get();
            }
        }
        assertThat(taxDue("shuffled" + seed)).isEqualTo(2 * 210);
        assertThat(database("shuffled" + seed).getCollection("slips").countDocuments()).isEqualTo(20);
    }

    @Test
    void two_copies_of_a_command_that_arrive_together_have_one_effect_and_the_same_answer() throws Exception {
        var process = process("together");
        try (var threads = Executors.newFixedThreadPool(8)) {
            var copies = Collections.nCopies(16, (Callable<Outcome<Till>>) () -> process.tills.change("till", Till.command("k"), Till.add(3)));
            var sequences = threads.invokeAll(copies).stream().map(f -> ((Outcome.Done<Till>) f.resultNow()).sequence()).distinct();
            assertThat(sequences).hasSize(1);
        }
        assertThat(process.tills.find("till").orElseThrow().state()).isEqualTo(new Till(3, 1));
    }

    @Test
    void another_request_under_the_same_key_is_refused() {
        var process = process("reused");
        process.tills.change("till", new Cause.Command("k", "five", 201, null), Till.add(5));
        assertThat(process.tills.change("till", new Cause.Command("k", "six", 201, null), Till.add(6))).isInstanceOf(Outcome.KeyReused.class);
    }

    @Test
    void a_repetition_is_answered_as_then_even_when_its_if_match_is_stale_by_now() {
        var process = process("stale");
        var first = (Outcome.Done<Till>) process.tills.change("till", Till.command("k1"), Till.add(5));
        var second = new Cause.Command("k2", "seven", 200, first.sequence());
        var answer = (Outcome.Done<Till>) process.tills.change("till", second, Till.add(7));
        process.tills.change("till", Till.command("k3"), Till.add(9));
        assertThat((Outcome.Done<Till>) process.tills.change("till", second, Till.add(7))).satisfies(done -> {
            assertThat(done.effect()).isEqualTo(Outcome.Effect.REPLAYED);
            assertThat(done.sequence()).isEqualTo(answer.sequence());
        });
        assertThat(process.tills.change("till", new Cause.Command("k4", "x", 200, first.sequence()), Till.add(1)))
                .isInstanceOf(Outcome.Stale.class);
    }

    @Test
    void two_relays_on_one_document_publish_the_same_event_ids_and_empty_the_outbox() {
        var one = process("two");
        var other = process("two");
        one.tills.change("till", Till.command("k"), Till.add(5));
        other.sweep();
        one.relay();
        assertThat(sales()).hasSize(2).extracting(Received::id).containsOnly(sales().getFirst().id());
        assertThat(database("two").getCollection("tills").find().first()).doesNotContainKey("outbox");
    }

    @Test
    void an_event_appended_while_another_is_sent_survives() {
        var one = process("appended");
        var other = process("appended");
        one.tills.change("till", Till.command("k1"), Till.add(5));
        other.tills.change("till", Till.command("k2"), Till.add(7));
        one.relay();
        assertThat(database("appended").getCollection("tills").find().first().getList("outbox", Document.class)).hasSize(1);
        other.relay();
        assertThat(database("appended").getCollection("tills").find().first()).doesNotContainKey("outbox");
        assertThat(sales()).hasSize(2);
    }

    @Test
    void a_snapshot_replaces_an_intake_of_equal_sequence_runs_the_recompute_and_inserts_nothing() {
        var process = process("snapshot");
        process.tills.change("till", Till.command("k"), Till.add(5));
        process.relay();
        var event = sales().getFirst();
        process.ledger.deliver(event);
        database("snapshot").getCollection("taxes").updateOne(Filters.eq("till"), Updates.set("intakes.till.state.total", 999));
        process.ledger.deliver(new Received("s1", "shop.till.snapshot.v1", "till", event.sequence(), true, event.at(), event.data()));
        assertThat(taxDue("snapshot")).isEqualTo(10);
        assertThat(database("snapshot").getCollection("slips").countDocuments()).isEqualTo(1);
    }

    @Test
    void an_older_event_leaves_the_intake_alone() {
        var process = process("older");
        process.tills.change("till", Till.command("k1"), Till.add(5));
        process.tills.change("till", Till.command("k2"), Till.add(7));
        process.relay();
        process.ledger.deliver(sales().getLast());
        process.ledger.deliver(sales().getFirst());
        assertThat(taxDue("older")).isEqualTo(24);
    }

    @Test
    void a_recompute_writes_its_version_even_when_the_result_is_equal() {
        var process = process("equal");
        process.tills.change("till", Till.command("k"), Till.add(5));
        process.relay();
        process.ledger.deliver(sales().getFirst());
        var before = database("equal").getCollection("taxes").find().first().getLong("version");
        process.ledger.deliver(sales().getFirst());
        assertThat(database("equal").getCollection("taxes").find().first().getLong("version")).isEqualTo(before + 1);
    }

    /** It slept after taking in the first event; another process has worked that off meanwhile, and has taken in the second. */
    @Test
    void what_a_process_that_wakes_late_works_out_is_another_event_and_is_sent_although_it_dies() {
        var awake = process("zombie");
        var asleep = process("zombie");
        awake.tills.change("till", Till.command("k1"), Till.add(5));
        awake.tills.change("till", Till.command("k2"), Till.add(7));
        awake.relay();
        awake.ledger.deliver(sales().getFirst());
        awake.ledger.steps().getFirst().accept(sales().getLast());

        asleep.ledger.steps().getLast().accept(sales().getFirst()); // and dies: what it has handed to its relay is gone
        awake.relay();
        awake.sweep();

        var taxes = topic.stream().filter(m -> m.topic().equals("tax.accounts")).map(m -> Received.from(Process.delivered(m, 0))).toList();
        assertThat(taxes).extracting(event -> event.state(Ledger.Tax.class).due()).containsExactly(10, 24);
        assertThat(taxes).extracting(Received::id).doesNotHaveDuplicates();
    }

    /** What follows from a cause may depend on the day: delivered again after midnight it may tell of something else. */
    @Test
    void another_kind_of_event_of_the_same_cause_has_another_id() {
        var process = process("midnight");
        process.tills.change("till", Till.command("k1"), Till.add(5));
        process.tills.change("till", new Cause.Deadline("noon"), Till.tell(new Till.Counted()));
        process.tills.change("till", new Cause.Deadline("noon"), Till.tell(new Till.Locked()));
        process.relay();
        assertThat(sales()).extracting(Received::id).hasSize(3).doesNotHaveDuplicates();
    }

    /** Two processes count at the same moment, and somebody comes between their counts. */
    @Test
    void what_comes_out_otherwise_is_another_event_although_the_cause_is_the_same() {
        var process = process("counters");
        process.tills.change("till", new Cause.Deadline("noon"), Till.add(5));
        process("counters").tills.change("till", new Cause.Deadline("noon"), Till.add(7));
        process.relay();
        process.sweep();
        assertThat(sales()).extracting(event -> event.state(Till.class).total()).containsExactly(5, 12);
        assertThat(sales()).extracting(Received::id).doesNotHaveDuplicates();
    }

    /** However two events came to one id: what was not sent is not removed. */
    @Test
    void an_event_that_has_the_id_of_one_that_was_sent_stays_until_it_is_sent_itself() {
        var process = process("namesake");
        process.tills.change("till", Till.command("k1"), Till.add(5));
        process.tills.change("till", new Cause.Deadline("noon"), Till.tell(new Till.Counted()));
        process("namesake").tills.change("till", new Cause.Deadline("noon"), Till.tell(new Till.Counted()));
        process.relay();
        process.sweep();
        assertThat(sales()).hasSize(3).extracting(Received::id).last().isEqualTo(sales().get(1).id());
        assertThat(sales()).extracting(Received::sequence).doesNotHaveDuplicates();
    }

    @Test
    void a_source_restored_from_an_old_backup_numbers_above_what_it_published_before() {
        var process = process("restored");
        process.tills.change("till", Till.command("k1"), Till.add(5));
        var backup = database("restored").getCollection("tills").find().first();
        var published = ((Outcome.Done<Till>) process.tills.change("till", Till.command("k2"), Till.add(7))).sequence();
        database("restored").getCollection("tills").replaceOne(Filters.eq("till"), backup);
        var next = (Outcome.Done<Till>) process.tills.change("till", Till.command("k3"), Till.add(1));
        assertThat(next.sequence()).isGreaterThan(published);
    }

    private Process process(String name) {
        return new Process(database(name), topic, Faults.none());
    }

    private static MongoDatabase database(String name) {
        return client.getDatabase(name);
    }

    private List<Received> sales() {
        return topic.stream().filter(m -> m.topic().equals("shop.tills")).map(m -> Received.from(Process.delivered(m, 0))).toList();
    }

    private static int taxDue(String name) {
        return database(name).getCollection("taxes").find().first().getEmbedded(List.of("state", "due"), Integer.class);
    }
}
