package org.xinju.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

import de.bwaldvogel.mongo.MongoServer;
import org.jspecify.annotations.Nullable;

import org.xinju.store.engine.StoreBackend;
import org.xinju.store.journal.DataFolder;
import org.xinju.store.journal.Journal;
import org.xinju.store.journal.StoreException;

/** A running store. It speaks the wire protocol of MongoDB on 127.0.0.1 until it is closed. */
public final class Store implements AutoCloseable {

    /** Connections share these; one that waits for a scan or the disk holds up the few that share its thread. */
    private static final int THREADS = 32;

    private final StoreOptions options;
    private final StoreBackend backend;
    private final MongoServer server;
    private final @Nullable DataFolder folder;
    private final @Nullable Journal journal;
    private final @Nullable Metrics metrics;
    private final ScheduledExecutorService chores =
        Executors.newSingleThreadScheduledExecutor(Thread.ofPlatform().name("store-chores").daemon().factory());
    private long snapshotBytes;

    private Store(StoreOptions options, StoreBackend backend, @Nullable DataFolder folder, @Nullable Journal journal) throws IOException {
        this.options = options;
        this.backend = backend;
        this.folder = folder;
        this.journal = journal;
        this.server = new MongoServer(backend);
        server.bind(new InetSocketAddress(options.address(), options.port()), 1, THREADS);
        this.metrics = options.metricsPort().isPresent() ? Metrics.start(options.address(), options.metricsPort().getAsInt(), this) : null;
        var every = options.expiry().toMillis();
        chores.scheduleWithFixedDelay(this::expire, every, every, TimeUnit.MILLISECONDS);
        if (journal != null) {
            chores.scheduleWithFixedDelay(this::checkpointWhenLong, 1, 1, TimeUnit.SECONDS);
        }
    }

    /**
     * Reads the folder, if there is one, and listens.
     *
     * @throws StoreException when the folder is in use, damaged, or written by a newer version
     */
    public static Store open(StoreOptions options) {
        var backend = new StoreBackend(options.clock());
        var folder = options.data().map(DataFolder::open).orElse(null);
        try {
            var journal = folder == null ? null : folder.recover(backend::restore, options.fsync(), options.onFailure());
            if (journal != null) {
                backend.keepIn(journal);
            }
            return new Store(options, backend, folder, journal);
        } catch (IOException | RuntimeException e) {
            throw notOpened(e, folder);
        }
    }

    private static RuntimeException notOpened(Exception cause, @Nullable DataFolder folder) {
        try (folder) {
            return cause instanceof RuntimeException known ? known : new UncheckedIOException(new IOException(cause.getMessage(), cause));
        } catch (IOException e) {
            cause.addSuppressed(e);
            return new IllegalStateException(cause);
        }
    }

    /** A store on a free port that keeps nothing. */
    public static Store inMemory() {
        return open(StoreOptions.inMemory());
    }

    public int port() {
        return server.getLocalAddress().getPort();
    }

    /** For {@code MongoClients.create}; without a database. */
    public String uri() {
        return "mongodb://127.0.0.1:" + port();
    }

    /** Where Prometheus finds the metrics, if they are on. */
    public Optional<Integer> metricsPort() {
        return Optional.ofNullable(metrics).map(Metrics::port);
    }

    /** Replaces the log by a snapshot. Writers go on meanwhile. */
    public synchronized void checkpoint() {
        if (folder != null && journal != null) {
            folder.checkpoint(journal, backend::contents);
            snapshotBytes = folder.snapshotBytes();
        }
    }

    private void checkpointWhenLong() {
        if (journal != null && journal.size() > Math.max(options.logBytes(), snapshotBytes)) {
            try {
                checkpoint();
            } catch (StoreException e) {
                chores.shutdown();    // told already
            }
        }
    }

    private void expire() {
        try {
            backend.expire();
        } catch (StoreException e) {
            chores.shutdown();    // told already
        }
    }

    String toPrometheus() {
        var text = backend.scans().toPrometheus();
        return journal == null ? text : text
            + "# HELP xinju_store_log_bytes Bytes in the current log.\n# TYPE xinju_store_log_bytes gauge\nxinju_store_log_bytes "
            + journal.size() + "\n# HELP xinju_store_log_writes_total Writes to the log; writers share them.\n"
            + "# TYPE xinju_store_log_writes_total counter\nxinju_store_log_writes_total " + journal.writes() + '\n';
    }

    @Override
    public synchronized void close() {
        chores.shutdownNow();
        server.shutdownNow();
        try (var _ = folder; var _ = journal; var _ = metrics) {
            // closes what there is, the folder last
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
