package org.xinju.store;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;

import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Updates;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.xinju.store.journal.StoreException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** What a store finds when it opens its folder again. */
class RecoveryTest {

    @TempDir
    private Path folder;

    private Connection open() {
        return Connection.to(StoreOptions.durable(folder));
    }

    @Test
    void everything_is_there_again() {
        try (var store = open()) {
            var people = store.collection("people");
            people.createIndex(new Document("name", 1), new IndexOptions().unique(true).name("by-name"));
            people.insertMany(IntStream.range(0, 100).mapToObj(i -> new Document("_id", i).append("name", "n" + i)).toList());
            people.updateOne(new Document("_id", 7), Updates.set("name", "seven"));
            people.deleteOne(new Document("_id", 8));
            store.collection("gone").insertOne(new Document("_id", 1));
            store.collection("gone").drop();
        }
        try (var store = open()) {
            var people = store.collection("people");
            assertThat(people.countDocuments()).isEqualTo(99);
            assertThat(people.find(new Document("_id", 7)).first()).containsEntry("name", "seven");
            assertThat(people.find(new Document("_id", 8)).first()).isNull();
            assertThat(store.database().listCollectionNames()).doesNotContain("gone");
            assertThat(store.explain(new Document("find", "people").append("filter", new Document("name", "n9"))).index()).isEqualTo("by-name");
            assertThatThrownBy(() -> people.insertOne(new Document("_id", 200).append("name", "n9"))).hasMessageContaining("by-name");
        }
    }

    /** The process may die at every byte of a write: nothing before it is lost, nothing of it is seen, and the store goes on. */
    @Test
    void a_log_cut_off_at_any_byte_keeps_all_that_was_whole() throws IOException {
        var ends = new ArrayList<Long>();
        try (var store = open()) {
            for (var i = 0; i < 12; i++) {
                store.collection("c").insertOne(new Document("_id", i).append("text", "x".repeat(i * 3)));
                ends.add(Files.size(log()));
            }
        }
        var whole = Files.readAllBytes(log());
        for (var length = ends.get(10); length <= ends.get(11); length++) {
            Files.write(log(), java.util.Arrays.copyOf(whole, length.intValue()));
            var expected = countUpTo(ends, length);
            try (var store = open()) {
                assertThat(store.collection("c").countDocuments()).as("cut at byte " + length).isEqualTo(expected);
                store.collection("c").insertOne(new Document("_id", "after"));
            }
            try (var store = open()) {
                assertThat(store.collection("c").countDocuments()).as("written after the cut at byte " + length).isEqualTo(expected + 1);
            }
        }
    }

    private static long countUpTo(List<Long> ends, long length) {
        return ends.stream().filter(end -> end <= length).count();
    }

    @Test
    void a_changed_byte_stops_the_start_and_is_named() throws IOException {
        long before;
        try (var store = open()) {
            store.collection("c").insertOne(new Document("_id", 1).append("text", "right"));
            before = Files.size(log());
            store.collection("c").insertOne(new Document("_id", 2).append("text", "right"));
        }
        try (var file = new RandomAccessFile(log().toFile(), "rw")) {
            file.seek((before + file.length()) / 2);
            var old = file.read();
            file.seek((before + file.length()) / 2);
            file.write(old ^ 1);
        }
        assertThatThrownBy(this::open).isInstanceOf(StoreException.class).hasMessageContaining("is damaged at byte " + before);
    }

    @Test
    void a_damaged_snapshot_stops_the_start_with_a_sentence() throws IOException {
        try (var store = open()) {
            store.collection("c").insertMany(IntStream.range(0, 50).mapToObj(i -> new Document("_id", i)).toList());
            store.store().checkpoint();
        }
        var snapshot = files("snapshot-").getFirst();
        try (var file = new RandomAccessFile(snapshot.toFile(), "rw")) {
            file.setLength(file.length() - 5);
        }
        assertThatThrownBy(this::open).isInstanceOf(StoreException.class).hasMessageContaining("incomplete");
    }

    @Test
    void a_missing_log_stops_the_start_with_a_sentence() throws IOException {
        try (var store = open()) {
            store.collection("c").insertOne(new Document("_id", 1));
            store.store().checkpoint();
            store.collection("c").insertOne(new Document("_id", 2));
        }
        Files.delete(log());
        assertThatThrownBy(this::open).isInstanceOf(StoreException.class).hasMessageContaining("missing");
    }

    @Test
    void a_snapshot_taken_while_writers_write_loses_nothing_and_frees_the_old_files() throws Exception {
        try (var store = open(); var writers = Executors.newFixedThreadPool(4)) {
            var work = IntStream.range(0, 4).<Callable<Void>>mapToObj(w -> () -> {
                for (var i = 0; i < 400; i++) {
                    store.collection("c").insertOne(new Document("_id", w + "-" + i).append("n", 0));
                    store.collection("c").updateOne(new Document("_id", w + "-" + i), Updates.inc("n", 1));
                }
                return null;
            }).map(writers::submit).toList();
            for (var i = 0; i < 5; i++) {
                store.store().checkpoint();
            }
            for (var one : work) {
                one.get();
            }
        }
        assertThat(files("snapshot-")).hasSize(1);
        assertThat(files("log-")).hasSize(1);
        try (var store = open()) {
            assertThat(store.collection("c").countDocuments(new Document("n", 1))).isEqualTo(1600);
        }
    }

    @Test
    void one_folder_has_one_store() {
        try (var _ = open()) {
            assertThatThrownBy(this::open).isInstanceOf(StoreException.class).hasMessageContaining("another process uses the folder");
        }
    }

    private Path log() {
        return files("log-").getLast();
    }

    private List<Path> files(String prefix) {
        try (var all = Files.list(folder)) {
            return all.filter(file -> file.getFileName().toString().startsWith(prefix)).sorted().toList();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
