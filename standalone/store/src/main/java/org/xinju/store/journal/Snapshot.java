package org.xinju.store.journal;

import java.io.BufferedOutputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.function.Consumer;

import de.bwaldvogel.mongo.bson.Document;

/** Writes the whole content to one file, and to the disk. */
final class Snapshot {

    private Snapshot() {}

    static void write(Path file, Consumer<Consumer<Change>> content) throws IOException {
        try (var raw = new FileOutputStream(file.toFile()); var out = new BufferedOutputStream(raw, 1 << 20)) {
            out.write(LogFile.preamble());
            var count = new long[1];
            content.accept(change -> {
                write(out, change);
                count[0]++;
            });
            write(out, new Change(Change.Kind.END, "", new Document("changes", count[0])));
            out.flush();
            raw.getFD().sync();
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private static void write(BufferedOutputStream out, Change change) {
        var frame = Frame.of(change);
        try {
            out.write(frame.bytes(), 0, frame.length());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
