package org.xinju.notification.message;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

import com.mongodb.WriteConcern;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.CountOptions;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.FindOneAndUpdateOptions;
import com.mongodb.client.model.ReturnDocument;
import com.mongodb.client.model.Updates;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import org.xinju.events.AggregateType;
import org.xinju.events.Aggregates;
import org.xinju.events.Cause;
import org.xinju.events.Change;
import org.xinju.events.Codec;
import org.xinju.events.Events;
import org.xinju.events.Outcome;
import org.xinju.events.Stored;
import org.xinju.notification.recipient.ChannelName;
import org.xinju.notification.recipient.Recipient;

/**
 * The only door to the stored messages. Who works on a queued message is not an event: the moment from which on others may take it is moved by
 * conditional updates that count the version up, so a change that was decided before then is decided anew.
 */
@Component
public class Messages {

    private static final String DUE = "state.progress.due";
    private static final String HELD_BY = "state.progress.heldBy";

    private final Aggregates<Message, MessageEvent> store;
    private final MongoCollection<Document> documents;
    private final Outcomes outcomes;

    Messages(Events events, MongoDatabase database, Outcomes outcomes) {
        this.store = events.aggregates(AggregateType.<Message, MessageEvent>of("notification.message", "messages", "notification.messages",
                        Message.class, Message.Published::of)
                .indexed("state.lane", "state.channel", DUE)
                .indexed("state.owner", "state.position")
                .indexed("state.unreadBy")
                .indexed("state.origin.event")
                .indexed("state.progress.state", "state.position")
                .indexed("state.progress.reason", "state.position")
                .indexed("state.position"));
        this.documents = database.getCollection("messages").withWriteConcern(WriteConcern.MAJORITY.withJournal(true));
        this.outcomes = outcomes;
    }

    /** @return whether it is new; a second time with the same id does nothing */
    public boolean insert(String id, Message message, Cause.Reaction cause) {
        var outcome = store.create(id, cause, loaded -> loaded.state().map(Change::<Message, MessageEvent>unchanged).orElseGet(message::written));
        var isNew = outcome instanceof Outcome.Done<Message> done && done.effect() == Outcome.Effect.SAVED;
        if (isNew) {
            outcomes.count(message);
        }
        return isNew;
    }

    public Optional<Stored<Message>> find(String id) {
        return store.find(id);
    }

    /** A step of a message. */
    public interface Step {
        Change<Message, MessageEvent> on(Message message);
    }

    public Outcome<Message> change(String id, Cause cause, Step step) {
        var outcome = store.change(id, cause, loaded -> loaded.state().map(step::on).orElseGet(() -> Change.rejected(Message.UNKNOWN)));
        if (outcome instanceof Outcome.Done<Message> done && done.effect() == Outcome.Effect.SAVED) {
            outcomes.count(done.stored().state());
        }
        return outcome;
    }

    /** Takes the message of a lane that has been due longest; until the given moment nobody else takes it. */
    public Optional<Stored<Message>> take(ChannelName channel, Lane lane, Instant now, Instant until) {
        return take(Filters.and(Filters.eq("state.lane", lane.name()), Filters.eq("state.channel", channel.name()), Filters.gte(DUE, 0L),
                Filters.lte(DUE, now.toEpochMilli())), until);
    }

    /** Takes one again that was held until {@code due}; empty if somebody else has it now. */
    public Optional<Stored<Message>> takeAgain(String id, long due, Instant until) {
        return take(Filters.and(Filters.eq(id), Filters.eq(DUE, due)), until);
    }

    private Optional<Stored<Message>> take(Bson which, Instant until) {
        var update = Updates.combine(Updates.set(DUE, until.toEpochMilli()), Updates.unset(HELD_BY), Updates.inc("version", 1L));
        return Optional.ofNullable(documents.findOneAndUpdate(which, update,
                new FindOneAndUpdateOptions().sort(new Document(DUE, 1)).returnDocument(ReturnDocument.AFTER))).map(Messages::stored);
    }

    /** Lets a message that was taken until {@code due} wait. @return false if it is no longer held so */
    public boolean hold(String id, long due, Instant until, int attempts, @Nullable Reason heldBy) {
        return documents.updateOne(Filters.and(Filters.eq(id), Filters.eq(DUE, due)), Updates.combine(Updates.set(DUE, until.toEpochMilli()),
                Updates.set("state.progress.attempts", attempts),
                heldBy == null ? Updates.unset(HELD_BY) : Updates.set(HELD_BY, heldBy.name()), Updates.inc("version", 1L)))
                .getModifiedCount() == 1;
    }

    /** Something has become known of a recipient: what waited for that is due. */
    public void release(Recipient recipient, Instant now) {
        documents.updateMany(Filters.and(Filters.eq("state.owner", recipient.key()), Filters.eq(HELD_BY, Reason.UNKNOWN_RECIPIENT.name())),
                Updates.combine(Updates.set(DUE, now.toEpochMilli()), Updates.unset(HELD_BY), Updates.inc("version", 1L)));
    }

    /** Newest first, from before {@code before} (empty: from the newest). */
    public List<Stored<Message>> newest(MessageFilter filter, String before, int limit) {
        var all = new ArrayList<Bson>();
        filter.equal().forEach((field, value) -> all.add(Filters.eq("state." + field, value)));
        return newest(all, before, "", limit);
    }

    private List<Stored<Message>> newest(List<Bson> filters, String before, String after, int limit) {
        var all = new ArrayList<>(filters);
        if (!before.isEmpty()) {
            all.add(Filters.lt("state.position", before));
        }
        if (!after.isEmpty()) {
            all.add(Filters.gt("state.position", after));
        }
        return documents.find(all.isEmpty() ? Filters.empty() : Filters.and(all)).sort(new Document("state.position", -1)).limit(limit).map(Messages::stored).into(new ArrayList<>());
    }

    /** The inbox of a recipient, newest first, from before {@code before} down to after {@code after}; empty means without an end. */
    public List<Stored<Message>> inbox(Recipient recipient, String before, String after, int limit) {
        return newest(List.of(Filters.eq("state.owner", recipient.key()), Filters.eq("state.channel", ChannelName.INBOX.name())), before, after,
                limit);
    }

    public int unread(Recipient recipient, int most) {
        return (int) documents.countDocuments(Filters.eq("state.unreadBy", recipient.key()), new CountOptions().limit(most));
    }

    /** How many wait in a lane. */
    long waiting(ChannelName channel, Lane lane) {
        return documents.countDocuments(Filters.and(Filters.eq("state.lane", lane.name()), Filters.eq("state.channel", channel.name()),
                Filters.gte(DUE, 0L)));
    }

    /** Since when the message that has been due longest is due; empty if none is due. */
    Optional<Instant> dueSince(ChannelName channel, Lane lane, Instant now) {
        var due = documents.find(Filters.and(Filters.eq("state.lane", lane.name()), Filters.eq("state.channel", channel.name()),
                Filters.gte(DUE, 0L), Filters.lte(DUE, now.toEpochMilli()))).sort(new Document(DUE, 1)).first();
        return Optional.ofNullable(due).map(d -> d.getEmbedded(List.of("state", "progress", "due"), Number.class))
                .map(millis -> Instant.ofEpochMilli(Objects.requireNonNull(millis).longValue()));
    }

    private static Stored<Message> stored(Document d) {
        return new Stored<>(d.getString("_id"), d.getLong("version"), d.getLong("sequence"),
                Codec.fromDocument(d.get("state", Document.class), Message.class));
    }
}
