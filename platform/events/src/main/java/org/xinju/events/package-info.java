/**
 * The event protocol. State and events are saved together, in one document; everything after that may happen twice, late and in any order,
 * and still ends in the same state. {@code docs/decisions/0002-event-protocol.md} says why each step is as it is.
 *
 * <p>The example is {@code LibraryExampleTest}, which runs it over a real broker.
 *
 * <h2>Saying what an aggregate is</h2>
 *
 * A state is a record, an event a record of a sealed family, a command a pure function from the loaded state to a {@link
 * org.xinju.events.Change}. It may run more than once before it is saved.
 *
 * {@snippet :
 * record Book(String title, boolean lent) {
 *
 *     static final AggregateType<Book, BookEvent> TYPE =
 *             AggregateType.of("library.book", "books", "library.books", Book.class, book -> book);
 *     static final Rule LENT = Rule.conflict("book-lent", "library rules 3");
 *
 *     sealed interface BookEvent {}
 *     record BookLent(String reader) implements BookEvent {}
 *
 *     static Decision<Book, BookEvent> lend(String reader) {
 *         return loaded -> {
 *             var book = loaded.state().orElseThrow();
 *             return book.lent ? Change.rejected(LENT, book.title) : Change.of(new Book(book.title, true), new BookLent(reader));
 *         };
 *     }
 * }
 * }
 *
 * <h2>Changing it</h2>
 *
 * {@link org.xinju.events.Aggregates#change} loads, decides, saves on the version it loaded, and hands the events to the relay. The answer
 * means durable. The same command key again is answered as before; a lost race is decided anew.
 *
 * {@snippet :
 * switch (books.change(id, new Cause.Command(key, fingerprint, 200, expectedSequence), Book.lend(reader))) {
 *     case Outcome.Done<Book> done -> show(done.stored());
 *     case Outcome.Rejected<Book> no -> explain(no.rejection());
 *     case Outcome.Stale<Book> stale -> offer(stale.current());
 *     case Outcome.KeyReused<Book> reused -> refuse(reused.key());
 *     case Outcome.Taken<Book> taken -> refuse(taken.detail());
 * }
 * }
 *
 * <h2>Following it elsewhere</h2>
 *
 * A {@link org.xinju.events.Subscription} is a list of repeatable steps, and all of them run at every delivery: {@link
 * org.xinju.events.Intakes} keep the newest state of a source, {@link org.xinju.events.Inserts} do what an event causes once, {@link
 * org.xinju.events.Aggregates#recompute} works out what follows from all intakes.
 *
 * {@snippet :
 * @Bean
 * Subscription shelf(Intakes intakes, Inserts inserts, Aggregates<Shelf, ShelfEvent> shelves) {
 *     return Subscription.of("reading-room.shelves", "library.books")
 *             .step(event -> intakes.take("shelves", event.subject(), "book", event, event.state(Known.class)))
 *             .step(event -> event.type().equals("library.book.book-lent.v1"),
 *                     event -> inserts.once("loans", event, "loan", event.subject(), new Loan(event.subject())))
 *             .step(event -> shelves.recompute(event.subject(), new Cause.Reaction(event.id(), "shelf"), Shelf.from("book")));
 * }
 * }
 *
 * What a consumer cannot work off goes to its dead letters ({@link org.xinju.events.DeadLetters}); what it may have lost is published
 * again by {@link org.xinju.events.Republisher}. While the store or the broker is away it waits.
 */
@NullMarked
package org.xinju.events;

import org.jspecify.annotations.NullMarked;
