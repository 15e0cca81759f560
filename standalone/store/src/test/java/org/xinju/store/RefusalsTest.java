package org.xinju.store;

import java.util.List;

import com.mongodb.MongoCommandException;
import com.mongodb.MongoException;
import com.mongodb.client.model.Collation;
import com.mongodb.client.model.CreateCollectionOptions;
import com.mongodb.client.model.IndexOptions;
import org.bson.Document;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static com.mongodb.client.model.Filters.eq;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** What would silently do something else in the library is an error here. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RefusalsTest {

    private Connection store;

    @BeforeAll
    void open() {
        store = Connection.inMemory();
    }

    @AfterAll
    void close() {
        store.close();
    }

    @Test
    void a_partial_index_is_refused() {
        refused(() -> store.collection("c").createIndex(new Document("a", 1), new IndexOptions().partialFilterExpression(eq("b", 1))));
    }

    @Test
    void a_collation_is_refused_everywhere() {
        var collation = Collation.builder().locale("zh").build();
        var c = store.collection("c");
        refused(() -> c.createIndex(new Document("a", 1), new IndexOptions().collation(collation)));
        refused(() -> c.find().collation(collation).first());
        refused(() -> store.database().createCollection("d", new CreateCollectionOptions().collation(collation)));
        assertThatThrownBy(() -> c.updateMany(eq("a", 1), new Document("$set", new Document("a", 1)),
            new com.mongodb.client.model.UpdateOptions().collation(collation))).isInstanceOf(MongoException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{a: 'text'}", "{a: '2dsphere'}", "{a: 'hashed'}", "{'$**': 1}", "{'a.0.b': 1}"})
    void a_kind_of_index_that_would_not_work_is_refused(String key) {
        refused(() -> store.collection("c").createIndex(Document.parse(key)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"{a: {$near: [1, 2]}}", "{a: {$geoWithin: {}}}", "{$text: {$search: 'x'}}", "{$where: '1'}",
        "{$and: [{a: {$foo: 1}}]}", "{a: {$elemMatch: {b: {$bar: 1}}}}", "{a: {$bitsAllSet: 1}}", "{$jsonSchema: {}}"})
    void an_operator_that_the_matcher_does_not_have_is_refused_even_where_there_is_nothing_to_match(String filter) {
        assertThatThrownBy(() -> {
            store.collection("empty").insertOne(new Document());
            store.collection("empty").deleteMany(new Document());
            store.collection("empty").find(Document.parse(filter)).first();
        }).isInstanceOf(MongoException.class);
    }

    @Test
    void an_update_by_a_pipeline_is_refused() {
        refused(() -> store.collection("c").updateOne(eq("_id", 1), List.of(Document.parse("{$set: {a: 1}}"))));
        refused(() -> store.collection("c").findOneAndUpdate(eq("_id", 1), List.of(Document.parse("{$set: {a: 1}}"))));
    }

    @Test
    void a_validator_and_other_options_of_collections_are_refused() {
        refused(() -> store.database().runCommand(Document.parse("{create: 'v', validator: {$jsonSchema: {}}}")));
        refused(() -> store.database().runCommand(Document.parse("{create: 'v', timeseries: {timeField: 't'}}")));
        assertThatThrownBy(() -> store.database().createCollection("v", new CreateCollectionOptions().capped(true).sizeInBytes(1000)))
            .isInstanceOf(MongoException.class);
    }

    @Test
    void change_streams_and_transactions_are_refused() {
        assertThatThrownBy(() -> store.collection("c").watch().first()).isInstanceOf(MongoException.class);
        refused(() -> store.database().runCommand(Document.parse("{find: 'c', startTransaction: true, autocommit: false}")));
    }

    private static void refused(org.assertj.core.api.ThrowableAssert.ThrowingCallable command) {
        assertThatThrownBy(command).isInstanceOf(MongoException.class).hasMessageContaining("not supported by this stand-in");
    }

    @Test
    void a_refusal_has_a_code_that_clients_know() {
        assertThatThrownBy(() -> store.database().runCommand(Document.parse("{renameCollection: 'a.b', to: 'a.c'}")))
            .isInstanceOfSatisfying(MongoCommandException.class, e -> assertThat(e.getErrorCodeName()).isEqualTo("CommandNotSupported"));
    }
}
