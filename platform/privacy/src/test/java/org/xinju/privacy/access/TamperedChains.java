package org.xinju.privacy.access;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;

import org.bson.Document;
import org.bson.conversions.Bson;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

import org.xinju.privacy.KeyedHash;

import static com.mongodb.client.model.Filters.eq;
import static org.assertj.core.api.Assertions.assertThat;

/** Two chains of ten entries; in each test somebody with the database but without the key changes chain a. */
abstract class TamperedChains {

    static final String A = "chain-a";
    static final String B = "chain-b";

    @TempDir
    static Path folder;
    @SuppressWarnings("NullAway.Init")
    static TestStore store;
    @SuppressWarnings("NullAway.Init")
    static KeyedHash key;
    @SuppressWarnings("NullAway.Init")
    static List<ChainHead> heads;

    @BeforeAll
    static void open() {
        store = new TestStore();
        key = Accesses.key(folder);
    }

    @AfterAll
    static void close() {
        store.close();
    }

    @BeforeEach
    void with_two_chains() {
        store.accesses().deleteMany(new Document());
        write(A, key);
        write(B, key);
        var report = verify(List.of());
        assertThat(report.words()).isEqualTo("20 entries in 2 chains, all sound");
        heads = report.heads();
    }

    static void assertBroken(String words) {
        var report = verify(heads);
        assertThat(report.intact()).isFalse();
        assertThat(report.breaks()).singleElement().hasToString(words);
        assertThat(report.words()).endsWith("broken at:\n" + words);
        assertThat(report.heads()).extracting(ChainHead::chain).containsExactly(B);
    }

    static AccessReport verify(List<ChainHead> known) {
        return new AccessVerifier(store.accesses(), key).verify(known);
    }

    static void write(String chain, KeyedHash with) {
        var accesses = IntStream.rangeClosed(1, 10).mapToObj(i -> Accesses.of("r-" + i)).toList();
        var entries = AccessEntry.after(ChainHead.start(chain), accesses, with);
        store.accesses().insertMany(entries.stream().map(entry -> AccessDocument.of(entry, List.of())).toList());
    }

    static Bson at(String chain, long number) {
        return eq("_id", AccessEntry.id(chain, number));
    }

    static Document stored(String chain, long number) {
        return store.accesses().find(at(chain, number)).first();
    }

    static String hash(String chain, long number) {
        return stored(chain, number).getString("hash");
    }

    static void copy(long number, String id) {
        store.accesses().insertOne(stored(A, number).append("_id", id));
    }

    static void move(long from, long to) {
        copy(from, AccessEntry.id(A, to));
        store.accesses().deleteOne(at(A, from));
    }
}
