package org.xinju.grid.area;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.UpdateOptions;
import com.mongodb.client.model.Updates;
import org.bson.Document;
import org.springframework.stereotype.Component;

import org.xinju.events.Codec;

/**
 * The areas in memory of this replica. Every few seconds it looks at one small document that says whether any of them changed, and reads them
 * all (a few hundred) only then or when another day has begun.
 */
@Component
public class Areas {

    static final String COLLECTION = "areas";
    static final String INTAKE = "area";

    private static final Duration FRESH = Duration.ofSeconds(2);
    private static final String CHANGES = "changes";

    private final MongoCollection<Document> areas;
    private final MongoCollection<Document> changes;
    private final Clock clock;
    private volatile Snapshot snapshot;

    /** @param change number of the change it was read after */
    private record Snapshot(long change, LocalDate day, Instant lookedAt, AreaTree tree) {}

    Areas(MongoDatabase database, Clock clock) {
        this.areas = database.getCollection(COLLECTION);
        this.changes = database.getCollection("areaChanges");
        this.clock = clock;
        this.snapshot = read(lastChange());
    }

    /** As they belong together today; at most a few seconds behind the registry's events. */
    public AreaTree today() {
        var current = snapshot;
        var day = LocalDate.now(clock);
        if (!current.day().equals(day) || current.lookedAt().plus(FRESH).isBefore(Instant.now())) {
            var last = lastChange(); // before the areas are read: a change meanwhile is seen next time
            current = last == current.change() && current.day().equals(day)
                    ? new Snapshot(last, day, Instant.now(), current.tree()) : read(last);
            snapshot = current;
        }
        return current.tree();
    }

    /** Tells every replica to read them again; a number too many does no harm. */
    void changed() {
        changes.updateOne(Filters.eq(CHANGES), Updates.inc(CHANGES, 1L), new UpdateOptions().upsert(true));
    }

    private long lastChange() {
        var document = changes.find(Filters.eq(CHANGES)).first();
        return document == null ? 0 : document.getLong(CHANGES);
    }

    private Snapshot read(long change) {
        var all = new ArrayList<Area>();
        for (var document : areas.find()) {
            Map<String, Object> state = document.getEmbedded(List.of("intakes", INTAKE, "state"), Document.class);
            all.add(Codec.fromDocument(state, Area.class));
        }
        var day = LocalDate.now(clock);
        return new Snapshot(change, day, Instant.now(), new AreaTree(all, day));
    }
}
