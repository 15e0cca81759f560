package org.xinju.points;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Sorts;
import com.mongodb.client.model.Updates;
import io.cloudevents.core.builder.CloudEventBuilder;
import io.cloudevents.kafka.KafkaMessageFactory;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.awaitility.Awaitility;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.kafka.autoconfigure.KafkaConnectionDetails;
import org.springframework.boot.test.web.server.LocalServerPort;

import org.xinju.testing.Api;
import org.xinju.testing.TestIssuer;

import static org.assertj.core.api.Assertions.assertThat;

/** An auditor has the log of looks verified, after somebody with the database but without the key was at it. */
@Points
class AuditTest {

    private static final String VERIFICATION = "/api/points/operations/accesses/verification";
    private static final Duration SOON = Duration.ofSeconds(20);
    private static final int LOOKS = 6;

    @LocalServerPort int port;
    @Autowired RegistryEvents registry;
    @Autowired MongoDatabase database;
    @Autowired KafkaConnectionDetails kafka;

    private final List<Document> written = new ArrayList<>();
    private MongoCollection<Document> accesses;
    private Api auditor;

    @BeforeEach
    void somebody_has_looked() {
        accesses = database.getCollection("accesses");
        auditor = new Api("http://localhost:" + port, TestIssuer.shared().token("auditor", "auditor", "330206004"));
        var resident = UUID.randomUUID().toString();
        registry.resident(resident, 1, "1990-03-15", "2026-11-23", null, "G001");
        var officer = auditor.as(TestIssuer.shared().token("officer", "points-officer", "330206004"));
        var account = "/api/points/accounts/" + resident + "?purpose=points-review";
        Awaitility.await().atMost(SOON).until(() -> officer.get(account).status() == 200);
        for (var n = 1; n < LOOKS; n++) {
            assertThat(officer.get(account).status()).isEqualTo(200);
        }
        Awaitility.await().atMost(SOON).until(() -> accesses.countDocuments(Filters.exists("outbox")) == 0); // published
        accesses.find().sort(Sorts.ascending("_id")).into(written);
    }

    @AfterEach
    void put_back() {
        accesses.deleteMany(new Document());
        accesses.insertMany(written);
    }

    /** @param back 0 for the last entry of the chain */
    private Document entry(int back) {
        return written.get(written.size() - 1 - back);
    }

    private void assertBroken(String kind, Document at, String why) {
        var found = auditor.get(VERIFICATION).body();
        assertThat(found.path("intact").asBoolean()).isFalse();
        assertThat(found.path("broken").asInt()).isEqualTo(1);
        var first = found.path("breaks").path(0);
        assertThat(first.path("kind").asString()).isEqualTo(kind);
        assertThat(first.path("chain").asString()).isEqualTo(at.getString("chain"));
        assertThat(first.path("number").asLong()).isEqualTo(at.getLong("number"));
        assertThat(first.path("entry").asString()).isEqualTo(at.getString("_id"));
        assertThat(first.path("why").asString()).contains(why);
    }

    @Test
    void an_untouched_log_is_intact() {
        var found = auditor.get(VERIFICATION).body();
        assertThat(found.path("intact").asBoolean()).isTrue();
        assertThat(found.path("entries").asLong()).isEqualTo(written.size());
        assertThat(found.path("chains").asLong()).isPositive();
        assertThat(found.path("breaks")).isEmpty();
    }

    @Test
    void nobody_but_an_auditor_has_it_verified() {
        for (var role : List.of("operator", "administrator", "command-room", "resident")) {
            assertThat(auditor.as(TestIssuer.shared().token("other", role, "330206004")).get(VERIFICATION).status()).as(role).isEqualTo(403);
        }
        assertThat(auditor.as("").get(VERIFICATION).status()).isEqualTo(401);
    }

    @Test
    void an_edited_entry_is_named() {
        accesses.updateOne(Filters.eq(entry(2).get("_id")), Updates.set("purpose", "own-data"));
        assertBroken("EDITED", entry(2), "被改动过");
    }

    @Test
    void a_deleted_entry_is_named() {
        accesses.deleteOne(Filters.eq(entry(2).get("_id")));
        assertBroken("DELETED", entry(2), "少了一条");
    }

    @Test
    void an_inserted_entry_is_named() {
        var next = entry(0).getLong("number") + 1;
        var inserted = new Document(entry(2)).append("_id", "%s:%012d".formatted(entry(0).getString("chain"), next)).append("number", next);
        accesses.insertOne(inserted);
        assertBroken("INSERTED", inserted, "多出一条");
    }

    @Test
    void the_first_of_two_entries_that_changed_places_is_named() {
        for (var pair : List.of(List.of(3, 2), List.of(2, 3))) {
            var id = entry(pair.getFirst()).get("_id");
            accesses.replaceOne(Filters.eq(id), new Document(entry(pair.getLast())).append("_id", id));
        }
        assertBroken("MOVED", entry(3), "另一处");
    }

    @Test
    void an_end_that_was_cut_off_is_named() {
        accesses.deleteOne(Filters.eq(entry(0).get("_id")));
        accesses.deleteOne(Filters.eq(entry(1).get("_id")));
        assertBroken("CUT_OFF", entry(1), "末尾");
    }

    @Test
    void a_log_that_is_gone_is_missed() {
        accesses.deleteMany(new Document());
        assertThat(auditor.get(VERIFICATION).body().path("intact").asBoolean()).isFalse();
    }

    @Test
    void what_somebody_else_has_put_on_the_topic_is_no_head() {
        var event = CloudEventBuilder.v1().withId("1").withType("points.access.recorded.v1").withSource(URI.create("/points-service")).withSubject(entry(0).getString("_id"))
                .withTime(OffsetDateTime.now()).withExtension("sequence", "1").withData("application/json", "{\"state\":{\"number\":7}}".getBytes(StandardCharsets.UTF_8)).build();
        try (var producer = new KafkaProducer<>(Map.of("bootstrap.servers", (Object) kafka.getBootstrapServers()), new StringSerializer(), new ByteArraySerializer())) {
            producer.send(KafkaMessageFactory.<String>createWriter("audit.accesses", "x").writeBinary(event));
            producer.send(new ProducerRecord<>("audit.accesses", "x", new byte[] {1}));
        }
        assertThat(auditor.get(VERIFICATION).body().path("intact").asBoolean()).isTrue();
    }

    @Test
    void chains_of_before_are_left_out_on_request() {
        accesses.deleteOne(Filters.eq(entry(2).get("_id")));
        var today = LocalDate.now(ZoneOffset.UTC);
        assertThat(auditor.get(VERIFICATION + "?since=" + today.plusDays(2)).body().path("entries").asLong(-1)).isZero();
        assertThat(auditor.get(VERIFICATION + "?since=" + today.plusDays(2)).body().path("intact").asBoolean()).isTrue();
        assertThat(auditor.get(VERIFICATION + "?since=" + today.minusDays(2)).body().path("intact").asBoolean()).isFalse();
        assertThat(auditor.get(VERIFICATION + "?since=%2B999999999-12-31").status()).isEqualTo(200);
        assertThat(auditor.get(VERIFICATION + "?since=yesterday").status()).isEqualTo(422);
    }
}
