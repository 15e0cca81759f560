package org.xinju.grid.population;

import java.util.List;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoWriteException;
import com.mongodb.WriteConcern;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.Updates;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import org.xinju.events.Marks;
import org.xinju.events.Received;

/**
 * Where each resident counts: {@code {_id, version, sequence, area, presence, marks}}. An intake of its own kind, because the write
 * that replaces it must leave the marks too.
 */
@Component
class PresentResidents {

    private static final String AREA = "area";
    private static final String PRESENCE = "presence";
    private static final String SEQUENCE = "sequence";
    private static final String VERSION = "version";

    private final MongoCollection<Document> residents;
    private final Marks marks;

    PresentResidents(MongoDatabase database) {
        this.residents = database.getCollection("residents").withWriteConcern(WriteConcern.MAJORITY.withJournal(true));
        residents.createIndex(Indexes.ascending(AREA, PRESENCE));
        this.marks = new Marks(residents);
    }

    void take(Received event, Counted counted) {
        while (!taken(event, counted)) {
            // another replica wrote first: look again
        }
    }

    private boolean taken(Received event, Counted counted) {
        var current = residents.find(Filters.eq(event.subject())).first();
        if (current != null && !isNewer(event, current.getLong(SEQUENCE))) {
            return true;
        }
        var version = current == null ? 1 : current.getLong(VERSION) + 1;
        var left = Marks.of(before(current).touched(counted), version);
        if (current == null) {
            return inserted(new Document("_id", event.subject()).append(VERSION, version).append(SEQUENCE, event.sequence()).append(AREA, counted.area())
                    .append(PRESENCE, counted.presence().name()), left);
        }
        var update = Updates.combine(Updates.set(VERSION, version), Updates.set(SEQUENCE, event.sequence()), Updates.set(AREA, counted.area()),
                Updates.set(PRESENCE, counted.presence().name()));
        return residents.updateOne(Filters.and(Filters.eq(event.subject()), Filters.eq(VERSION, version - 1)),
                left.isEmpty() ? update : Updates.combine(update, Updates.pushEach(Marks.FIELD, left))).getMatchedCount() == 1;
    }

    /** A snapshot repairs what is there, so it also replaces an equal sequence. */
    private static boolean isNewer(Received event, long known) {
        return event.snapshot() ? event.sequence() >= known : event.sequence() > known;
    }

    private static Counted before(@Nullable Document current) {
        return current == null ? Counted.NOWHERE : new Counted(current.getString(AREA), Presence.valueOf(current.getString(PRESENCE)));
    }

    private boolean inserted(Document resident, List<Document> left) {
        try {
            residents.insertOne(left.isEmpty() ? resident : resident.append(Marks.FIELD, left));
            return true;
        } catch (MongoWriteException e) {
            if (e.getError().getCategory() != ErrorCategory.DUPLICATE_KEY) {
                throw e;
            }
            return false;
        }
    }

    /** The areas that have to be counted anew. */
    Marks marks() {
        return marks;
    }

    Population count(String area) {
        return new Population(count(area, Presence.REGISTERED), count(area, Presence.PENDING));
    }

    private int count(String area, Presence presence) {
        return Math.toIntExact(residents.countDocuments(Filters.and(Filters.eq(AREA, area), Filters.eq(PRESENCE, presence.name()))));
    }
}
