package org.xinju.events;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

import com.mongodb.MongoTimeoutException;
import com.mongodb.client.MongoDatabase;
import org.bson.Document;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;

import org.xinju.testing.Backends;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** The protocol between two services of one process, over a real broker. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
@SpringBootTest(properties = {"xinju.events.topics.partitions=6", "xinju.events.consumers.retry-after=20ms",
    "xinju.events.consumers.longest-wait=100ms", "xinju.events.sweep.every=300ms", "xinju.events.sweep.grace=1s"})
class OverKafkaTest {

    @SpringBootConfiguration
    @EnableAutoConfiguration
    @Import(Backends.class)
    static class Shop {

        /** Tills whose events this consumer cannot work off at the moment, and how often that still happens. */
        final ConcurrentHashMap<String, RuntimeException> broken = new ConcurrentHashMap<>();
        final ConcurrentHashMap<String, AtomicInteger> away = new ConcurrentHashMap<>();
        final ConcurrentHashMap<String, Integer> priorities = new ConcurrentHashMap<>();
        /** Sequences by till, in the order in which they came. */
        final ConcurrentHashMap<String, List<Long>> heard = new ConcurrentHashMap<>();

        @Bean
        Aggregates<Till, Till.TillEvent> tills(Events events) {
            return events.aggregates(Till.TYPE);
        }

        @Bean
        Aggregates<Ledger.Tax, Ledger.TaxEvent> taxes(Events events) {
            return events.aggregates(Ledger.TYPE);
        }

        @Bean
        Subscription ledger(Intakes intakes, Inserts inserts, Aggregates<Ledger.Tax, Ledger.TaxEvent> taxes) {
            var ledger = Ledger.subscription(intakes, inserts, taxes);
            return Subscription.of(ledger.group(), ledger.topic()).step(this::fail).step(ledger::deliver);
        }

        private void fail(Received event) {
            priorities.put(event.subject(), Thread.currentThread().getPriority());
            heard.computeIfAbsent(event.subject(), _ -> new CopyOnWriteArrayList<>()).add(event.sequence());
            var failure = broken.get(event.subject());
            if (failure != null) {
                throw failure;
            }
            if (away.containsKey(event.subject()) && away.get(event.subject()).getAndDecrement() > 0) {
                throw new MongoTimeoutException("store away");
            }
        }
    }

    @Autowired Shop shop;
    @Autowired Aggregates<Till, Till.TillEvent> tills;
    @Autowired MongoDatabase database;
    @Autowired DeadLetters deadLetters;
    @Autowired Republisher republisher;
    @Autowired EventBroker broker;

    @Test
    void a_saved_command_reaches_the_consumer_and_leaves_nothing_in_the_outbox() {
        var till = add(5);
        awaitTax(till, 10);
        await().until(() -> !database.getCollection("tills").find(new Document("_id", till)).first().containsKey("outbox"));
    }

    @Test
    void what_follows_from_commands_is_worked_off_in_the_background() {
        var till = add(5);
        awaitTax(till, 10);

        assertThat(shop.priorities).containsEntry(till, Background.PRIORITY);
    }

    @Test
    void what_happens_to_one_aggregate_is_told_in_the_order_in_which_it_happened() {
        var some = IntStream.range(0, 8).mapToObj(_ -> UUID.randomUUID().toString()).toList();
        for (var time = 0; time < 40; time++) {
            for (var till : some) {
                tills.change(till, Till.command("k" + time), Till.add(1));
            }
        }
        some.forEach(till -> awaitTax(till, 80));

        assertThat(some).allSatisfy(till -> {
            var firstHeard = shop.heard.getOrDefault(till, List.of()).stream().distinct().toList(); // a repetition may come at any time
            assertThat(firstHeard).hasSize(40).isSorted();
        });
    }

