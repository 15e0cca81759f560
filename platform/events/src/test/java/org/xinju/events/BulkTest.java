package org.xinju.events;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.bson.Document;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import org.xinju.store.Store;

import static org.assertj.core.api.Assertions.assertThat;

/** Many at once come out as one by one; what is placed stands there like anything else, and nobody was told. */
class BulkTest {

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

    private static Map<String, Till> tills(int count) {
        var tills = new LinkedHashMap<String, Till>();
        for (var i = 0; i < count; i++) {
            tills.put("till" + i, new Till(i, 1));
        }
        return tills;
    }

    @Test
    void nothing_of_it_is_sent_and_a_command_goes_on_from_it() {
        var process = process("placed");
        assertThat(new Bulk<>(process.tills).place(Till.command("world"), tills(20))).isEqualTo(new Bulk.Placement(20, 0, List.of()));
        process.relay();
        process.sweep();
        assertThat(topic).isEmpty();
        assertThat(document("placed", "till7")).doesNotContainKey("outbox");

        process.tills.change("till7", Till.command("k"), Till.add(5));
        process.relay();
        assertThat(process.tills.find("till7").orElseThrow().state()).isEqualTo(new Till(12, 2));
        assertThat(topic).hasSize(1);
    }

    @Test
    void a_second_time_changes_nothing_not_even_what_has_changed_since() {
        var process = process("again");
        var bulk = new Bulk<>(process.tills);
        bulk.place(Till.command("world"), tills(10));
        process.tills.change("till3", Till.command("k"), Till.add(5));
        var before = client.getDatabase("again").getCollection("tills").find().into(new ArrayList<>());
        assertThat(bulk.place(Till.command("world"), tills(12))).isEqualTo(new Bulk.Placement(2, 10, List.of()));
        assertThat(client.getDatabase("again").getCollection("tills").find(Filters.in("_id", tills(10).keySet()))).containsAll(before);
    }

    @Test
    void what_an_intake_left_before_stays_beside_it() {
        var process = process("beside");
        client.getDatabase("beside").getCollection("tills").insertOne(new Document("_id", "till0").append("version", 0L).append("sequence", 0L)
                .append("intakes", new Document("shop", new Document("sequence", 1L))));
        assertThat(new Bulk<>(process.tills).place(Till.command("world"), tills(1)).placed()).isEqualTo(1);
        assertThat(document("beside", "till0")).containsKeys("state", "intakes", "keys").doesNotContainKey("outbox");
    }

    @Test
    void a_unique_value_of_another_is_told_and_the_rest_placed() {
        var process = process("taken");
        client.getDatabase("taken").getCollection("tills").createIndex(Indexes.ascending("state.total"), new IndexOptions().unique(true));
        process.tills.change("other", Till.command("k"), Till.add(4));
        var placement = new Bulk<>(process.tills).place(Till.command("world"), tills(10));
        assertThat(placement).isEqualTo(new Bulk.Placement(9, 0, List.of("till4")));
    }

    @Test
    void the_command_that_created_it_is_known_for_good() {
        var process = process("known");
        new Bulk<>(process.tills).place(Till.command("world"), tills(1));
        assertThat(process.tills.change("till0", Till.command("world"), Till.add(9)))
                .isInstanceOfSatisfying(Outcome.Done.class, done -> assertThat(done.effect()).isEqualTo(Outcome.Effect.REPLAYED));
    }

    @Test
    void a_change_that_another_one_overtook_after_the_reading_is_decided_anew() {
        var process = process("overtaken");
        new Bulk<>(process.tills).place(Till.command("world"), tills(3));
        var overtaken = new AtomicBoolean();
        Decision<Till, Till.TillEvent> late = loaded -> {
            if (overtaken.compareAndSet(false, true)) {
                process.tills.change("till1", Till.command("other"), Till.add(10));
            }
            return Till.add(5).on(loaded);
        };
        var outcomes = new Bulk<>(process.tills).change(List.of(item("till0", Till.add(5)), item("till1", late), item("new", Till.add(5))));
        assertThat(outcomes.keySet()).containsExactly("till0", "till1", "new");
        assertThat(states(process)).containsExactly(new Till(5, 2), new Till(16, 3), new Till(5, 1));
        process.relay();
        assertThat(topic).hasSize(4);
    }

    @Test
    void many_changes_sent_again_are_answered_and_not_made_again() {
        var process = process("repeated");
        new Bulk<>(process.tills).place(Till.command("world"), tills(2));
        var items = List.of(item("till0", Till.add(5)), item("till1", Till.add(5)), item("new", Till.add(5)));
        new Bulk<>(process.tills).change(items);
        assertThat(new Bulk<>(process.tills).change(items).values())
                .allSatisfy(outcome -> assertThat(outcome).isInstanceOfSatisfying(Outcome.Done.class,
                        done -> assertThat(done.effect()).isEqualTo(Outcome.Effect.REPLAYED)));
        assertThat(states(process)).containsExactly(new Till(5, 2), new Till(6, 2), new Till(5, 1));
    }

    private static Bulk.Item<Till, Till.TillEvent> item(String id, Decision<Till, Till.TillEvent> decision) {
        return new Bulk.Item<>(id, Till.command("k"), decision);
    }

    private static List<Till> states(Process process) {
        return Stream.of("till0", "till1", "new").map(id -> process.tills.find(id).orElseThrow().state()).toList();
    }

    private static Document document(String database, String id) {
        return client.getDatabase(database).getCollection("tills").find(Filters.eq(id)).first();
    }

    private Process process(String name) {
        return new Process(client.getDatabase(name), topic, Faults.none());
    }
}
