package org.xinju.store.engine;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;

import de.bwaldvogel.mongo.backend.AbstractMongoBackend;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.exception.MongoServerError;
import de.bwaldvogel.mongo.exception.MongoServerException;
import io.netty.channel.Channel;

import org.xinju.store.journal.Change;
import org.xinju.store.journal.ChangeLog;
import org.xinju.store.journal.Fields;
import org.xinju.store.journal.StoreException;
import org.xinju.store.watch.Scans;

/** All databases of one store, and the door for commands. */
public final class StoreBackend extends AbstractMongoBackend {

    /** Told what failed and where, never with what values. */
    private static final System.Logger LOG = System.getLogger("org.xinju.store");

    private final Engine engine = new Engine();
    private final Map<String, StoreDatabase> databases = new ConcurrentHashMap<>();
    private final Map<String, Map<String, Document>> indexesToRestore = new HashMap<>();

    public StoreBackend(Clock clock) {
        super(clock);
    }

    @Override
    public Document handleCommand(Channel channel, String database, String command, Document query) {
        Document answer;
        try {
            answer = answer(channel, database, command, query);
        } catch (MongoServerException e) {
            answer = Replies.error(e);
        } catch (StoreException e) {
            return stopped(channel, e);
        } catch (RuntimeException e) {
            LOG.log(System.Logger.Level.ERROR, () -> command + " failed: " + e.getClass().getName() + Arrays.toString(e.getStackTrace()));
            answer = Replies.error(new MongoServerError(1, "InternalError", "the store failed: " + e.getClass().getSimpleName()));
        }
        try {
            engine.log().settle();    // what is shown must last: also what a read has seen, and what an error tells about
            return answer;
        } catch (StoreException e) {
            return stopped(channel, e);
        }
    }

    /** Nobody can say whether the command had an effect, so the connection ends, as it would with a server that has died. */
    private static Document stopped(Channel channel, StoreException failure) {
        channel.close();
        return Replies.error(new MongoServerError(91, "ShutdownInProgress", String.valueOf(failure.getMessage())));
    }

    private Document answer(Channel channel, String database, String command, Document query) {
        if (query.containsKey("startTransaction") || query.containsKey("autocommit")) {
            throw Language.unsupported("a transaction");
        }
        return switch (command.toLowerCase(Locale.ROOT)) {
            case "hello", "ismaster" -> hello(channel, database, query);
            case "xinjuscans" -> Replies.ok().append("queries", engine.scans().report());
            case "renamecollection" -> throw Language.unsupported("renameCollection");
            default -> super.handleCommand(channel, database, command, query);
        };
    }

    private Document hello(Channel channel, String database, Document query) {
        var answer = super.handleCommand(channel, database, "ismaster", query);
        return answer.append("isWritablePrimary", true).append("helloOk", true).append("readOnly", false);
    }

    public Scans scans() {
        return engine.scans();
    }

    /** Takes a change back from the journal. */
    public void restore(Change change) {
        var indexes = indexesToRestore.computeIfAbsent(change.namespace(), _ -> new LinkedHashMap<>());
        switch (change.kind()) {
            case INDEX -> indexes.put(Fields.text(change.body(), "name"), change.body());
            case DROP_INDEX -> indexes.remove(Fields.text(change.body(), "name"));
            case DROP -> {
                indexes.clear();
                database(change.database()).restore(change);
            }
            default -> database(change.database()).restore(change);
        }
    }

    /** Builds the indexes over what was restored, and keeps all changes from now on. */
    public void keepIn(ChangeLog log) {
        indexesToRestore.forEach((namespace, indexes) -> indexes.values().forEach(
            index -> database(namespace.substring(0, namespace.indexOf('.'))).addIndex(index)));
        indexesToRestore.clear();
        engine.keepIn(log);
    }

    /** Everything, as changes that lead from nothing to it. */
    public void contents(Consumer<Change> target) {
        List.copyOf(databases.values()).forEach(database -> database.contents(target));
    }

    /** Deletes what has expired by its index. */
    public void expire() {
        var now = getClock().instant();
        for (var database : new ArrayList<>(databases.values())) {
            for (var collection : database.collections()) {
                for (var index : database.specifications(collection.getCollectionName())) {
                    if (index.expireAfterSeconds() != null) {
                        var before = new Document("$lt", now.minusSeconds(index.expireAfterSeconds()));
                        collection.deleteDocuments(new Document(index.key().keySet().iterator().next(), before), 0);
                    }
                }
            }
        }
        engine.log().settle();
    }

    private StoreDatabase database(String name) {
        return (StoreDatabase) Objects.requireNonNull(resolveDatabase(name));
    }

    @Override
    protected StoreDatabase openOrCreateDatabase(String name) {
        return databases.computeIfAbsent(name, _ -> new StoreDatabase(name, getCursorRegistry(), engine));
    }

    @Override
    public void dropDatabase(String name) {
        super.dropDatabase(name);
        databases.remove(name);
    }
}
