package org.xinju.events;

import java.time.Duration;
import java.util.UUID;

import com.mongodb.client.MongoDatabase;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;

import org.xinju.testing.Backends;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** The example of the package's page, run. */
@SpringBootTest(properties = {"xinju.events.topics.partitions=3", "xinju.events.sweep.every=300ms", "xinju.events.sweep.grace=1s"})
class LibraryExampleTest {

    record Book(String title, boolean lent) {

        static final AggregateType<Book, BookEvent> TYPE =
                AggregateType.of("library.book", "books", "library.books", Book.class, book -> book);
        static final Rule LENT = Rule.conflict("book-lent", "library rules 3");

        sealed interface BookEvent {}

        record BookBought(String title) implements BookEvent {}

        record BookLent(String reader) implements BookEvent {}

        static Decision<Book, BookEvent> buy(String title) {
            return _ -> Change.of(new Book(title, false), new BookBought(title));
        }

        static Decision<Book, BookEvent> lend(String reader) {
            return loaded -> {
                var book = loaded.state().orElseThrow();
                return book.lent ? Change.rejected(LENT, book.title) : Change.of(new Book(book.title, true), new BookLent(reader));
            };
        }
    }

    /** How the reading room shows a book. */
    record Shelf(String label) {

        static final AggregateType<Shelf, ShelfEvent> TYPE =
                AggregateType.of("library.shelf", "shelves", "library.shelves", Shelf.class, shelf -> shelf);

        sealed interface ShelfEvent {}

        record Labelled(String label) implements ShelfEvent {}

        record Known(String title, boolean lent) {}

        static Decision<Shelf, ShelfEvent> from(String intake) {
            return loaded -> {
                var book = loaded.intake(intake, Known.class).orElseThrow().state();
                var label = book.title + (book.lent ? " (lent)" : "");
                return Change.of(new Shelf(label), new Labelled(label));
            };
        }
    }

    record Loan(String book) {}

    @SpringBootConfiguration
    @EnableAutoConfiguration
    @Import(Backends.class)
    static class Library {

        @Bean
        Aggregates<Book, Book.BookEvent> books(Events events) {
            return events.aggregates(Book.TYPE);
        }

        @Bean
        Aggregates<Shelf, Shelf.ShelfEvent> shelves(Events events) {
            return events.aggregates(Shelf.TYPE);
        }

        @Bean
        Subscription shelf(Intakes intakes, Inserts inserts, Aggregates<Shelf, Shelf.ShelfEvent> shelves) {
            return Subscription.of("reading-room.shelves", "library.books")
                    .step(event -> intakes.take("shelves", event.subject(), "book", event, event.state(Shelf.Known.class)))
                    .step(event -> event.type().equals("library.book.book-lent.v1"),
                            event -> inserts.once("loans", event, "loan", event.subject(), new Loan(event.subject())))
                    .step(event -> shelves.recompute(event.subject(), new Cause.Reaction(event.id(), "shelf"), Shelf.from("book")));
        }
    }

    @Autowired Aggregates<Book, Book.BookEvent> books;
    @Autowired Aggregates<Shelf, Shelf.ShelfEvent> shelves;
    @Autowired MongoDatabase database;

    @Test
    void a_lent_book_is_shown_as_lent_and_has_one_loan() {
        var id = UUID.randomUUID().toString();
        books.change(id, command("buy"), Book.buy("Dream of the Red Chamber"));
        var first = books.change(id, command("lend"), Book.lend("r1"));
        var again = books.change(id, command("lend"), Book.lend("r1"));
        var other = books.change(id, command("lend to another"), Book.lend("r2"));

        assertThat(first).isInstanceOfSatisfying(Outcome.Done.class, done -> assertThat(done.effect()).isEqualTo(Outcome.Effect.SAVED));
        assertThat(again).isInstanceOfSatisfying(Outcome.Done.class, done -> assertThat(done.effect()).isEqualTo(Outcome.Effect.REPLAYED));
        assertThat(other).isInstanceOfSatisfying(Outcome.Rejected.class, no -> assertThat(no.rejection().rule()).isEqualTo(Book.LENT));
        await().atMost(Duration.ofSeconds(30)).untilAsserted(() ->
                assertThat(shelves.find(id).map(Stored::state)).contains(new Shelf("Dream of the Red Chamber (lent)")));
        await().untilAsserted(() -> assertThat(database.getCollection("loans").countDocuments(new Document("book", id))).isEqualTo(1));
    }

    private static Cause.Command command(String key) {
        return new Cause.Command(key, "request " + key, 200, null);
    }
}
