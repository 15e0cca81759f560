package org.xinju.events;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import org.bson.Document;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.xinju.store.Store;

import static org.assertj.core.api.Assertions.assertThat;

/** A change leaves its marks in the same write; a count clears exactly those that it began with. */
class MarksTest {

    private static Store store;
    private static MongoClient client;

    private MongoCollection<Document> documents;
    private Marks marks;

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

    @BeforeEach
    void empty() {
        documents = client.getDatabase("marks").getCollection("documents");
        documents.drop();
        marks = new Marks(documents);
    }

    private void marked(String id, long version, String... buckets) {
        documents.insertOne(new Document("_id", id).append(Marks.FIELD, Marks.of(List.of(buckets), version)));
    }

    @Test
    void they_are_found_by_bucket() {
        marked("a", 3, "north", "south");
        marked("b", 1, "south");
        documents.insertOne(new Document("_id", "c"));
        assertThat(marks.waiting()).isEqualTo(Map.of("north", List.of(new Marks.Mark("a", "north", 3)),
                "south", List.of(new Marks.Mark("a", "south", 3), new Marks.Mark("b", "south", 1))));
    }

    @Test
    void those_that_an_earlier_version_has_left_are_found_and_cleared() {
        documents.insertOne(Document.parse("{_id: 'a', marks: [{area: 'north', version: {$numberLong: '3'}}]}"));
        var left = marks.waiting();
        assertThat(left).isEqualTo(Map.of("north", List.of(new Marks.Mark("a", "north", 3))));
        marks.clear(left.getOrDefault("north", List.of()));
        assertThat(marks.waiting()).isEmpty();
    }

    /** After a roster of thousands every bucket has marks: a look that took some of each would count all of them at every look. */
    @Test
    void many_marks_come_bucket_by_bucket() {
        var all = IntStream.range(0, 3 * 2_000).mapToObj(n -> new Document("_id", Integer.toString(n)).append(Marks.FIELD, Marks.of(List.of(List.of("north", "east", "south").get(n % 3)), 1)));
        documents.insertMany(all.toList());
        assertThat(marks.waiting()).hasEntrySatisfying("east", first -> assertThat(first).hasSize(2_000)).hasEntrySatisfying("north", second -> assertThat(second).hasSize(2_000));
        while (!marks.waiting().isEmpty()) {
            marks.waiting().values().forEach(marks::clear);
        }
        assertThat(documents.countDocuments(Filters.exists(Marks.FIELD))).isZero();
    }

    @Test
    void a_mark_that_came_meanwhile_stays() {
        marked("a", 3, "north");
        var begun = marks.waiting().getOrDefault("north", List.of());
        documents.updateOne(new Document("_id", "a"), new Document("$push", new Document(Marks.FIELD, Marks.of(List.of("north"), 4).getFirst())));
        marks.clear(begun);
        assertThat(marks.waiting()).isEqualTo(Map.of("north", List.of(new Marks.Mark("a", "north", 4))));
        marks.clear(begun);
        assertThat(marks.waiting()).hasSize(1);
    }

    @Test
    void a_document_without_marks_has_no_field_for_them_and_the_other_bucket_keeps_its_own() {
        marked("a", 3, "north", "south");
        marks.clear(List.of(new Marks.Mark("a", "north", 3)));
        assertThat(marks.waiting().keySet()).containsExactly("south");
        marks.clear(List.of(new Marks.Mark("a", "south", 3)));
        assertThat(Stream.of(documents.find().first())).allSatisfy(document -> assertThat(document).doesNotContainKey(Marks.FIELD));
        marks.clear(List.of());
    }
}
