package org.xinju.store.journal;

import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** A file of frames, open for appending. Plain output streams, because a channel closes when the thread that uses it is interrupted. */
final class LogFile implements AutoCloseable {

    static final byte VERSION = 1;
    static final byte[] MAGIC = "XINJUST".getBytes(StandardCharsets.US_ASCII);
    static final int PREAMBLE = MAGIC.length + 1;

    private final Path path;
    private final FileOutputStream out;
    private volatile long size;

    private LogFile(Path path, long size) throws IOException {
        this.path = path;
        this.size = size;
        this.out = new FileOutputStream(path.toFile(), true);
    }

    static LogFile create(Path path) throws IOException {
        Files.deleteIfExists(path);
        var file = new LogFile(path, 0);
        file.write(preamble(), PREAMBLE);
        return file;
    }

    static LogFile reopen(Path path) throws IOException {
        return new LogFile(path, Files.size(path));
    }

    static byte[] preamble() {
        var bytes = java.util.Arrays.copyOf(MAGIC, PREAMBLE);
        bytes[MAGIC.length] = VERSION;
        return bytes;
    }

    void write(byte[] bytes, int length) throws IOException {
        out.write(bytes, 0, length);
        size += length;
    }

    void force() throws IOException {
        out.getFD().sync();
    }

    long size() {
        return size;
    }

    Path path() {
        return path;
    }

    @Override
    public void close() throws IOException {
        out.close();
    }
}
