package org.xinju.grid.photo;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Date;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoGridFSException;
import com.mongodb.MongoWriteException;
import com.mongodb.WriteConcern;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.gridfs.GridFSBucket;
import com.mongodb.client.gridfs.GridFSBuckets;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.Updates;
import org.bson.Document;
import org.bson.types.ObjectId;
import org.springframework.stereotype.Component;

import org.xinju.events.Rule;
import org.xinju.privacy.FieldClass;
import org.xinju.privacy.Sealing;
import org.xinju.web.Admission;

/**
 * The only door to the stored photos. The bytes are written first, under an id of their own; the document that names them comes last, so a
 * photo that is there is whole, and of two copies of one request one is kept.
 */
@Component
public class Photos {

    /** A case names a photo within this time after it was sent. */
    public static final Duration WAITS = Duration.ofHours(24);

    /** Decoding takes memory, so no more than this at once. */
    private static final int AT_ONCE = 2;
    private static final int WAITING = 8; // each holds its file
    private static final Duration LOOKS_BACK = Duration.ofDays(7);

    private final Admission decoding = new Admission(AT_ONCE, WAITING, Duration.ofSeconds(30));
    private final GridFSBucket files;
    private final MongoCollection<Document> photos;
    private final Sealing sealing;

    Photos(MongoDatabase database, Sealing sealing) {
        this.files = GridFSBuckets.create(database, "photoFiles").withWriteConcern(WriteConcern.MAJORITY.withJournal(true));
        this.photos = database.getCollection("photos").withWriteConcern(WriteConcern.MAJORITY.withJournal(true));
        this.sealing = sealing;
        photos.createIndex(Indexes.ascending("taken", "at"));
        database.getCollection("photoFiles.files").createIndex(Indexes.ascending("uploadDate"));
    }

    /** What became of a file that was sent. */
    public sealed interface Receipt {

        /** @param before whether the same had been sent under this id before */
        record Kept(int width, int height, boolean before) implements Receipt {}

        record Refused(Rule rule) implements Receipt {}

        /** Another file was sent under this id before. */
        record Other() implements Receipt {}
    }

    /** @param request what the sender had sent, as a keyed hash: the same again is answered as before */
    public Receipt receive(String id, byte[] file, String request, Instant at) {
        var reading = read(file);
        return switch (reading) {
            case Photo.Reading.Refused(var rule) -> new Receipt.Refused(rule);
            case Photo.Reading.Read(var photo) -> keep(id, photo, request, at);
        };
    }

    private Photo.Reading read(byte[] file) {
        try (var _ = decoding.enter()) {
            return PhotoReader.read(file);
        }
    }

    private Receipt keep(String id, Photo photo, String request, Instant at) {
        var earlier = photos.find(Filters.eq(id)).first();
        if (earlier != null) {
            return same(earlier, request);
        }
        var sealed = sealing.seal(FieldClass.FILE, id, photo.jpeg());
        var file = files.uploadFromStream(id, new ByteArrayInputStream(sealed));
        try {
            photos.insertOne(new Document("_id", id).append("file", file).append("request", request).append("width", photo.width())
                    .append("height", photo.height()).append("bytes", photo.jpeg().length).append("taken", false).append("at", Date.from(at)));
            return new Receipt.Kept(photo.width(), photo.height(), false);
        } catch (MongoWriteException e) {
            if (e.getError().getCategory() != ErrorCategory.DUPLICATE_KEY) {
                throw e;
            }
            files.delete(file);
            return same(Objects.requireNonNull(photos.find(Filters.eq(id)).first()), request);
        }
    }

    private static Receipt same(Document earlier, String request) {
        return request.equals(earlier.getString("request"))
                ? new Receipt.Kept(earlier.getInteger("width"), earlier.getInteger("height"), true) : new Receipt.Other();
    }

    /** Those of these ids that are there and not too old to be named by a case. */
    public List<String> waiting(Collection<String> ids, Instant now) {
        var found = new ArrayList<String>();
        for (var photo : photos.find(Filters.in("_id", ids))) {
            if (photo.getDate("at").toInstant().isAfter(now.minus(WAITS))) {
                found.add(photo.getString("_id"));
            }
        }
        return found;
    }

    /** The picture; empty where there is none. */
    public Optional<byte[]> open(String id) {
        return Optional.ofNullable(photos.find(Filters.eq(id)).first()).map(photo -> {
            var sealed = new ByteArrayOutputStream();
            files.downloadToStream(photo.getObjectId("file"), sealed);
            return sealing.open(FieldClass.FILE, id, sealed.toByteArray());
        });
    }

    /** Photos that were sent before this moment and not looked at by {@link #taken} yet. */
    public List<String> sentBefore(Instant moment, int limit) {
        var ids = new ArrayList<String>();
        photos.find(Filters.and(Filters.eq("taken", false), Filters.lt("at", Date.from(moment)))).limit(limit)
                .forEach(photo -> ids.add(photo.getString("_id")));
        return ids;
    }

    /** Says that a case has named it; only so that it is not asked about again. */
    public void taken(String id) {
        photos.updateOne(Filters.eq(id), Updates.set("taken", true));
    }

    public void throwAway(String id) {
        var photo = photos.findOneAndDelete(Filters.eq(id));
        if (photo != null) {
            delete(photo.getObjectId("file"));
        }
    }

    /** Files of the last week that a crash left without a photo. The machine's time: it is that of the files. */
    public void throwAwayLeftovers() {
        var now = Instant.now();
        var between = Filters.and(Filters.gt("uploadDate", Date.from(now.minus(LOOKS_BACK))), Filters.lt("uploadDate", Date.from(now.minus(WAITS))));
        for (var file : files.find(between)) {
            var photo = photos.find(Filters.eq(file.getFilename())).first();
            if (photo == null || !file.getObjectId().equals(photo.getObjectId("file"))) {
                delete(file.getObjectId());
            }
        }
    }

    private void delete(ObjectId file) {
        try {
            files.delete(file);
        } catch (MongoGridFSException e) {
            // another replica was faster
        }
    }
}
