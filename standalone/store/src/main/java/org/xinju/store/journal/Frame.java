package org.xinju.store.journal;

import java.util.zip.CRC32C;

import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.exception.MongoServerError;
import de.bwaldvogel.mongo.wire.BsonConstants;
import de.bwaldvogel.mongo.wire.bson.BsonDecoder;
import de.bwaldvogel.mongo.wire.bson.BsonEncoder;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;

/** A change as bytes, with the checksums around it. */
public final class Frame {

    /** Length, checksum of the length, checksum of the content. */
    static final int HEADER = 12;

    /** More than the largest document; a length beyond it is no length. */
    static final int LARGEST = BsonConstants.MAX_BSON_OBJECT_SIZE + 64 * 1024;

    private final byte[] bytes;
    private final int length;

    private Frame(byte[] bytes, int length) {
        this.bytes = bytes;
        this.length = length;
    }

    /**
     * @throws MongoServerError when the document is larger than MongoDB takes (16 MiB)
     */
    public static Frame of(Change change) {
        var buffer = Unpooled.buffer(1024, Integer.MAX_VALUE);
        buffer.writeZero(HEADER);
        BsonEncoder.encodeDocument(change.toDocument(), buffer);
        var content = buffer.readableBytes() - HEADER;
        if (content > BsonConstants.MAX_BSON_OBJECT_SIZE) {
            throw new MongoServerError(10334, "BSONObjectTooLarge", "document of " + content + " bytes is larger than 16 MiB");
        }
        var frame = new Frame(buffer.array(), buffer.readableBytes());
        buffer.setInt(0, content);
        buffer.setInt(4, checksum(frame.bytes, 0, 4));
        buffer.setInt(8, checksum(frame.bytes, HEADER, content));
        return frame;
    }

    static int checksum(byte[] bytes, int from, int length) {
        var crc = new CRC32C();
        crc.update(bytes, from, length);
        return (int) crc.getValue();
    }

    static Change change(byte[] content) {
        ByteBuf buffer = Unpooled.wrappedBuffer(content);
        Document document = BsonDecoder.decodeBson(buffer);
        return Change.of(document);
    }

    byte[] bytes() {
        return bytes;
    }

    /** Bytes in use. */
    public int length() {
        return length;
    }
}