    @Test
    void an_event_that_breaks_a_rule_becomes_a_dead_letter_and_the_next_goes_on() {
        var poisoned = UUID.randomUUID().toString();
        shop.broken.put(poisoned, new IllegalStateException("secret 330206199001011234"));
        tills.change(poisoned, Till.command("k"), Till.add(5));
        await().atMost(Duration.ofSeconds(20)).until(() -> letterOf(poisoned).size() == 1);
        awaitTax(add(3), 6);
        assertThat(letterOf(poisoned).getFirst()).satisfies(letter -> {
            assertThat(letter.cause()).contains("IllegalStateException").doesNotContain("3302061990");
            assertThat(letter.origin()).startsWith("shop.tills-");
        });

        assertThat(deadLetters.replay("tax.accounts", 1000).failedAgain()).isPositive();
        assertThat(letterOf(poisoned)).hasSize(1);
        shop.broken.remove(poisoned);
        assertThat(deadLetters.replay("tax.accounts", 1000).workedOff()).isPositive();
        assertThat(letterOf(poisoned)).isEmpty();
        awaitTax(poisoned, 10);
    }

    @Test
    void a_record_that_is_no_event_becomes_a_dead_letter_with_its_bytes() {
        broker.producer().send("shop.tills", "nobody", "not json".getBytes(StandardCharsets.UTF_8));
        await().atMost(Duration.ofSeconds(20)).until(() -> deadLetters.list("tax.accounts", 1000).stream()
                .anyMatch(letter -> letter.eventId().isEmpty() && letter.cause().contains("IllegalArgument")));
    }

    @Test
    void a_store_that_is_away_is_waited_for_and_nothing_is_dead_lettered() {
        var till = UUID.randomUUID().toString();
        shop.away.put(till, new AtomicInteger(25));
        tills.change(till, Till.command("k"), Till.add(4));
        awaitTax(till, 8);
        assertThat(letterOf(till)).isEmpty();
    }

    @Test
    void republished_states_mend_a_consumer_that_lost_its_data() {
        var till = add(6);
        awaitTax(till, 12);
        database.getCollection("taxes").deleteOne(new Document("_id", till));
        assertThat(republisher.republish("shop.till")).isPositive();
        awaitTax(till, 12);
    }

    @Test
    @Order(Integer.MAX_VALUE)
    void ten_thousand_rows_stream_through() {
        var bulk = new Bulk<>(tills);
        var run = UUID.randomUUID().toString();
        for (var chunk = 0; chunk < 20; chunk++) {
            var first = chunk * 500;
            bulk.change(IntStream.range(first, first + 500).mapToObj(i -> new Bulk.Item<>(run + i, (Cause) Till.command("row"), Till.add(1)))
                    .toList()).forEach((_, outcome) -> assertThat(outcome).isInstanceOf(Outcome.Done.class));
        }
        await().atMost(Duration.ofMinutes(4)).pollInterval(Duration.ofSeconds(1)).until(() -> consumed(run) == 10_000);
        await().atMost(Duration.ofMinutes(1)).pollInterval(Duration.ofSeconds(1))
                .until(() -> database.getCollection("tills").countDocuments(new Document("outbox.at", new Document("$exists", true))) == 0);
    }

    private long consumed(String run) {
        return database.getCollection("taxes").countDocuments(new Document("_id", new Document("$regex", "^" + run)));
    }

    private String add(int amount) {
        var till = UUID.randomUUID().toString();
        tills.change(till, Till.command("k"), Till.add(amount));
        return till;
    }

    private List<DeadLetter> letterOf(String till) {
        return new ArrayList<>(deadLetters.list("tax.accounts", 1000)).stream().filter(letter -> letter.subject().equals(till)).toList();
    }

    private void awaitTax(String till, int due) {
        await().atMost(Duration.ofSeconds(30)).until(() -> {
            var tax = database.getCollection("taxes").find(new Document("_id", till)).first();
            return tax != null && tax.containsKey("state") && tax.getEmbedded(List.of("state", "due"), Integer.class) == due;
        });
    }
}
