package org.xinju.store.engine;

import java.util.Set;

import de.bwaldvogel.mongo.backend.Utils;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.exception.MongoServerError;
import org.jspecify.annotations.Nullable;

import org.xinju.store.journal.Fields;

/**
 * What an index is to be, reduced to what counts.
 *
 * @param key                fields with 1 or -1
 * @param expireAfterSeconds null for an index whose documents do not expire
 */
record IndexSpecification(String name, Document key, boolean unique, boolean sparse, @Nullable Long expireAfterSeconds) {

    private static final Set<String> IGNORED = Set.of("v", "background", "ns");
    private static final Set<String> KNOWN = Set.of("name", "key", "unique", "sparse", "expireAfterSeconds");

    /**
     * @throws MongoServerError for every kind of index and every option that would not do what it says
     */
    static IndexSpecification of(Document description) {
        for (var option : description.keySet()) {
            if (!KNOWN.contains(option) && !IGNORED.contains(option)) {
                throw Language.unsupported("the index option '" + option + "'");
            }
        }
        var key = new Document();
        Fields.document(description, "key").forEach((path, direction) -> key.put(checkedPath(path), checkedDirection(direction)));
        var expiry = description.get("expireAfterSeconds") instanceof Number seconds ? Long.valueOf(seconds.longValue()) : null;
        if (expiry != null && key.size() != 1) {
            throw new MongoServerError(67, "CannotCreateIndex", "TTL indexes are single-field indexes");
        }
        return new IndexSpecification(Fields.text(description, "name"), key, Utils.isTrue(description.get("unique")),
            Utils.isTrue(description.get("sparse")), expiry);
    }

    private static String checkedPath(String path) {
        if (path.contains("$") || path.matches("(.*\\.)?\\d+(\\..*)?")) {
            throw Language.unsupported("an index on '" + path + "'");
        }
        return path;
    }

    private static int checkedDirection(@Nullable Object direction) {
        if (direction instanceof Number number && number.doubleValue() != 0) {
            return number.doubleValue() > 0 ? 1 : -1;
        }
        throw Language.unsupported("an index of the kind '" + direction + "'");
    }

    /** As the library's list of indexes has it. */
    Document toDescription(String namespace) {
        var description = new Document("v", 2).append("key", key).append("name", name).append("ns", namespace);
        if (unique) {
            description.append("unique", true);
        }
        if (sparse) {
            description.append("sparse", true);
        }
        if (expireAfterSeconds != null) {
            description.append("expireAfterSeconds", expireAfterSeconds);
        }
        return description;
    }

    /**
     * Whether the index is there already.
     *
     * @throws MongoServerError when there is a different one of that name, or this one under another name
     */
    boolean exists(Iterable<IndexSpecification> existing) {
        for (var other : existing) {
            if (other.equals(this) || key.equals(other.key) && key.keySet().equals(Set.of("_id"))) {
                return true;
            }
            if (other.name.equals(name)) {
                throw new MongoServerError(86, "IndexKeySpecsConflict", "an index of the name '" + name + "' exists with other keys or options");
            }
            if (other.key.equals(key)) {
                throw new MongoServerError(85, "IndexOptionsConflict", "this index exists already under the name '" + other.name + "'");
            }
        }
        return false;
    }
}
