package org.xinju.registry.world;

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
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

import org.xinju.events.Bulk;

/**
 * The work on a world in chunks. Each is worked on under a lease, so that threads and replicas share the work and what a dead one held is free again;
 * one that is worked off twice ends in the same state.
 */
@Component
@Profile("development")
class WorldChunks {

    private static final Duration LEASE = Duration.ofSeconds(20);

    private final MongoCollection<Document> chunks;

    WorldChunks(MongoDatabase database) {
        this.chunks = database.getCollection("worldChunks").withWriteConcern(WriteConcern.MAJORITY.withJournal(true));
        chunks.createIndex(Indexes.ascending("work", "number"));
        chunks.createIndex(Indexes.ascending("work", "done"));
    }

    /** A chunk to be worked off. */
    record Leased(String id, Chunk chunk) {}

    /** How far a kind has come. @param taken not placed: an ID number or code belongs to somebody who was there before */
    record Part(int done, int total, int placed, int present, int taken) {

        static final Part NOTHING = new Part(0, 0, 0, 0, 0);

        Part plus(Part other) {
            return new Part(done + other.done, total + other.total, placed + other.placed, present + other.present, taken + other.taken);
        }
    }

    /** Name of the work of one phase of one run. */
    static String work(World world, World.Phase phase) {
        return world.run() + "/" + phase;
    }

    /** Again with the same chunks does nothing. */
    void prepare(String work, List<Chunk> all) {
        var documents = new ArrayList<Document>();
        for (var number = 0; number < all.size(); number++) {
            var chunk = all.get(number);
            documents.add(new Document("_id", work + "/" + number).append("work", work).append("number", number).append("kind", chunk.kind().name())
                    .append("from", chunk.from()).append("until", chunk.until()).append("done", false).append("leasedUntil", new Date(0)));
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
    Optional<Leased> lease(String work) {
        var now = Instant.now();
        var free = Filters.and(Filters.eq("work", work), Filters.eq("done", false), Filters.lt("leasedUntil", Date.from(now)));
        var leased = chunks.findOneAndUpdate(free, Updates.set("leasedUntil", Date.from(now.plus(LEASE))),
                new FindOneAndUpdateOptions().sort(new Document("number", 1)).returnDocument(ReturnDocument.AFTER));
        return Optional.ofNullable(leased).map(d -> new Leased(d.getString("_id"),
                new Chunk(Chunk.Kind.valueOf(d.getString("kind")), d.getInteger("from"), d.getInteger("until"))));
    }

    void finish(String chunk, Bulk.Placement placement) {
        chunks.updateOne(Filters.and(Filters.eq(chunk), Filters.eq("done", false)), Updates.combine(Updates.set("done", true),
                Updates.set("placed", placement.placed()), Updates.set("present", placement.present()), Updates.set("taken", placement.taken().size())));
    }

    /** A long one goes on. @param soFar how many are done */
    void renew(String chunk, long soFar) {
        chunks.updateOne(Filters.and(Filters.eq(chunk), Filters.eq("done", false)), Updates.combine(Updates.set("placed", (int) soFar),
                Updates.set("leasedUntil", Date.from(Instant.now().plus(LEASE)))));
    }

    boolean allDone(String work) {
        return chunks.find(Filters.and(Filters.eq("work", work), Filters.eq("done", false))).projection(new Document("_id", 1)).first() == null;
    }

    Map<Chunk.Kind, Part> progress(String work) {
        var parts = new EnumMap<Chunk.Kind, Part>(Chunk.Kind.class);
        for (var d : chunks.find(Filters.eq("work", work))) {
            var placed = d.get("placed", 0);
            var count = d.getInteger("until") - d.getInteger("from");
            var part = new Part(d.getBoolean("done") ? count : Math.min(placed, count), count, placed, d.get("present", 0), d.get("taken", 0));
            parts.merge(Chunk.Kind.valueOf(d.getString("kind")), part, Part::plus);
        }
        return parts;
    }
}
