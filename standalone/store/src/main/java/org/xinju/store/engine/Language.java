package org.xinju.store.engine;

import java.util.Collection;
import java.util.Map;
import java.util.Set;

import de.bwaldvogel.mongo.bson.BsonRegularExpression;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.exception.BadValueException;
import de.bwaldvogel.mongo.exception.MongoServerError;
import org.jspecify.annotations.Nullable;

/**
 * What may be said to this store. The library ignores options that it does not know, and sees an unknown operator only when a document
 * gets that far; here both are errors at once.
 */
final class Language {

    private static final Set<String> LOGICAL = Set.of("$and", "$or", "$nor");
    private static final Set<String> OPERATORS = Set.of("$eq", "$ne", "$gt", "$gte", "$lt", "$lte", "$in", "$nin", "$not", "$exists",
        "$mod", "$size", "$all", "$elemMatch", "$type", "$regex", "$options", "$ref", "$id", "$db");

    /** Fields that any command may carry: they change nothing in a single server without sessions. */
    private static final Set<String> COMMON = Set.of("$db", "$readPreference", "$clusterTime", "lsid", "readConcern", "writeConcern",
        "comment", "maxTimeMS", "apiVersion", "apiStrict", "apiDeprecationErrors", "hint", "bypassDocumentValidation", "ordered");

    private static final Map<String, Set<String>> COMMANDS = Map.ofEntries(
        Map.entry("find", Set.of("filter", "sort", "projection", "skip", "limit", "batchSize", "singleBatch", "noCursorTimeout",
            "allowDiskUse", "allowPartialResults")),
        Map.entry("aggregate", Set.of("pipeline", "cursor", "allowDiskUse")),
        Map.entry("count", Set.of("query", "limit", "skip")),
        Map.entry("distinct", Set.of("key", "query")),
        Map.entry("insert", Set.of("documents")),
        Map.entry("update", Set.of("updates")),
        Map.entry("delete", Set.of("deletes")),
        Map.entry("findandmodify", Set.of("query", "sort", "remove", "update", "new", "fields", "upsert", "arrayFilters")),
        Map.entry("create", Set.of("autoIndexId", "capped", "size", "max")),
        Map.entry("createindexes", Set.of("indexes", "commitQuorum")),
        Map.entry("dropindexes", Set.of("index")),
        Map.entry("drop", Set.of()),
        Map.entry("explain", Set.of("verbosity")),
        Map.entry("listcollections", Set.of("filter", "nameOnly", "authorizedCollections", "cursor")),
        Map.entry("listindexes", Set.of("cursor")),
        Map.entry("dbstats", Set.of("scale", "freeStorage")),
        Map.entry("collstats", Set.of("scale")),
        Map.entry("validate", Set.of("full")),
        Map.entry("getlasterror", Set.of("w", "j", "fsync", "wtimeout")),
        Map.entry("reseterror", Set.of()));

    private static final Set<String> UPDATE = Set.of("q", "u", "multi", "upsert", "arrayFilters", "hint");
    private static final Set<String> DELETE = Set.of("q", "limit", "hint");

    private Language() {}

    /** Refuses a command of a database that has anything in it which would be ignored. */
    static void checkCommand(String command, Document query) {
        var name = command.toLowerCase(java.util.Locale.ROOT);
        var known = COMMANDS.get(name);
        if (known == null) {
            throw new MongoServerError(59, "CommandNotFound", "no such command: '" + command + "'");
        }
        for (var field : query.keySet()) {
            if (!field.equals(command) && !known.contains(field) && !COMMON.contains(field)) {
                throw unsupported("the option '" + field + "' of " + command);
            }
        }
        parts(query, "updates").forEach(part -> checkPart("update", part, UPDATE));
        parts(query, "deletes").forEach(part -> checkPart("delete", part, DELETE));
        if (query.get("update") instanceof Collection) {
            throw unsupported("an update by a pipeline");
        }
    }

    private static Collection<?> parts(Document query, String name) {
        return query.get(name) instanceof Collection<?> parts ? parts : Set.of();
    }

    private static void checkPart(String command, Object part, Set<String> known) {
        for (var field : ((Document) part).entrySet()) {
            if (!known.contains(field.getKey())) {
                throw unsupported("the option '" + field.getKey() + "' of " + command);
            }
            if (field.getKey().equals("u") && field.getValue() instanceof Collection) {
                throw unsupported("an update by a pipeline");
            }
        }
    }

    /** Refuses a filter with an operator that the matcher does not have. */
    static void checkFilter(Document filter) {
        filter.forEach((key, value) -> {
            if (LOGICAL.contains(key)) {
                if (!(value instanceof Collection<?> branches) || branches.isEmpty()) {
                    throw new BadValueException("$and/$or/$nor must be a nonempty array");
                }
                branches.stream().filter(Document.class::isInstance).forEach(branch -> checkFilter((Document) branch));
            } else if (!key.startsWith("$")) {
                checkValue(value);
            } else if (!key.equals("$expr") && !key.equals("$comment") && !OPERATORS.contains(key)) {
                throw new BadValueException("unknown top level operator: " + key);
            }
        });
    }

    private static void checkValue(@Nullable Object value) {
        if (!(value instanceof Document operators) || operators.keySet().stream().noneMatch(key -> key.startsWith("$"))) {
            return;
        }
        operators.forEach((operator, operand) -> {
            if (operator.startsWith("$") && !OPERATORS.contains(operator) && !LOGICAL.contains(operator)) {
                throw new BadValueException("unknown operator: " + operator);
            }
            if (operator.equals("$elemMatch") && operand instanceof Document element) {
                checkFilter(element);
                checkValue(element);
            } else if (operator.equals("$not") && !(operand instanceof BsonRegularExpression)) {
                checkValue(operand);
            }
        });
    }

    static MongoServerError unsupported(String what) {
        return new MongoServerError(115, "CommandNotSupported", what + " is not supported by this stand-in for MongoDB");
    }
}
