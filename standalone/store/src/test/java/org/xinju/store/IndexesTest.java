package org.xinju.store;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Date;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.IndexOptions;
import org.bson.Document;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/** Which index answers which query, and how many documents it looks at among 2,000. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class IndexesTest {

    private static final int DOCUMENTS = 2_000;

    private Connection store;
    private MongoCollection<Document> persons;

    @BeforeAll
    void open() {
        store = Connection.inMemory();
        persons = store.collection("persons");
        persons.createIndex(new Document("outbox.at", 1), new IndexOptions().sparse(true));
        persons.createIndex(new Document("state.identity.indexes", 1), new IndexOptions().unique(true).sparse(true));
        persons.createIndex(new Document("within", 1).append("_id", 1));
        persons.createIndex(new Document("dueOn", 1));
        persons.createIndex(new Document("path", 1).append("day", -1));
        persons.createIndex(new Document("number", 1).append("kind", 1), new IndexOptions().unique(true));
        persons.createIndex(new Document("note", 1), new IndexOptions().sparse(true));
        var all = new ArrayList<>(IntStream.range(0, DOCUMENTS).mapToObj(IndexesTest::person).toList());
        Collections.shuffle(all, new Random(1));
        persons.insertMany(all);
    }

    private static Document person(int i) {
        var person = new Document("_id", "p%04d".formatted(i)).append("version", 1)
            .append("state", new Document("identity", new Document("indexes", List.of("a" + i, "b" + i))))
            .append("within", List.of("area", "G" + i % 20)).append("dueOn", "2026-%02d".formatted(i % 12 + 1))
            .append("path", "330206004/PQ%02d/C%03d".formatted(i % 11, i % 49)).append("day", i % 28)
            .append("number", i / 2).append("kind", i % 2);
        if (i % 100 == 0) {
            person.append("outbox", List.of(new Document("id", "e" + i).append("at", new Date(i)),
                new Document("id", "f" + i).append("at", new Date(i + 1L))));
            person.append("note", i);
        }
        return person;
    }

    @AfterAll
    void close() {
        store.close();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', nullValues = "-", value = {
        "{_id: 'p0007'}                                              | -                  | _id_                     | 1",
        "{_id: 'p0007', version: 1}                                  | -                  | _id_                     | 1",
        "{_id: 'p0007', outbox: []}                                  | -                  | _id_                     | 1",
        "{_id: {$in: ['p0007', 'p0008', 'x']}, version: {$gt: 0}}    | -                  | _id_                     | 2",
        "{_id: {$gt: 'p1990'}}                                       | -                  | _id_                     | 10",
        "{_id: {$gte: 'p1990', $lt: 'p1995'}}                        | {_id: -1}          | _id_                     | 6",
        "{_id: /^p01/}                                               | -                  | _id_                     | 100",
        "{'outbox.at': {$lt: {$date: '2026-01-01T00:00:00Z'}}}       | {'outbox.at': 1}   | outbox.at_1              | 20",
        "{'outbox.at': {$exists: true}}                              | -                  | outbox.at_1              | 20",
        "{note: {$exists: true}}                                     | -                  | note_1                   | 20",
        "{'outbox': {$elemMatch: {at: {$lt: {$date: 100}}}}}         | -                  | outbox.at_1              | 2",
        "{'state.identity.indexes': 'b17'}                           | -                  | state.identity.indexes_1 | 1",
        "{'state.identity.indexes': {$in: ['a1', 'b1', 'b2']}}       | -                  | state.identity.indexes_1 | 2",
        "{within: 'G3', _id: {$gt: 'p1900'}}                         | {_id: 1}           | within_1__id_1           | 5",
        "{within: 'G3'}                                              | {_id: -1}          | within_1__id_1           | 100",
        "{dueOn: {$lte: '2026-01'}}                                  | {dueOn: 1}         | dueOn_1                  | 167",
        "{path: /^330206004\\/PQ01\\/C00/, day: 3}                   | -                  | path_1_day_-1            | 37",
        "{path: '330206004/PQ01/C001', day: {$gt: 20}}               | {day: -1}          | path_1_day_-1            | 1",
        "{number: 5, kind: 1}                                        | -                  | number_1_kind_1          | 1",
        "{number: 5}                                                 | -                  | number_1_kind_1          | 2",
        "{$and: [{number: 5}, {kind: 0}]}                            | -                  | number_1_kind_1          | 1",
        "{number: {$in: [1, 2]}, kind: {$in: [0, 1]}}                | {number: 1, kind: 1} | number_1_kind_1        | 4",
        "{}                                                          | {path: 1, day: -1} | path_1_day_-1            | 2000",
    })
    void an_index_serves(String filter, String sort, String index, long examined) {
        var find = new Document("find", "persons").append("filter", Document.parse(filter));
        if (sort != null) {
            find.append("sort", Document.parse(sort));
        }
        var plan = store.explain(find);
        assertThat(plan.stage()).isEqualTo("IXSCAN");
        assertThat(plan.index()).isEqualTo(index);
        assertThat(plan.examined()).isEqualTo(examined);
        assertThat(plan.sorted()).isFalse();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', nullValues = "-", value = {
        "{version: 1}                       | -",
        "{note: null}                       | -",
        "{'outbox.at': {$exists: false}}    | -",
        "{note: {$ne: 5}}                   | -",
        "{path: /C001/}                     | -",
        "{$or: [{_id: 'p0001'}, {day: 3}]}  | -",
        "{}                                 | {note: 1}",
        "{}                                 | {within: 1}",
        "{kind: 1}                          | {$natural: -1}",
    })
    void what_no_index_can_serve_is_a_scan(String filter, String sort) {
        var find = new Document("find", "persons").append("filter", Document.parse(filter));
        if (sort != null) {
            find.append("sort", Document.parse(sort));
        }
        var plan = store.explain(find);
        assertThat(plan.stage()).isEqualTo("COLLSCAN");
        assertThat(plan.examined()).isEqualTo(DOCUMENTS);
    }

    @Test
    void a_page_in_the_order_of_an_index_looks_at_no_more_than_the_page() {
        var find = Document.parse("{find: 'persons', filter: {within: 'area', _id: {$gt: 'p0100'}}, sort: {_id: 1}, limit: 50}");
        assertThat(store.explain(find).examined()).isBetween(50L, 51L);
        assertThat(persons.find(Document.parse("{within: 'area', _id: {$gt: 'p0100'}}")).sort(new Document("_id", 1)).limit(50)
            .map(person -> person.getString("_id")).into(new ArrayList<>()))
            .isEqualTo(IntStream.rangeClosed(101, 150).mapToObj("p%04d"::formatted).toList());
        var oldest = Document.parse("{find: 'persons', filter: {'outbox.at': {$lt: {$date: 1500}}}, sort: {'outbox.at': 1}, limit: 3}");
        assertThat(store.explain(oldest).examined()).isEqualTo(3);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
        "{aggregate: 'persons', pipeline: [{$match: {within: 'G3'}}, {$group: {_id: null, n: {$sum: 1}}}], cursor: {}}   | 100",
        "{aggregate: 'persons', pipeline: [{$match: {_id: {$gt: 'p'}}}, {$sort: {_id: 1}}, {$limit: 5}], cursor: {}}     | 5",
        "{count: 'persons', query: {number: 7}}                                                                          | 2",
        "{distinct: 'persons', key: 'kind', query: {number: 7}}                                                          | 2",
        "{update: 'persons', updates: [{q: {_id: 'p0001', version: 1}, u: {$set: {version: 2}}}]}                        | 1",
        "{delete: 'persons', deletes: [{q: {number: 3, kind: 0}, limit: 1}]}                                             | 1",
        "{findAndModify: 'persons', query: {number: 3, kind: 0}, update: {$set: {a: 1}}}                                 | 1",
    })
    void other_commands_use_indexes_too(String command, long examined) {
        var plan = store.explain(Document.parse(command));
        assertThat(plan.stage()).isEqualTo("IXSCAN");
        assertThat(plan.examined()).isEqualTo(examined);
    }
}
