package org.xinju.store.journal;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Reads the frames of one file up to its end, or up to where a process died while writing. An append that was cut off leaves a beginning
 * of what was written; anything else that is wrong is damage, and the file is refused rather than read up to there.
 */
final class FrameReader implements AutoCloseable {

    private static final int BATCH_BYTES = 8 << 20;

    private final Path path;
    private final DataInputStream in;
    private final long length;
    private long position;
    private boolean torn;

    FrameReader(Path path) throws IOException {
        this.path = path;
        this.length = Files.size(path);
        this.in = new DataInputStream(new BufferedInputStream(Files.newInputStream(path), 1 << 20));
        readPreamble();
    }

    private void readPreamble() throws IOException {
        if (length < LogFile.PREAMBLE) {
            torn = true;
            return;
        }
        var preamble = in.readNBytes(LogFile.PREAMBLE);
        position = LogFile.PREAMBLE;
        if (!Arrays.equals(Arrays.copyOf(preamble, LogFile.MAGIC.length), LogFile.MAGIC)) {
            throw StoreException.folder("The store does not start: " + path + " is not a file of this store.");
        }
        if (preamble[LogFile.MAGIC.length] > LogFile.VERSION) {
            throw StoreException.folder("The store does not start: " + path + " was written by a newer version of the store (format "
                + preamble[LogFile.MAGIC.length] + ", this one knows " + LogFile.VERSION + ").");
        }
    }

    /** Some more contents, in order; none at the end. */
    List<byte[]> next() throws IOException {
        var batch = new ArrayList<byte[]>();
        var bytes = 0L;
        while (bytes < BATCH_BYTES && !torn && position < length) {
            var content = frame();
            if (content.length > 0) {
                batch.add(content);
                bytes += content.length;
            }
        }
        return batch;
    }

    private byte[] frame() throws IOException {
        if (length - position < Frame.HEADER) {
            torn = true;
            return new byte[0];
        }
        var header = in.readNBytes(Frame.HEADER);
        var numbers = ByteBuffer.wrap(header);
        var size = numbers.getInt();
        if (numbers.getInt() != Frame.checksum(header, 0, 4) || size <= 0 || size > Frame.LARGEST) {
            throw damaged();
        }
        if (length - position - Frame.HEADER < size) {
            torn = true;
            return new byte[0];
        }
        var content = in.readNBytes(size);
        if (numbers.getInt() != Frame.checksum(content, 0, size)) {
            throw damaged();
        }
        position += Frame.HEADER + size;
        return content;
    }

    private StoreException damaged() {
        return StoreException.folder("The store does not start: " + path + " is damaged at byte " + position + " of " + length + ".");
    }

    /** Whether the file ends in the middle of a frame. */
    boolean torn() {
        return torn;
    }

    /** Where the last whole frame ends. */
    long position() {
        return position;
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
