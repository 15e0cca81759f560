package org.xinju.store.copy;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

import com.mongodb.ConnectionString;
import com.mongodb.MongoException;
import com.mongodb.WriteConcern;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import org.bson.Document;
import org.bson.RawBsonDocument;

/**
 * Copies all databases of one server to another: collections, indexes, documents as they are, byte for byte. The target must not have
 * them yet, so nothing is mixed; what was copied is counted on both sides. Nobody may write meanwhile.
 */
public final class StoreCopy {

    private static final List<String> OWN = List.of("admin", "local", "config");
    private static final int BATCH = 500;

    private final MongoClient from;
    private final MongoClient to;
    private final Consumer<String> progress;

    private StoreCopy(MongoClient from, MongoClient to, Consumer<String> progress) {
        this.from = from;
        this.to = to;
        this.progress = progress;
    }

    /** {@code FROM TO}, addresses without a database; ends with 1 and a sentence when it cannot be done. */
    public static void main(String[] arguments) {
        if (arguments.length != 2) {
            System.err.println("usage: org.xinju.store.copy.StoreCopy FROM TO");
            System.exit(2);
        }
        try {
            copy(arguments[0], arguments[1], System.out::println);
        } catch (MongoException | IllegalStateException | IllegalArgumentException e) {
            System.err.println(e.getMessage());
            System.exit(1);
        }
    }

    /**
     * @param progress takes one line per collection
     * @return documents copied
     * @throws IllegalStateException when the target has a database of the source already, or the counts differ afterwards
     */
    public static long copy(String from, String to, Consumer<String> progress) {
        try (var source = MongoClients.create(new ConnectionString(from)); var target = MongoClients.create(new ConnectionString(to))) {
            return new StoreCopy(source, target, progress).databases();
        }
    }

    private long databases() {
        var names = names(from);
        var there = names(to);
        names.stream().filter(there::contains).findFirst().ifPresent(name -> {
            throw new IllegalStateException("The target already has a database " + name + "; nothing was copied.");
        });
        return names.stream().mapToLong(name -> collections(from.getDatabase(name), to.getDatabase(name))).sum();
    }

    private static List<String> names(MongoClient client) {
        return client.listDatabaseNames().into(new ArrayList<>()).stream().filter(name -> !OWN.contains(name)).sorted().toList();
    }

    private long collections(MongoDatabase source, MongoDatabase target) {
        var copied = 0L;
        for (var name : source.listCollectionNames().into(new ArrayList<>())) {
            if (!name.startsWith("system.")) {
                copied += documents(source, target, name);
            }
        }
        return copied;
    }

    private long documents(MongoDatabase source, MongoDatabase target, String name) {
        var into = target.getCollection(name, RawBsonDocument.class).withWriteConcern(WriteConcern.MAJORITY.withJournal(true));
        target.createCollection(name);
        var batch = new ArrayList<RawBsonDocument>(BATCH);
        var documents = source.getCollection(name, RawBsonDocument.class);
        for (var document : documents.find().batchSize(BATCH)) {
            batch.add(document);
            if (batch.size() == BATCH) {
                into.insertMany(batch);
                batch.clear();
            }
        }
        if (!batch.isEmpty()) {
            into.insertMany(batch);
        }
        indexes(source.getCollection(name), target);
        return counted(documents, into);
    }

    private static void indexes(MongoCollection<Document> source, MongoDatabase target) {
        var wanted = new ArrayList<Document>();
        for (var index : source.listIndexes()) {
            if (!"_id_".equals(index.getString("name"))) {
                var definition = new Document(index);
                List.of("ns", "v").forEach(definition::remove);
                wanted.add(definition);
            }
        }
        if (!wanted.isEmpty()) {
            target.runCommand(new Document("createIndexes", source.getNamespace().getCollectionName()).append("indexes", wanted));
        }
    }

    private long counted(MongoCollection<?> source, MongoCollection<?> target) {
        var expected = source.countDocuments();
        var found = target.countDocuments();
        if (expected != found) {
            throw new IllegalStateException(source.getNamespace() + ": " + found + " of " + expected + " documents were copied.");
        }
        progress.accept(source.getNamespace() + ": " + found);
        return found;
    }
}
