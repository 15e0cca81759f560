package org.xinju.registry;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import com.mongodb.client.MongoDatabase;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.kafka.autoconfigure.KafkaConnectionDetails;
import org.springframework.boot.test.web.server.LocalServerPort;

import org.xinju.registry.world.WorldIds;
import org.xinju.testing.Api;
import org.xinju.testing.TestIssuer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** An operator loads a made-up world, small here; again it changes nothing; everybody in it is on the topic, as a snapshot. */
@Registry
class WorldJourneyTest {

    private static final long SEED = 7;
    private static final int RESIDENTS = 300;
    private static final Map<String, Object> SMALL = Map.of("seed", SEED, "residents", RESIDENTS, "publish", true);

    @LocalServerPort int port;
    @Autowired MongoDatabase database;
    @Autowired KafkaConnectionDetails kafka;

    private Api operator;

    @BeforeEach
    void an_operator() {
        operator = new Api("http://localhost:" + port, TestIssuer.shared().token("operator", "operator"));
    }

    private Api.Answer load(Map<String, Object> request) {
        var answer = operator.post("/api/registry/worlds", request);
        assertThat(answer.status()).as(answer.body().toString()).isBetween(200, 202);
        var location = answer.header("Location");
        await().atMost(Duration.ofSeconds(60)).until(() -> operator.get(location).text("phase").equals("DONE"));
        return operator.get(location);
    }

    private List<Document> ofTheWorld(String collection, List<String> ids) {
        return database.getCollection(collection).find(new Document("_id", new Document("$in", ids))).sort(new Document("_id", 1)).into(new ArrayList<>());
    }

    private static List<String> residents(int count) {
        return IntStream.range(0, count).mapToObj(i -> WorldIds.resident(SEED, i)).toList();
    }

    @Test
    void three_hundred_people_come_with_their_homes_and_employers_and_a_second_time_changes_nothing() {
        var done = load(SMALL).body();
        assertThat(done.path("placing").path("total").asInt()).isEqualTo(300 + 60 + 8);
        assertThat(done.path("placing").path("taken").asInt()).isZero();
        assertThat(done.path("done").asInt()).isEqualTo(done.path("total").asInt());

        var people = ofTheWorld("residents", residents(RESIDENTS));
        assertThat(people).hasSize(RESIDENTS).noneMatch(d -> d.containsKey("outbox"));
        assertThat(people.toString()).doesNotContain("990206199").doesNotContain("室");
        assertThat(ofTheWorld("dwellings", IntStream.range(0, 60).mapToObj(d -> WorldIds.dwelling(SEED, d)).toList())).hasSize(60);
        var employers = IntStream.range(0, 8).mapToObj(WorldIds::enterprise).toList();
        assertThat(ofTheWorld("enterprises", employers)).hasSize(8);

        var snapshots = snapshots("registry.residents");
        assertThat(snapshots).containsAll(residents(RESIDENTS));
        assertThat(snapshots("registry.dwellings")).contains(WorldIds.dwelling(SEED, 59));
        assertThat(snapshots("registry.enterprises")).containsAll(employers);

        var again = load(SMALL).body();
        assertThat(again.path("run").asInt()).isEqualTo(done.path("run").asInt() + 1);
        assertThat(again.path("placing").path("placed").asInt()).isZero();
        assertThat(again.path("placing").path("present").asInt()).isEqualTo(368);
        assertThat(ofTheWorld("residents", residents(RESIDENTS))).isEqualTo(people);

        var larger = load(Map.of("seed", SEED, "residents", 340, "publish", false)).body();
        assertThat(larger.path("placing").path("kinds").path("RESIDENT").path("placed").asInt()).isEqualTo(40);
        assertThat(ofTheWorld("residents", residents(RESIDENTS))).as("a smaller world is the beginning of a larger one").isEqualTo(people);
    }

    @Test
    void its_people_are_residents_like_all_others() {
        load(SMALL);
        var somewhere = IntStream.range(0, RESIDENTS).filter(i -> grid(i) != null).findFirst().orElseThrow();
        var worker = operator.as(TestIssuer.shared().token("w", "grid-worker", Objects.requireNonNull(grid(somewhere))));
        var path = "/api/registry/residents/" + WorldIds.resident(SEED, somewhere);
        var read = worker.get(path + "?purpose=registration");
        assertThat(read.status()).isEqualTo(200);
        assertThat(read.text("idNumber")).startsWith("990206");
        var found = worker.post("/api/registry/residents/searches", Map.of("idNumber", read.text("idNumber"), "purpose", "registration"));
        assertThat(found.body().path("items").path(0).path("id").asString()).isEqualTo(WorldIds.resident(SEED, somewhere));
        assertThat(worker.post("/api/registry/residents", Map.of("name", "王小明", "idNumber", read.text("idNumber"), "address", "高田王 3号")).status())
                .as("one person per ID number, or outside the worker's grid").isIn(403, 409);
        var dwellings = worker.get("/api/registry/dwellings?purpose=visit&limit=500").body();
        assertThat(dwellings.toString()).contains(WorldIds.dwelling(SEED, somewhere / 5));
        var moved = worker.post(path + "/departures", Map.of());
        assertThat(moved.status()).isEqualTo(200);
        await().atMost(Duration.ofSeconds(20)).until(() -> !ofTheWorld("residents", List.of(WorldIds.resident(SEED, somewhere))).getFirst().containsKey("outbox"));
        load(SMALL);
        assertThat(worker.get(path + "?purpose=registration").text("status")).as("what happened since is not undone").isEqualTo("LEFT");
    }

