package org.xinju.events;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;

import com.mongodb.client.MongoDatabase;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.GroupListing;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.kafka.autoconfigure.KafkaConnectionDetails;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;

import org.xinju.testing.Backends;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** What every replica hears, and events that stand in documents which are no aggregates, over a real broker. */
@SpringBootTest(properties = {"xinju.events.topics.partitions=3", "xinju.events.sweep.every=200ms", "xinju.events.sweep.grace=400ms"})
class BroadcastTest {

    record Look(String who) {}

    record Recorded() {}

    @SpringBootConfiguration
    @EnableAutoConfiguration
    @Import(Backends.class)
    static class Library {

        final ConcurrentLinkedQueue<Received> one = new ConcurrentLinkedQueue<>();
        final ConcurrentLinkedQueue<Received> other = new ConcurrentLinkedQueue<>();

        @Bean
        Outbox looks(Events events) {
            return events.outbox("library.look", "looks", "library.looks");
        }

        @Bean
        Broadcast first() {
            return Broadcast.of("library.first", "library.looks", one::add);
        }

        @Bean
        Broadcast second() {
            return Broadcast.of("library.second", "library.looks", event -> {
                other.add(event);
                throw new IllegalStateException("a broadcast that fails is not repeated and stops nobody");
            });
        }
    }

    @Autowired Library library;
    @Autowired Outbox looks;
    @Autowired MongoDatabase database;
    @Autowired Republisher republisher;
    @Autowired KafkaConnectionDetails kafka;
    @Autowired TopicHistory history;

    @Test
    void what_a_topic_holds_is_read_from_the_beginning_each_time() {
        for (var n = 0; n < 700; n++) { // more than one poll brings
            write("past-" + n, true);
        }
        await().untilAsserted(() -> assertThat(past()).hasSize(700));
        assertThat(past()).hasSize(700);
    }

    private Set<String> past() {
        var subjects = new HashSet<String>();
        history.read("library.looks", event -> subjects.add(event.subject()));
        subjects.removeIf(subject -> !subject.startsWith("past-"));
        return subjects;
    }

    @Test
    void every_listener_hears_an_event_once_and_the_document_keeps_no_outbox() {
        await().until(() -> { // until the listeners have their partitions
            write("warm-up-" + System.nanoTime(), true);
            return !library.one.isEmpty() && !library.other.isEmpty();
        });
        write("look-1", true);
        write("left-by-a-crash", false);
        await().until(() -> subjects(library.one).contains("left-by-a-crash") && subjects(library.other).contains("left-by-a-crash"));
        assertThat(subjects(library.one)).containsOnlyOnce("look-1", "left-by-a-crash");
        assertThat(subjects(library.other)).containsOnlyOnce("look-1", "left-by-a-crash");
        await().until(() -> database.getCollection("looks").countDocuments(new Document("outbox", new Document("$exists", true))) == 0);
        var event = library.one.stream().filter(e -> e.subject().equals("look-1")).findFirst().orElseThrow();
        assertThat(event.type()).isEqualTo("library.look.recorded.v1");
        assertThat(event.state(Look.class)).isEqualTo(new Look("somebody"));
        assertThat(republisher.kinds()).as("a log has no state to publish again").isEmpty();
    }

    /** @param handed false: as if the process had died before the relay had it */
    private void write(String id, boolean handed) {
        var document = new Document("_id", id).append(Outbox.FIELD, List.of(looks.event(id, new Look("somebody"), new Recorded())));
        database.getCollection("looks").insertOne(document);
        if (handed) {
            looks.stored(List.of(document));
        }
    }

    @Test
    void a_replica_that_listens_for_itself_commits_nothing() throws Exception {
        await().until(() -> {
            write("counted-" + System.nanoTime(), true);
            return !library.one.isEmpty() && !library.other.isEmpty();
        });
        try (var admin = Admin.create(Map.of("bootstrap.servers", String.join(",", kafka.getBootstrapServers())))) {
            var groups = admin.listGroups().all().get().stream().map(GroupListing::groupId).filter(group -> group.startsWith("library.")).toList();
            assertThat(groups).hasSize(2);
            for (var group : groups) {
                assertThat(admin.listConsumerGroupOffsets(group).partitionsToOffsetAndMetadata().get()).as(group).isEmpty();
            }
        }
    }

    private static List<String> subjects(ConcurrentLinkedQueue<Received> events) {
        return events.stream().map(Received::subject).toList();
    }
}
