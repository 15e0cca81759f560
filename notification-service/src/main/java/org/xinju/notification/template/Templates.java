package org.xinju.notification.template;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.mongodb.MongoWriteException;
import com.mongodb.WriteConcern;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import org.bson.Document;
import org.springframework.stereotype.Component;

import org.xinju.events.AggregateType;
import org.xinju.events.Aggregates;
import org.xinju.events.Cause;
import org.xinju.events.Change;
import org.xinju.events.Codec;
import org.xinju.events.Decision;
import org.xinju.events.Events;
import org.xinju.events.Outcome;
import org.xinju.events.Stored;

/**
 * The only door to the stored templates. A version that is about to be replaced is first laid beside it; a crash in between leaves a copy of
 * the version that is still the current one.
 */
@Component
public class Templates {

    /** Phase of the start in which the templates of the program are saved; whatever needs them starts later. */
    public static final int READY_PHASE = 0;
    private static final int MOST_READ = 1_000;
    private static final Duration A_MOMENT = Duration.ofSeconds(1);

    private final Aggregates<Template, Template.Event> current;
    private final MongoCollection<Document> earlier;
    private final Cache<String, Template> latest = Caffeine.newBuilder().maximumSize(MOST_READ).expireAfterWrite(A_MOMENT).build();
    private final Cache<String, Template> read = Caffeine.newBuilder().maximumSize(MOST_READ).build();

    Templates(Events events, MongoDatabase database) {
        this.current = events.aggregates(AggregateType.of("notification.template", "templates", "notification.templates", Template.class,
                Template.Published::of));
        this.earlier = database.getCollection("templateVersions").withWriteConcern(WriteConcern.MAJORITY.withJournal(true));
    }

    public Optional<Stored<Template>> find(String name) {
        return current.find(name);
    }

    /** The current version, which another replica may have replaced within the last second. */
    public Optional<Template> latest(String name) {
        return Optional.ofNullable(latest.get(name, id -> find(id).map(Stored::state).orElse(null)));
    }

    List<Stored<Template>> page(String after, int limit) {
        return current.page(Filters.gt("_id", ""), after, limit);
    }

    /** A version, the current one or an earlier one. What is published never changes, so each is read once. */
    public Optional<Template> version(String name, int version) {
        return Optional.ofNullable(read.get(name + "/" + version, id -> find(name).map(Stored::state).filter(template -> template.version() == version)
                .or(() -> Optional.ofNullable(earlier.find(Filters.eq(id)).first()).map(d -> Codec.fromDocument(d, Template.class))).orElse(null)));
    }

    Outcome<Template> change(String name, Cause cause, Decision<Template, Template.Event> decision) {
        var outcome = current.change(name, cause, loaded -> {
            var change = decision.on(loaded);
            if (change instanceof Change.Accepted<Template, Template.Event>) {
                loaded.state().ifPresent(this::keep);
            }
            return change;
        });
        latest.invalidate(name);
        return outcome;
    }

    private void keep(Template template) {
        var document = Codec.toDocument(template).append("_id", template.name() + "/" + template.version());
        try {
            if (earlier.find(Filters.eq(document.getString("_id"))).projection(new Document("_id", 1)).first() == null) {
                earlier.insertOne(document);
            }
        } catch (MongoWriteException e) {
            if (e.getError().getCategory() != com.mongodb.ErrorCategory.DUPLICATE_KEY) {
                throw e; // else another replica laid the same copy down first
            }
        }
    }
}