    /** The grid of somebody who lives there now and whose grid the registry knows. */
    private @Nullable String grid(int i) {
        var state = ofTheWorld("residents", List.of(WorldIds.resident(SEED, i))).getFirst().get("state", Document.class);
        var grid = WorldIds.gridId(WorldIds.gridOf(SEED, i));
        return state.getString("status").equals("REGISTERED") && state.getList("within", String.class).contains(grid) ? grid : null;
    }

    @Test
    void what_a_killed_process_held_goes_on() {
        load(SMALL);
        database.getCollection("residents").deleteMany(new Document("_id", new Document("$in", residents(RESIDENTS).subList(100, 200))));
        var run = operator.get("/api/registry/worlds/dagi").body().path("run").asInt();
        // As a process leaves it that was killed while it placed: the world in its phase, a chunk leased and not done, people missing.
        database.getCollection("worldChunks").updateMany(new Document("work", run + "/PLACING").append("kind", "RESIDENT"),
                new Document("$set", new Document("done", false).append("leasedUntil", new java.util.Date(0))));
        database.getCollection("worlds").updateOne(new Document("_id", "dagi"), new Document("$set", new Document("state.phase", "PLACING"))
                .append("$unset", new Document("state.placedAt", "").append("state.doneAt", "")).append("$inc", new Document("version", 1L)));
        await().atMost(Duration.ofSeconds(60)).until(() -> operator.get("/api/registry/worlds/dagi").text("phase").equals("DONE"));
        assertThat(ofTheWorld("residents", residents(RESIDENTS))).hasSize(RESIDENTS);
    }

    @Test
    void another_seed_and_impossible_sizes_are_refused_in_plain_words() {
        load(SMALL);
        assertThat(operator.post("/api/registry/worlds", Map.of("seed", 8, "residents", 300)).text("code")).isEqualTo("world-other-seed");
        var few = operator.post("/api/registry/worlds", Map.of("seed", SEED, "residents", 300, "dwellings", 59));
        assertThat(few.text("code")).isEqualTo("world-too-few");
        assertThat(few.text("detail")).contains("300").contains("60").contains("8");
        assertThat(operator.post("/api/registry/worlds", Map.of("residents", 0)).body().path("errors").findValuesAsString("field"))
                .containsExactlyInAnyOrder("seed", "residents");
        assertThat(operator.post("/api/registry/worlds", Map.of("seed", SEED, "residents", 2_000_000)).text("code")).isEqualTo("world-size");
        assertThat(operator.get("/api/registry/worlds/atlantis").status()).isEqualTo(404);
    }

    @ParameterizedTest
    @ValueSource(strings = {"administrator", "command-room", "auditor", "resident"})
    void only_operators_load_worlds(String role) {
        var other = operator.as(TestIssuer.shared().token("x", role, "330206004"));
        assertThat(other.post("/api/registry/worlds", SMALL).status()).isEqualTo(403);
        assertThat(other.get("/api/registry/worlds/dagi").status()).isEqualTo(403);
    }

    /** Keys of what stands on a topic as a snapshot. */
    private Set<String> snapshots(String topic) {
        var settings = Map.<String, Object>of("bootstrap.servers", String.join(",", kafka.getConsumer().getBootstrapServers()), "enable.auto.commit", false);
        var found = new HashSet<String>();
        try (var consumer = new KafkaConsumer<>(settings, new StringDeserializer(), new ByteArrayDeserializer())) {
            var partitions = consumer.partitionsFor(topic).stream().map(p -> new TopicPartition(topic, p.partition())).collect(Collectors.toSet());
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            var ends = consumer.endOffsets(partitions);
            while (partitions.stream().anyMatch(p -> consumer.position(p) < ends.getOrDefault(p, 0L))) {
                consumer.poll(Duration.ofMillis(200)).forEach(message -> {
                    if (message.headers().lastHeader("ce_snapshot") != null) {
                        found.add(message.key());
                        assertThat(new String(message.value(), StandardCharsets.UTF_8)).as("no address in plain").doesNotContain("室").doesNotContain("号");
                    }
                });
            }
        }
        return found;
    }
}
