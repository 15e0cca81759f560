package org.xinju.store.journal;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Consumer;

/** The folder that one store owns while it runs. */
public final class DataFolder implements AutoCloseable {

    private static final String SNAPSHOT = "snapshot-";
    private static final String LOG = "log-";

    private final Path path;
    private final FileChannel lock;
    private long generation = 1;

    private DataFolder(Path path, FileChannel lock) {
        this.path = path;
        this.lock = lock;
    }

    /**
     * @throws StoreException when another process has it, or it cannot be used
     */
    public static DataFolder open(Path path) {
        try {
            Files.createDirectories(path);
            var channel = FileChannel.open(path.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            try {
                if (channel.tryLock() != null) {
                    return new DataFolder(path, channel);
                }
            } catch (OverlappingFileLockException e) {
                // held in this very process: the same answer
            }
            channel.close();
            throw StoreException.folder("The store does not start: another process uses the folder " + path + ".");
        } catch (IOException e) {
            throw StoreException.folder("The store does not start: the folder " + path + " cannot be used (" + e.getMessage() + ").");
        }
    }

    /**
     * Reads what is there, cuts off what was never acknowledged, and opens the log for more.
     *
     * @param target takes the changes in their order
     */
    public Journal recover(Consumer<Change> target, boolean force, Consumer<StoreException> onFailure) {
        try {
            var snapshots = generations(SNAPSHOT);
            var logs = generations(LOG);
            var base = snapshots.isEmpty() ? 1 : snapshots.lastKey();
            logs.headMap(base).clear();
            if (!snapshots.isEmpty()) {
                readSnapshot(snapshots.lastEntry().getValue(), target);
            }
            requireAll(logs.navigableKeySet().stream().toList(), base, !snapshots.isEmpty());
            for (var log : logs.entrySet()) {
                readLog(log.getValue(), nothingFollows(logs.tailMap(log.getKey(), false).values()), target);
            }
            generation = logs.isEmpty() ? 1 : logs.lastKey();
            deleteBefore(base);
            var current = file(LOG, generation);
            var whole = Files.exists(current) && Files.size(current) >= LogFile.PREAMBLE;
            return new Journal(whole ? LogFile.reopen(current) : LogFile.create(current), force, onFailure);
        } catch (IOException e) {
            throw new StoreException(StoreException.Reason.STORAGE, "The store does not start: reading " + path + " failed ("
                + e.getMessage() + ").", e);
        }
    }

    /** Begins a new log; a snapshot of the content from now on, however slowly taken, replaces all files before it. */
    public void checkpoint(Journal journal, Consumer<Consumer<Change>> content) {
        var next = generation + 1;
        var temporary = path.resolve("snapshot.tmp");
        try {
            journal.switchTo(LogFile.create(file(LOG, next)));
            generation = next;
            Snapshot.write(temporary, content);
            Files.move(temporary, file(SNAPSHOT, next));
            try (var folder = FileChannel.open(path)) {
                folder.force(true);
            }
            deleteBefore(next);
        } catch (IOException e) {
            journal.fail("writing a snapshot", e);
        }
    }

    /** Size of the current snapshot; 0 when there is none yet. */
    public long snapshotBytes() {
        var file = file(SNAPSHOT, generation);
        try {
            return Files.exists(file) ? Files.size(file) : 0;
        } catch (IOException e) {
            return 0;    // only decides how soon the next one is taken
        }
    }

    private void readSnapshot(Path file, Consumer<Change> target) throws IOException {
        var counted = new long[1];
        var complete = new boolean[1];
        read(file, change -> {
            if (change.kind() == Change.Kind.END) {
                complete[0] = Objects.equals(change.body().get("changes"), counted[0]);
            } else {
                counted[0]++;
                target.accept(change);
            }
        });
        if (!complete[0]) {
            throw StoreException.folder("The store does not start: " + file + " is incomplete.");
        }
    }

    private static void readLog(Path file, boolean last, Consumer<Change> target) throws IOException {
        var end = read(file, target);
        if (end < Files.size(file)) {
            if (!last) {
                throw StoreException.folder("The store does not start: " + file + " is damaged at byte " + end + ".");
            }
            try (var cut = new RandomAccessFile(file.toFile(), "rw")) {
                cut.setLength(end);
                cut.getFD().sync();
            }
        }
    }

    /** A process may die after it has begun a new log and before it uses it. */
    private static boolean nothingFollows(Collection<Path> later) throws IOException {
        for (var log : later) {
            if (Files.size(log) > LogFile.PREAMBLE) {
                return false;
            }
        }
        return true;
    }

    private static long read(Path file, Consumer<Change> target) throws IOException {
        try (var reader = new FrameReader(file)) {
            List<byte[]> batch;
            while (!(batch = reader.next()).isEmpty()) {
                batch.parallelStream().map(Frame::change).toList().forEach(target);
            }
            return reader.position();
        }
    }

    private static void requireAll(List<Long> logs, long first, boolean atLeastOne) {
        var expected = first;
        for (var log : logs) {
            if (log != expected++) {
                throw StoreException.folder("The store does not start: " + LOG + (expected - 1) + " is missing in its folder.");
            }
        }
        if (atLeastOne && logs.isEmpty()) {
            throw StoreException.folder("The store does not start: " + LOG + first + " is missing in its folder.");
        }
    }

    private TreeMap<Long, Path> generations(String prefix) throws IOException {
        var found = new TreeMap<Long, Path>();
        try (var files = Files.list(path)) {
            for (var file : files.toList()) {
                var name = file.getFileName().toString();
                if (name.startsWith(prefix) && name.substring(prefix.length()).matches("\\d{1,18}")) {
                    found.put(Long.valueOf(name.substring(prefix.length())), file);
                }
            }
        }
        return found;
    }

    private void deleteBefore(long first) throws IOException {
        var old = new ArrayList<Path>();
        old.addAll(generations(SNAPSHOT).headMap(first).values());
        old.addAll(generations(LOG).headMap(first).values());
        old.add(path.resolve("snapshot.tmp"));
        for (var file : old) {
            Files.deleteIfExists(file);
        }
    }

    private Path file(String prefix, long number) {
        return path.resolve(prefix + number);
    }

    @Override
    public void close() throws IOException {
        lock.close();
    }
}
