package org.xinju.grid.population;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoWriteException;
import com.mongodb.WriteConcern;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.Updates;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import org.xinju.events.Received;

/**
 * Where each resident counts: {@code {_id, version, sequence, area, presence, marks: [{area, version}]}}. An intake of its own kind, because the write
 * that replaces it must leave the marks too.
 */
@Component
class PresentResidents {

    private static final String AREA = "area";
    private static final String PRESENCE = "presence";
    private static final String SEQUENCE = "sequence";
    private static final String VERSION = "version";
    private static final String MARKS = "marks";

    private final MongoCollection<Document> residents;

    PresentResidents(MongoDatabase database) {
        this.residents = database.getCollection("residents").withWriteConcern(WriteConcern.MAJORITY.withJournal(true));
        residents.createIndex(Indexes.ascending(AREA, PRESENCE));
        residents.createIndex(Indexes.ascending(MARKS + "." + AREA), new IndexOptions().sparse(true));
    }

    /** A mark that says: this area has to be counted anew because of this write on this resident. */
    record Mark(String resident, String area, long version) {}

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
        var marks = before(current).touched(counted).stream().map(area -> new Document(AREA, area).append(VERSION, version)).toList();
        if (current == null) {
            return inserted(new Document("_id", event.subject()).append(VERSION, version).append(SEQUENCE, event.sequence()).append(AREA, counted.area())
                    .append(PRESENCE, counted.presence().name()), marks);
        }
        var update = Updates.combine(Updates.set(VERSION, version), Updates.set(SEQUENCE, event.sequence()), Updates.set(AREA, counted.area()),
                Updates.set(PRESENCE, counted.presence().name()));
        return residents.updateOne(Filters.and(Filters.eq(event.subject()), Filters.eq(VERSION, version - 1)),
                marks.isEmpty() ? update : Updates.combine(update, Updates.pushEach(MARKS, marks))).getMatchedCount() == 1;
    }

    /** A snapshot repairs what is there, so it also replaces an equal sequence. */
    private static boolean isNewer(Received event, long known) {
        return event.snapshot() ? event.sequence() >= known : event.sequence() > known;
    }

    private static Counted before(@Nullable Document current) {
        return current == null ? Counted.NOWHERE : new Counted(current.getString(AREA), Presence.valueOf(current.getString(PRESENCE)));
    }

    private boolean inserted(Document resident, List<Document> marks) {
        try {
            residents.insertOne(marks.isEmpty() ? resident : resident.append(MARKS, marks));
            return true;
        } catch (MongoWriteException e) {
            if (e.getError().getCategory() != ErrorCategory.DUPLICATE_KEY) {
                throw e;
            }
            return false;
        }
    }

    /** Marks that wait, by area; no more than some thousand at once. */
    Map<String, List<Mark>> marks() {
        var marks = new LinkedHashMap<String, List<Mark>>();
        for (var resident : residents.find(Filters.exists(MARKS + "." + AREA)).projection(Projections.include(MARKS)).limit(5_000)) {
            for (var mark : resident.getList(MARKS, Document.class)) {
                marks.computeIfAbsent(mark.getString(AREA), _ -> new ArrayList<>())
                        .add(new Mark(resident.getString("_id"), mark.getString(AREA), mark.getLong(VERSION)));
            }
        }
        return marks;
    }

    Population count(String area) {
        return new Population(count(area, Presence.REGISTERED), count(area, Presence.PENDING));
    }

    private int count(String area, Presence presence) {
        return Math.toIntExact(residents.countDocuments(Filters.and(Filters.eq(AREA, area), Filters.eq(PRESENCE, presence.name()))));
    }

    /** Clears exactly these; a mark that came meanwhile has another version and stays. */
    void clear(List<Mark> marks) {
        marks.forEach(mark -> {
            residents.updateOne(Filters.eq(mark.resident()),
                    Updates.pull(MARKS, new Document(AREA, mark.area()).append(VERSION, mark.version())));
            residents.updateOne(Filters.and(Filters.eq(mark.resident()), Filters.size(MARKS, 0)), Updates.unset(MARKS));
        });
    }
}
