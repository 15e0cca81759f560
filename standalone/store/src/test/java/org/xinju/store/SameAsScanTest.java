package org.xinju.store;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.ReplaceOptions;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;
import org.bson.Document;
import org.bson.types.Decimal128;
import org.jspecify.annotations.Nullable;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The same documents in two collections, one with indexes and one without; every query must find the same in both, also while other
 * documents come, change and go in the indexed one.
 */
class SameAsScanTest {

    private static final List<Document> KEYS = List.of(
        Document.parse("{a: 1}"), Document.parse("{b: -1, a: 1}"), Document.parse("{'n.x': 1, 'n.y': -1}"), Document.parse("{'n.at': 1}"),
        Document.parse("{a: 1, 'n.x': 1, _id: 1}"), Document.parse("{s: 1}"), Document.parse("{s: -1, b: 1}"), Document.parse("{b: 1, _id: 1}"));

    private static @Nullable Connection store;

    private record Question(Document filter, Document sort, int skip, int limit) {}

    @BeforeContainer
    static void open() {
        store = Connection.inMemory();
    }

    @AfterContainer
    static void close() {
        if (store != null) {
            store.close();
        }
    }

    private static MongoCollection<Document> collection(String name) {
        return java.util.Objects.requireNonNull(store).collection(name);
    }

    @Property(tries = 60, shrinking = ShrinkingMode.OFF)
    void an_index_changes_how_a_query_is_answered_and_never_what(@ForAll("documents") List<Document> documents,
                                                                 @ForAll("changes") List<Document> changes,
                                                                 @ForAll("questions") List<Question> questions) throws Exception {
        var plain = collection("plain");
        var indexed = collection("indexed");
        plain.drop();
        indexed.drop();
        for (var i = 0; i < KEYS.size(); i++) {
            indexed.createIndex(KEYS.get(i), new IndexOptions().sparse(i % 2 == 0).name("i" + i));
        }
        plain.insertMany(documents);
        indexed.insertMany(documents);
        for (var i = 0; i < changes.size(); i++) {
            var id = new Document("_id", i % documents.size());
            plain.updateOne(id, changes.get(i));
            indexed.updateOne(id, changes.get(i));
        }
        try (var strangers = new Strangers(indexed, documents)) {
            for (var question : questions) {
                assertThat(answer(indexed, question)).as(question.toString()).isEqualTo(answer(plain, question));
                var own = own(question.filter());
                assertThat(indexed.countDocuments(own)).isEqualTo(plain.countDocuments(own));
            }
        }
        for (var question : questions.subList(0, questions.size() / 2)) {
            assertThat(indexed.deleteMany(own(question.filter())).getDeletedCount()).isEqualTo(plain.deleteMany(question.filter()).getDeletedCount());
        }
        assertThat(ids(indexed.find(own(new Document())))).isEqualTo(ids(plain.find()));
    }

    /** Other documents, under other ids, that come and go meanwhile; questions are put to the own ones only. */
    private static final class Strangers implements AutoCloseable {

        private final AtomicBoolean busy = new AtomicBoolean(true);
        private final java.util.concurrent.ExecutorService pool = Executors.newSingleThreadExecutor();

        Strangers(MongoCollection<Document> target, List<Document> like) {
            pool.submit(() -> {
                for (var i = 0; busy.get(); i++) {
                    var stranger = new Document(like.get(i % like.size())).append("_id", "stranger" + i % 7);
                    target.replaceOne(new Document("_id", stranger.get("_id")), stranger, new ReplaceOptions().upsert(true));
                    target.deleteOne(new Document("_id", "stranger" + (i + 3) % 7));
                }
            });
        }

        @Override
        public void close() {
            busy.set(false);
            pool.close();
        }
    }

    private static Document own(Document filter) {
        return new Document("$and", List.of(new Document("_id", new Document("$type", "int")), filter.isEmpty() ? new Document("_id",
            new Document("$exists", true)) : filter));
    }

    /** Where documents are equal by the order asked for, either may come first: then only the values of that order are compared. */
    private static Object answer(MongoCollection<Document> c, Question question) {
        var found = c.find(own(question.filter())).sort(question.sort()).skip(question.skip()).limit(question.limit()).into(new ArrayList<>());
        if (question.sort().isEmpty()) {
            return question.limit() == 0 && question.skip() == 0 ? ids(found) : found.size();
        }
        if (question.sort().containsKey("_id")) {
            return found.stream().map(document -> document.get("_id")).toList();
        }
        return found.stream().map(document -> question.sort().containsKey("s") ? text(document) : earliest(document.get("n"))).toList();
    }

    private static Object text(Document document) {
        return document.get("s") == null ? "none" : document.get("s");
    }

    /** By which {@code {"n.at": 1}} sorts: an empty list comes before a missing date, and that before every date. */
    private static long earliest(@Nullable Object rows) {
        if (rows instanceof List<?> list) {
            return list.stream().mapToLong(SameAsScanTest::earliest).min().orElse(-2);
        }
        return rows instanceof Document row && row.get("at") instanceof Date at ? at.getTime() : -1;
    }

