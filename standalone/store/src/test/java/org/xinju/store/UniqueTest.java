package org.xinju.store;

import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;

import com.mongodb.DuplicateKeyException;
import com.mongodb.ErrorCategory;
import com.mongodb.MongoCommandException;
import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.IndexOptions;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static com.mongodb.client.model.Filters.eq;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class UniqueTest {

    private static final IndexOptions UNIQUE = new IndexOptions().unique(true);

    private Connection store;
    private MongoCollection<Document> c;

    @BeforeEach
    void open() {
        store = Connection.inMemory();
        c = store.collection("c");
    }

    @AfterEach
    void close() {
        store.close();
    }

    @Test
    void two_documents_share_no_element_of_a_unique_array() {
        c.createIndex(new Document("k.indexes", 1), new IndexOptions().unique(true).sparse(true));
        c.insertOne(Document.parse("{_id: 1, k: {indexes: ['a', 'b', 'a']}}"));
        c.insertOne(Document.parse("{_id: 2, k: {indexes: ['c']}}"));
        c.insertOne(Document.parse("{_id: 3}"));
        c.insertOne(Document.parse("{_id: 4}"));
        duplicate(() -> c.insertOne(Document.parse("{_id: 5, k: {indexes: ['x', 'b']}}")));
        duplicate(() -> c.updateOne(eq("_id", 2), Document.parse("{$push: {'k.indexes': 'a'}}")));
        c.updateOne(eq("_id", 1), Document.parse("{$pull: {'k.indexes': 'b'}}"));
        c.insertOne(Document.parse("{_id: 5, k: {indexes: ['x', 'b']}}"));
        assertThat(c.find(eq("_id", 2)).first()).isEqualTo(Document.parse("{_id: 2, k: {indexes: ['c']}}"));
        assertThat(c.find(eq("k.indexes", "b")).first()).containsEntry("_id", 5);
    }

    @Test
    void a_unique_index_that_is_not_sparse_holds_one_document_without_the_field() {
        c.createIndex(new Document("a", 1), UNIQUE);
        c.insertOne(new Document("_id", 1));
        duplicate(() -> c.insertOne(new Document("_id", 2)));
        duplicate(() -> c.insertOne(new Document("_id", 2).append("a", null)));
    }

    @Test
    void all_fields_of_a_unique_index_count_together() {
        c.createIndex(new Document("a", 1).append("b", -1), UNIQUE);
        c.insertOne(Document.parse("{_id: 1, a: 1, b: 1}"));
        c.insertOne(Document.parse("{_id: 2, a: 1, b: 2}"));
        duplicate(() -> c.insertOne(Document.parse("{_id: 3, a: 1.0, b: {$numberLong: '2'}}")));
        duplicate(() -> c.replaceOne(eq("_id", 1), Document.parse("{a: 1, b: 2}")));
        duplicate(() -> c.findOneAndUpdate(eq("_id", 1), Document.parse("{$inc: {b: 1}}")));
    }

    @Test
    void the_elements_of_one_array_are_paired_not_multiplied() {
        c.createIndex(new Document("rows.x", 1).append("rows.y", 1), UNIQUE);
        c.insertOne(Document.parse("{_id: 1, rows: [{x: 1, y: 1}, {x: 2, y: 2}]}"));
        c.insertOne(Document.parse("{_id: 2, rows: [{x: 1, y: 2}]}"));
        duplicate(() -> c.insertOne(Document.parse("{_id: 3, rows: [{x: 2, y: 2}]}")));
    }

    @Test
    void one_index_takes_one_array() {
        c.createIndex(new Document("a", 1).append("b", 1));
        assertThatThrownBy(() -> c.insertOne(Document.parse("{_id: 1, a: [1], b: [1]}"))).isInstanceOf(MongoWriteException.class)
            .hasMessageContaining("parallel arrays");
        assertThat(c.countDocuments()).isZero();
    }

    @Test
    void an_index_over_duplicates_is_not_built() {
        c.insertMany(List.of(Document.parse("{_id: 1, a: 1}"), Document.parse("{_id: 2, a: 1}")));
        assertThatThrownBy(() -> c.createIndex(new Document("a", 1), UNIQUE)).isInstanceOf(DuplicateKeyException.class);
        assertThat(c.listIndexes()).hasSize(1);
        c.deleteOne(eq("_id", 1));
        c.createIndex(new Document("a", 1), UNIQUE);
        assertThat(c.listIndexes()).hasSize(2);
    }

    @Test
    void creating_an_index_again_changes_nothing_and_another_one_of_its_name_is_refused() {
        c.createIndex(new Document("a", 1), UNIQUE);
        c.createIndex(new Document("a", 1), UNIQUE);
        assertThat(c.listIndexes()).hasSize(2);
        assertThatThrownBy(() -> c.createIndex(new Document("a", 1))).isInstanceOf(MongoCommandException.class);
        assertThatThrownBy(() -> c.createIndex(new Document("b", 1), new IndexOptions().name("a_1"))).isInstanceOf(MongoCommandException.class);
        assertThatThrownBy(() -> c.createIndex(new Document("a", 1), new IndexOptions().unique(true).name("z")))
            .isInstanceOf(MongoCommandException.class);
    }

    @Test
    void dropping_an_index_leaves_those_of_other_collections() {
        var other = store.collection("other");
        c.createIndex(new Document("a", 1), UNIQUE);
        other.createIndex(new Document("a", 1), UNIQUE);
        c.dropIndex("a_1");
        assertThat(c.listIndexes()).hasSize(1);
        assertThat(other.listIndexes()).hasSize(2);
        other.dropIndexes();
        assertThat(other.listIndexes()).hasSize(1);
        c.insertMany(List.of(Document.parse("{_id: 1, a: 1}"), Document.parse("{_id: 2, a: 1}")));
    }

    @Test
    void one_of_many_writers_wins() throws Exception {
        c.createIndex(new Document("a", 1), UNIQUE);
        try (var pool = Executors.newFixedThreadPool(8)) {
            var writers = pool.invokeAll(IntStream.range(0, 64).<java.util.concurrent.Callable<Integer>>mapToObj(i -> () -> {
                try {
                    c.insertOne(new Document("_id", i).append("a", i % 4));
                    return 1;
                } catch (MongoWriteException e) {
                    return 0;
                }
            }).toList());
            assertThat(writers.stream().mapToInt(Future::resultNow).sum()).isEqualTo(4);
        }
    }

    private static void duplicate(ThrowingCallable write) {
        assertThatThrownBy(write).satisfies(e -> {
            if (e instanceof MongoWriteException write1) {
                assertThat(write1.getError().getCategory()).isEqualTo(ErrorCategory.DUPLICATE_KEY);
            } else {
                assertThat(e).isInstanceOfSatisfying(MongoCommandException.class, m -> assertThat(m.getCode()).isEqualTo(11000));
            }
        });
    }
}
