package org.xinju.store;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.FindOneAndUpdateOptions;
import com.mongodb.client.model.ReturnDocument;
import org.bson.Document;
import org.junit.jupiter.api.Test;

import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gte;
import static org.assertj.core.api.Assertions.assertThat;

/** Every version of a document says the same number in many places; a reader that sees two numbers has seen half an update. */
class TornReadTest {

    private static final int PLACES = 200;
    private static final int DOCUMENTS = 4;
    private static final int UPDATES = 600;

    @Test
    void a_reader_sees_one_version_or_another_but_never_half_of_each() throws Exception {
        try (var store = Connection.inMemory(); var pool = Executors.newCachedThreadPool()) {
            var c = store.collection("c");
            c.createIndex(new Document("n", 1));
            for (var id = 0; id < DOCUMENTS; id++) {
                c.insertOne(version(0).append("_id", id));
            }
            var writing = new AtomicBoolean(true);
            var readers = new ArrayList<Future<Integer>>();
            for (Callable<Integer> reader : List.<Callable<Integer>>of(
                () -> reads(writing, () -> c.find().into(new ArrayList<>())),
                () -> reads(writing, () -> c.find(gte("n", 0)).batchSize(2).into(new ArrayList<>())),
                () -> reads(writing, () -> c.find(eq("_id", 1)).into(new ArrayList<>())),
                () -> reads(writing, () -> c.aggregate(List.of(new Document("$match", new Document("_id", 2)))).into(new ArrayList<>())))) {
                readers.add(pool.submit(reader));
            }
            var writers = new ArrayList<Future<?>>();
            for (var id = 0; id < DOCUMENTS; id++) {
                var mine = id;
                writers.add(pool.submit(() -> write(c, mine)));
            }
            for (var writer : writers) {
                writer.get();
            }
            writing.set(false);
            for (var reader : readers) {
                assertThat(reader.get()).as("reads while writing").isPositive();
            }
        }
    }

    private static void write(MongoCollection<Document> c, int id) {
        for (var n = 1; n <= UPDATES; n++) {
            switch (n % 3) {
                case 0 -> c.updateOne(eq("_id", id), new Document("$set", version(n)));
                case 1 -> c.replaceOne(eq("_id", id), version(n));
                default -> whole(c.findOneAndUpdate(eq("_id", id), new Document("$set", version(n)),
                    new FindOneAndUpdateOptions().returnDocument(ReturnDocument.AFTER)));
            }
        }
    }

    private static Document version(int n) {
        var version = new Document("n", n);
        for (var i = 0; i < PLACES; i++) {
            version.append("field" + i, new Document("n", n)).append("list" + i, List.of(n, n));
        }
        return version;
    }

    private static int reads(AtomicBoolean writing, Callable<List<Document>> read) throws Exception {
        var count = 0;
        while (writing.get()) {
            read.call().forEach(TornReadTest::whole);
            count++;
        }
        return count;
    }

    private static void whole(Document document) {
        var n = document.getInteger("n");
        for (var i = 0; i < PLACES; i++) {
            assertThat(document.get("field" + i, Document.class).getInteger("n")).isEqualTo(n);
            assertThat(document.getList("list" + i, Integer.class)).isEqualTo(List.of(n, n));
        }
    }
}
