package org.xinju.registry.roster;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import com.mongodb.MongoBulkWriteException;
import com.mongodb.WriteConcern;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.FindOneAndUpdateOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.InsertManyOptions;
import com.mongodb.client.model.ReturnDocument;
import com.mongodb.client.model.Updates;
import org.bson.Document;
import org.bson.types.Binary;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

import org.xinju.events.Codec;
import org.xinju.privacy.FieldClass;
import org.xinju.privacy.Sealing;

/**
 * The rows of a roster in chunks, sealed until they are worked off, then their results. A chunk is worked on under a lease so that replicas
 * share the work; one that is worked off twice does nothing twice, because its rows are commands with keys.
 */
@Component
class RosterChunks {

    static final int SIZE = 500;
    private static final Duration LEASE = Duration.ofSeconds(15);
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final TypeReference<List<Verdict>> VERDICTS = new TypeReference<>() {};

    private final MongoCollection<Document> chunks;
    private final Sealing sealing;

    RosterChunks(MongoDatabase database, Sealing sealing) {
        this.chunks = database.getCollection("rosterChunks").withWriteConcern(WriteConcern.MAJORITY.withJournal(true));
        this.sealing = sealing;
        chunks.createIndex(Indexes.ascending("roster", "number"));
        chunks.createIndex(Indexes.ascending("roster", "done"));
    }

    /** A chunk to be worked off. */
    record Chunk(String id, List<Verdict> verdicts) {}

    /** How far a roster has come, or what one chunk of it adds to that. */
    record Progress(int rowsDone, Map<Verdict.Outcome, Integer> outcomes, Map<RowResult.Effect, Integer> effects) {

        static Progress of(List<RowResult> results) {
            var outcomes = new EnumMap<Verdict.Outcome, Integer>(Verdict.Outcome.class);
            var effects = new EnumMap<RowResult.Effect, Integer>(RowResult.Effect.class);
            for (var result : results) {
                outcomes.merge(result.outcome(), 1, Integer::sum);
                if (result.effect() != null) {
                    effects.merge(result.effect(), 1, Integer::sum);
                }
            }
            return new Progress(results.size(), outcomes, effects);
        }

        static Progress sum(List<Progress> parts) {
            var outcomes = new EnumMap<Verdict.Outcome, Integer>(Verdict.Outcome.class);
            var effects = new EnumMap<RowResult.Effect, Integer>(RowResult.Effect.class);
            for (var part : parts) {
                part.outcomes.forEach((outcome, rows) -> outcomes.merge(outcome, rows, Integer::sum));
                part.effects.forEach((effect, rows) -> effects.merge(effect, rows, Integer::sum));
            }
            return new Progress(parts.stream().mapToInt(Progress::rowsDone).sum(), outcomes, effects);
        }
    }

    /** Before the roster itself is saved; again with the same content does nothing. */
    void store(String roster, List<Verdict> verdicts) {
        var documents = new ArrayList<Document>();
        for (var from = 0; from < verdicts.size(); from += SIZE) {
            var some = verdicts.subList(from, Math.min(verdicts.size(), from + SIZE));
            var number = from / SIZE;
            var id = roster + "/" + number;
            var rows = sealing.seal(FieldClass.FILE, id, JSON.writeValueAsString(some).getBytes(StandardCharsets.UTF_8));
            documents.add(new Document("_id", id).append("roster", roster).append("number", number).append("lastRow", some.getLast().row())
                    .append("done", false).append("rows", new Binary(rows)).append("leasedUntil", new Date(0)));
        }
        try {
            chunks.insertMany(documents, new InsertManyOptions().ordered(false));
        } catch (MongoBulkWriteException e) {
            if (e.getWriteErrors().stream().anyMatch(error -> error.getCode() != 11000)) {
                throw e;
            }
        }
    }

    /** The next chunk that nobody works on at the moment. */
    Optional<Chunk> lease(String roster) {
        var now = Instant.now();
        var free = Filters.and(Filters.eq("roster", roster), Filters.eq("done", false), Filters.lt("leasedUntil", Date.from(now)));
        var leased = chunks.findOneAndUpdate(free, Updates.set("leasedUntil", Date.from(now.plus(LEASE))),
                new FindOneAndUpdateOptions().sort(new Document("number", 1)).returnDocument(ReturnDocument.AFTER));
        return Optional.ofNullable(leased).map(d -> {
            var id = d.getString("_id");
            var rows = sealing.open(FieldClass.FILE, id, d.get("rows", Binary.class).getData());
            return new Chunk(id, JSON.readValue(rows, VERDICTS));
        });
    }

    /** Keeps the results and drops the rows; the first who is done counts. */
    void finish(String chunk, List<RowResult> results) {
        chunks.updateOne(Filters.and(Filters.eq(chunk), Filters.eq("done", false)), Updates.combine(Updates.set("done", true),
                Updates.set("results", results.stream().map(Codec::toDocument).toList()),
                Updates.set("progress", Codec.toDocument(Progress.of(results))), Updates.unset("rows"), Updates.unset("leasedUntil")));
    }

    boolean allDone(String roster) {
        return chunks.find(Filters.and(Filters.eq("roster", roster), Filters.eq("done", false))).projection(new Document("_id", 1)).first() == null;
    }

    /** Asked again and again while a roster is worked off: reads what each chunk adds, no results. */
    Progress progress(String roster) {
        var parts = chunks.find(Filters.and(Filters.eq("roster", roster), Filters.eq("done", true))).projection(new Document("progress", 1))
                .map(chunk -> Codec.fromDocument(chunk.get("progress", Document.class), Progress.class)).into(new ArrayList<>());
        return Progress.sum(parts);
    }

    /** Results behind a row number in the order of the sheet; stops at the first chunk that is not done. */
    List<RowResult> results(String roster, int afterRow, int limit, java.util.function.Predicate<RowResult> wanted) {
        var found = new ArrayList<RowResult>();
        for (var chunk : chunks.find(Filters.and(Filters.eq("roster", roster), Filters.gt("lastRow", afterRow))).sort(new Document("number", 1))) {
            if (!chunk.getBoolean("done") || found.size() >= limit) {
                break;
            }
            results(chunk).stream().filter(r -> r.row() > afterRow && wanted.test(r)).limit(limit - (long) found.size()).forEach(found::add);
        }
        return found;
    }

    private static List<RowResult> results(Document chunk) {
        return chunk.getList("results", Document.class).stream().map(d -> Codec.fromDocument(d, RowResult.class)).toList();
    }
}
