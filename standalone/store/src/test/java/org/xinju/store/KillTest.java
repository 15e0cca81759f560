package org.xinju.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

import com.mongodb.MongoException;
import com.mongodb.WriteConcern;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.ReplaceOptions;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The store as a process of its own, killed with SIGKILL under load, again and again. Nothing acknowledged is missing afterwards, nothing is
 * half there. {@code -Dxinju.kills=100} for the long run.
 */
class KillTest {

    private static final int KILLS = Integer.getInteger("xinju.kills", 25);
    private static final int WRITERS = 6;
    private static final int DOCUMENTS = 40;

    @TempDir
    private Path folder;

    /** The greatest round that was acknowledged, by document. */
    private final Map<String, Integer> acknowledged = new ConcurrentHashMap<>();
    private final AtomicInteger answers = new AtomicInteger();
    private final List<Process> started = new ArrayList<>();

    @AfterEach
    void end() {
        started.forEach(Process::destroyForcibly);
    }

    @Test
    void nothing_acknowledged_is_missing_after_a_kill() throws Exception {
        var random = new Random(20261124);
        var round = 1;
        for (var kill = 0; kill < KILLS; kill++) {
            var store = start();
            try (var client = MongoClients.create("mongodb://127.0.0.1:" + port(store) + "/?serverSelectionTimeoutMS=3000")) {
                verify(collection(client));
                round = loadUntilKilled(store, client, round, 60 + random.nextInt(250));
            }
        }
        var last = start();
        try (var client = MongoClients.create("mongodb://127.0.0.1:" + port(last))) {
            verify(collection(client));
            assertThat(answers.get()).as("writes that were acknowledged before the kill").isGreaterThanOrEqualTo(KILLS);
        }
    }

    private int loadUntilKilled(Process store, MongoClient client, int first, int milliseconds) throws InterruptedException {
        var next = new int[WRITERS];
        var before = answers.get();
        try (var writers = Executors.newFixedThreadPool(WRITERS)) {
            for (var w = 0; w < WRITERS; w++) {
                var writer = w;
                writers.submit(() -> next[writer] = write(collection(client), writer, first));
            }
            awaitAnswerAfter(before);
            Thread.sleep(milliseconds);
            store.destroyForcibly().waitFor();
            client.close();
        }
        return java.util.Arrays.stream(next).max().orElseThrow() + 1;
    }

    /** A machine that is busy takes its time for the first write. */
    private void awaitAnswerAfter(int before) throws InterruptedException {
        var end = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
        while (answers.get() == before && System.nanoTime() < end) {
            Thread.sleep(1);
        }
    }

    /** Writes rising rounds over the writer's own documents until the store is gone. */
    private int write(MongoCollection<Document> collection, int writer, int first) {
        for (var round = first; ; round++) {
            for (var i = 0; i < DOCUMENTS; i++) {
                var id = writer + "-" + i;
                try {
                    collection.replaceOne(new Document("_id", id), content(id, round), new ReplaceOptions().upsert(true));
                    acknowledged.put(id, round);
                    answers.incrementAndGet();
                } catch (MongoException | IllegalStateException e) {
                    return round;
                }
            }
        }
    }

    /** All parts say the same round, and their bulk fills more than one disk page. */
    private static Document content(String id, int round) {
        return new Document("_id", id).append("round", round).append("text", ("r" + round + " ").repeat(600)).append("again", round);
    }

    private void verify(MongoCollection<Document> collection) {
        var faults = new ArrayList<String>();
        acknowledged.forEach((id, round) -> {
            var found = collection.find(new Document("_id", id)).first();
            if (found == null) {
                faults.add(id + " is missing");
            } else if (found.getInteger("round") < round) {
                faults.add(id + " went back from " + round + " to " + found.getInteger("round"));
            } else if (!found.equals(content(id, found.getInteger("round")))) {
                faults.add(id + " is half there");
            }
        });
        assertThat(faults).isEmpty();
    }

    private static MongoCollection<Document> collection(MongoClient client) {
        return client.getDatabase("test").getCollection("c").withWriteConcern(WriteConcern.MAJORITY.withJournal(true));
    }

    private Process start(String... wrapper) throws IOException {
        var line = new ArrayList<>(List.of(wrapper));
        line.addAll(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1",
            "-cp", System.getProperty("java.class.path"), StoreMain.class.getName(), "--port", "0", "--data", folder.resolve("data").toString()));
        var process = new ProcessBuilder(line).redirectErrorStream(true).redirectOutput(folder.resolve("out").toFile()).start();
        started.add(process);
        return process;
    }

    private String output() throws IOException {
        return Files.readString(folder.resolve("out"));
    }

    private int port(Process store) throws Exception {
        var end = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
        while (System.nanoTime() < end && store.isAlive()) {
            var text = output();
            if (text.contains("store ready on") && text.endsWith("\n")) {
                return Integer.parseInt(text.substring(text.lastIndexOf(':') + 1).strip());
            }
            Thread.sleep(5);
        }
        throw new IllegalStateException("the store did not start: " + output());
    }

    @Test
    void a_full_disk_stops_the_store_with_a_sentence_and_no_acknowledged_write_is_lost() throws Exception {
        var store = start("sh", "-c", "ulimit -f 2000; exec \"$@\"", "sh");   // blocks of 512 bytes
        try (var client = MongoClients.create("mongodb://127.0.0.1:" + port(store) + "/?serverSelectionTimeoutMS=2000")) {
            write(collection(client), 0, 1);
        }
        assertThat(store.waitFor(20, TimeUnit.SECONDS)).isTrue();
        assertThat(store.exitValue()).isEqualTo(4);
        assertThat(output()).contains("The store stops: ");
        assertThat(acknowledged).isNotEmpty();

        var again = start();
        try (var client = MongoClients.create("mongodb://127.0.0.1:" + port(again))) {
            verify(collection(client));
        }
    }
}
