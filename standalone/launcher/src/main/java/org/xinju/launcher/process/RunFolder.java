package org.xinju.launcher.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.StreamSupport;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

import org.xinju.launcher.words.Refusal;

/** The folder {@code run}: {@code NAME.json} for each process, and {@code lock}, held and signed with its pid by the one launcher. */
public final class RunFolder {

    /** Name of the launcher's own record. */
    public static final String LAUNCHER = "launcher";

    private static final JsonMapper JSON = new JsonMapper();

    private final Path folder;

    /** A channel that nobody refers to is closed by the garbage collector, and the lock is gone. */
    private @Nullable FileChannel held;

    public RunFolder(Path folder) {
        this.folder = folder;
    }

    /**
     * Takes the lock until this program ends, however it ends.
     *
     * @throws Refusal when another launcher holds it
     */
    public void lock() {
        try {
            Files.createDirectories(folder);
            held = FileChannel.open(folder.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            if (held.tryLock() == null) {
                throw new Refusal("already-running", folder.toAbsolutePath(), Files.readString(folder.resolve("lock")));
            }
            held.truncate(0);
            held.write(ByteBuffer.wrap(Long.toString(ProcessHandle.current().pid()).getBytes(StandardCharsets.UTF_8)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Writes what is known about a process, whole or not at all. */
    public void write(ProcessRecord record) {
        try {
            Files.createDirectories(folder);
            var written = folder.resolve(record.name() + ".new");
            Files.write(written, JSON.writeValueAsBytes(record));
            Files.move(written, folder.resolve(record.name() + ".json"), StandardCopyOption.ATOMIC_MOVE,
                    StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public void remove(String name) {
        try {
            Files.deleteIfExists(folder.resolve(name + ".json"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What is known about one process, if it lives. */
    public Optional<ProcessRecord> find(String name) {
        return read(folder.resolve(name + ".json")).filter(record -> record.process().isPresent());
    }

    /** All processes that live, the launcher too, in the order in which they were started. */
    public List<ProcessRecord> living() {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (var files = Files.newDirectoryStream(folder, "*.json")) {
            return StreamSupport.stream(files.spliterator(), false).flatMap(file -> read(file).stream())
                    .filter(record -> record.process().isPresent())
                    .sorted(Comparator.comparing(ProcessRecord::startedAt)).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A file that cannot be read tells as much as none. */
    private static Optional<ProcessRecord> read(Path file) {
        try {
            return Files.exists(file) ? Optional.of(JSON.readValue(Files.readAllBytes(file), ProcessRecord.class)) : Optional.empty();
        } catch (IOException | JacksonException e) {
            return Optional.empty();
        }
    }
}
