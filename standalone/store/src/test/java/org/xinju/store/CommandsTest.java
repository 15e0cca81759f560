package org.xinju.store;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoBulkWriteException;
import com.mongodb.MongoCommandException;
import com.mongodb.MongoWriteException;
import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.FindOneAndUpdateOptions;
import com.mongodb.client.model.InsertManyOptions;
import com.mongodb.client.model.InsertOneModel;
import com.mongodb.client.model.ReplaceOptions;
import com.mongodb.client.model.ReturnDocument;
import com.mongodb.client.model.UpdateOneModel;
import com.mongodb.client.model.UpdateOptions;
import org.bson.Document;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

import static com.mongodb.client.model.Accumulators.sum;
import static com.mongodb.client.model.Aggregates.group;
import static com.mongodb.client.model.Aggregates.match;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gte;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CommandsTest {

    private Connection store;

    @BeforeAll
    void open() {
        store = Connection.inMemory();
    }

    @AfterAll
    void close() {
        store.close();
    }

    @BeforeEach
    void clear() {
        store.database().drop();
    }

    @Test
    void hello_says_that_one_may_write_here() {
        assertThat(store.database().runCommand(new Document("hello", 1))).containsEntry("isWritablePrimary", true).containsEntry("ok", 1.0);
    }

    @Test
    void databases_are_listed_with_what_they_hold() {
        store.collection("c").insertOne(new Document());
        assertThat(store.store().port()).isPositive();
        assertThat(store.database().listCollectionNames()).containsExactly("c");
        assertThat(store.database().listCollections().filter(eq("name", "other"))).isEmpty();
    }

    @Test
    void the_usual_commands_work() {
        var c = store.collection("c");
        c.insertOne(new Document("_id", 1).append("version", 1).append("outbox", List.of()));
        assertThat(c.updateOne(new Document("_id", 1).append("version", 1), Document.parse("{$set: {a: 'x'}, $inc: {version: 1}, "
            + "$push: {outbox: {id: 'e1'}}}")).getModifiedCount()).isOne();
        assertThat(c.updateOne(new Document("_id", 1).append("version", 1), Document.parse("{$set: {a: 'y'}}")).getMatchedCount()).isZero();
        c.updateOne(eq("_id", 1), Document.parse("{$pull: {outbox: {id: {$in: ['e1']}}}}"));
        assertThat(c.updateOne(new Document("_id", 1).append("outbox", List.of()), Document.parse("{$unset: {outbox: ''}}"))
            .getModifiedCount()).isOne();
        assertThat(c.find()).containsExactly(new Document("_id", 1).append("version", 2).append("a", "x"));
        assertThat(c.replaceOne(eq("_id", 2), new Document("b", 1), new ReplaceOptions().upsert(true)).getUpsertedId().asInt32().getValue())
            .isEqualTo(2);
        assertThat(c.findOneAndUpdate(eq("_id", 2), Document.parse("{$inc: {b: 1}}"),
            new FindOneAndUpdateOptions().returnDocument(ReturnDocument.AFTER))).containsEntry("b", 2);
        assertThat(c.findOneAndDelete(eq("_id", 2))).containsEntry("b", 2);
        assertThat(c.deleteMany(new Document()).getDeletedCount()).isOne();
        assertThat(c.countDocuments()).isZero();
    }

    @Test
    void an_unordered_insert_counts_what_it_inserted() {
        var c = store.collection("c");
        c.insertOne(new Document("_id", 2));
        assertThatThrownBy(() -> c.insertMany(IntStream.range(0, 5).mapToObj(i -> new Document("_id", i)).toList(),
            new InsertManyOptions().ordered(false)))
            .isInstanceOfSatisfying(MongoBulkWriteException.class, e -> {
                assertThat(e.getWriteResult().getInsertedCount()).isEqualTo(4);
                assertThat(e.getWriteErrors()).singleElement().satisfies(error -> {
                    assertThat(error.getIndex()).isEqualTo(2);
                    assertThat(error.getCategory()).isEqualTo(ErrorCategory.DUPLICATE_KEY);
                });
            });
        assertThat(c.countDocuments()).isEqualTo(5);
    }

    @Test
    void an_ordered_bulk_stops_at_its_first_error() {
        var c = store.collection("c");
        c.createIndex(new Document("a", 1), new com.mongodb.client.model.IndexOptions().unique(true).sparse(true));
        c.insertMany(List.of(new Document("_id", 1).append("a", 1), new Document("_id", 2), new Document("_id", 3)));
        var updates = List.of(new UpdateOneModel<Document>(eq("_id", 2), Document.parse("{$set: {a: 1}}")),
            new UpdateOneModel<Document>(eq("_id", 3), Document.parse("{$set: {b: 1}}")));
        assertThatThrownBy(() -> c.bulkWrite(updates)).isInstanceOf(MongoBulkWriteException.class);
        assertThat(c.countDocuments(eq("b", 1))).isZero();
        assertThatThrownBy(() -> c.bulkWrite(updates, new BulkWriteOptions().ordered(false)))
            .isInstanceOfSatisfying(MongoBulkWriteException.class, e -> assertThat(e.getWriteResult().getModifiedCount()).isOne());
        assertThat(c.countDocuments(eq("b", 1))).isOne();
    }

    @Test
    void a_bulk_of_upserts_tells_which_ones_were_new() {
        var c = store.collection("c");
        c.insertOne(new Document("_id", 1));
        var models = IntStream.range(0, 3)
            .mapToObj(i -> new UpdateOneModel<Document>(eq("_id", i), Document.parse("{$set: {n: 1}}"), new UpdateOptions().upsert(true))).toList();
        var result = c.bulkWrite(models);
        assertThat(result.getUpserts()).extracting(upsert -> upsert.getIndex()).containsExactly(0, 2);
        assertThat(result.getModifiedCount()).isOne();
        assertThat(c.bulkWrite(List.of(new InsertOneModel<>(new Document("_id", 9)))).getInsertedCount()).isOne();
    }

    @Test
    void a_large_result_comes_in_replies_that_fit() {
        var c = store.collection("c");
        var text = "x".repeat(100_000);
        c.insertMany(IntStream.range(0, 500).mapToObj(i -> new Document("_id", i).append("text", text)).toList());
        assertThat(c.find().into(new ArrayList<>())).hasSize(500);
        assertThat(c.find().batchSize(7).map(d -> d.getInteger("_id"))).hasSize(500);
        assertThat(c.aggregate(List.of(match(gte("_id", 100)))).into(new ArrayList<>())).hasSize(400);
        assertThat(c.find().limit(3)).hasSize(3);
    }

    @Test
    void a_document_larger_than_16_mib_is_refused_and_the_old_one_stays() {
        var c = store.collection("c");
        c.insertOne(new Document("_id", 1).append("text", "x".repeat(9 << 20)));
        assertThatThrownBy(() -> c.updateOne(eq("_id", 1), new Document("$set", new Document("more", "x".repeat(9 << 20)))))
            .isInstanceOf(MongoWriteException.class);
        assertThat(c.find(eq("_id", 1)).first()).doesNotContainKey("more");
    }

    @Test
    void aggregations_group_what_they_match() {
        var c = store.collection("c");
        c.insertMany(IntStream.range(0, 10).mapToObj(i -> new Document("_id", i).append("grid", "G" + i % 2).append("n", i)).toList());
        assertThat(c.aggregate(List.of(match(eq("grid", "G1")), group("$grid", sum("total", "$n")))))
            .containsExactly(new Document("_id", "G1").append("total", 25));
        assertThat(c.countDocuments(eq("grid", "G0"))).isEqualTo(5);
        assertThat(c.distinct("grid", String.class)).containsExactlyInAnyOrder("G0", "G1");
    }

    @Test
    void stages_that_change_documents_in_the_library_do_not_change_the_stored_ones() {
        var c = store.collection("c");
        c.insertOne(Document.parse("{_id: 1, a: {b: 1}}"));
        c.aggregate(List.of(Document.parse("{$addFields: {a: {c: 2}}}"))).into(new ArrayList<>());
        c.aggregate(List.of(Document.parse("{$lookup: {from: 'c', localField: '_id', foreignField: '_id', as: 'same'}}"),
            Document.parse("{$addFields: {a: {c: 2}}}"))).into(new ArrayList<>());
        assertThat(c.find().first()).isEqualTo(Document.parse("{_id: 1, a: {b: 1}}"));
    }

    @Test
    void a_dropped_collection_begins_empty_and_without_indexes() {
        var c = store.collection("c");
        c.createIndex(new Document("a", 1));
        c.insertOne(new Document("_id", 1));
        c.drop();
        assertThat(c.countDocuments()).isZero();
        c.insertOne(new Document("_id", 1));
        assertThat(c.listIndexes().map(index -> index.getString("name"))).containsExactly("_id_");
    }

    @Test
    void an_unknown_command_is_an_error() {
        assertThatThrownBy(() -> store.database().runCommand(new Document("mapReduce", "c"))).isInstanceOf(MongoCommandException.class)
            .hasMessageContaining("no such command");
    }
}