    private static List<Object> ids(Iterable<Document> found) {
        var ids = new ArrayList<Object>();
        found.forEach(document -> ids.add(document.get("_id")));
        ids.sort(Comparator.comparing(Object::toString));
        return ids;
    }

    @Provide
    Arbitrary<List<Document>> documents() {
        return document().list().ofMinSize(1).ofMaxSize(40)
            .map(list -> IntStream.range(0, list.size()).mapToObj(i -> {
                var withId = new Document("_id", i);
                withId.putAll(list.get(i));
                return withId;
            }).toList());
    }

    private static Arbitrary<Document> document() {
        var row = Combinators.combine(some(scalar()), some(scalar()), some(date())).as((x, y, at) -> fields(Map.of("x", x, "y", y, "at", at)));
        Arbitrary<Object> rows = Arbitraries.oneOf(row.list().ofMaxSize(3).map(list -> list), row.map(one -> one),
            scalar(), Arbitraries.just(List.of(1, "x")));
        Arbitrary<Object> list = scalar().list().ofMaxSize(3).map(values -> values);
        return Combinators.combine(some(scalar()), some(Arbitraries.oneOf(scalar(), list)), some(rows), some(text()))
            .as((a, b, n, s) -> fields(Map.of("a", a, "b", b, "n", n, "s", s)));
    }

    private static final Object NONE = new Object();

    private static Document fields(Map<String, Object> values) {
        var document = new Document();
        new HashMap<>(values).forEach((name, value) -> {
            if (value != NONE) {
                document.append(name, value.equals("null") ? null : value);
            }
        });
        return document;
    }

    private static Arbitrary<Object> some(Arbitrary<Object> values) {
        return Arbitraries.frequencyOf(net.jqwik.api.Tuple.of(4, values), net.jqwik.api.Tuple.of(1, Arbitraries.just(NONE)));
    }

    private static Arbitrary<Object> scalar() {
        return Arbitraries.of(1, 2, 3, 2.0, 2.5, 3L, -1, new Decimal128(2), "a", "ab", "b", "高", true, false, new Date(5), "null");
    }

    private static Arbitrary<Object> date() {
        return Arbitraries.integers().between(0, 9).map(Date::new);
    }

    private static Arbitrary<Object> text() {
        return Arbitraries.of("a", "ab", "abc", "abd", "b", "a.b", "高田王", "高桥", "\uFFFF", "");
    }

    @Provide
    Arbitrary<List<Document>> changes() {
        Arbitrary<Document> set = document().filter(fields -> !fields.isEmpty()).map(fields -> new Document("$set", fields));
        return Arbitraries.oneOf(set, Arbitraries.of("a", "b", "n", "s").map(field -> new Document("$unset", new Document(field, ""))))
            .list().ofMaxSize(30);
    }

    @Provide
    Arbitrary<List<Question>> questions() {
        Arbitrary<Document> sort = Arbitraries.of("{}", "{_id: 1}", "{_id: -1}", "{a: 1, _id: 1}", "{a: -1, _id: -1}", "{b: 1, _id: 1}",
            "{'n.at': 1}", "{s: 1, _id: 1}", "{b: -1, a: 1, _id: 1}", "{$natural: -1, _id: 1}", "{s: -1}").map(Document::parse);
        return Combinators.combine(filter(), sort, Arbitraries.of(0, 0, 0, 2), Arbitraries.of(0, 0, 1, 3, 10)).as(Question::new)
            .list().ofSize(40);
    }

    private static Arbitrary<Document> filter() {
        var condition = Combinators.combine(Arbitraries.of("a", "b", "n.x", "n.y", "n.at", "s", "_id"), operand())
            .as((path, operand) -> new Document(path, operand.equals("null") ? null : operand));
        var joined = condition.list().ofMaxSize(3).map(list -> {
            var filter = new Document();
            list.forEach(filter::putAll);
            return filter;
        });
        return Arbitraries.oneOf(joined, condition.list().ofMinSize(1).ofMaxSize(3).map(list -> new Document("$and", list)),
            condition.list().ofMinSize(1).ofMaxSize(2).map(list -> new Document("$or", list)));
    }

    private static Arbitrary<Object> operand() {
        var value = Arbitraries.oneOf(scalar(), date(), text());
        var compared = value.filter(one -> !one.equals("null"));
        return Arbitraries.oneOf(value,
            Combinators.combine(Arbitraries.of("$eq", "$gt", "$gte", "$lt", "$lte", "$ne"), compared).as(Document::new),
            Combinators.combine(compared, compared).as((low, high) -> new Document("$gte", low).append("$lt", high)),
            compared.list().ofMaxSize(4).map(list -> new Document("$in", list)),
            Arbitraries.of(true, false).map(there -> new Document("$exists", there)),
            Arbitraries.of("^a", "^ab", "^a\\.", "^\\Qa.\\E", "^高", "^ab?", "b$", "^(a|b)").map(regex -> new Document("$regex", regex)));
    }
}
