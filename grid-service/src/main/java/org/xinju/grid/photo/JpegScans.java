package org.xinju.grid.photo;

import java.nio.ByteBuffer;

/**
 * Whether a JPEG can be decoded row by row (ISO/IEC 10918-1, annex B). One in several scans, a progressive one or one with a scan for each colour, is
 * kept whole by its decoder until the last scan was read. Java's own reader of these markers refuses what many phones send, so they are looked at here.
 */
final class JpegScans {

    private static final int START_OF_SCAN = 0xDA;

    private JpegScans() {}

    /** False too where the file is not written as the standard says. */
    static boolean isOne(byte[] file) {
        var jpeg = ByteBuffer.wrap(file);
        var colours = 0;
        for (var at = 2; at + 10 <= file.length && (jpeg.get(at) & 0xFF) == 0xFF;) {
            var marker = jpeg.get(at + 1) & 0xFF;
            var length = Short.toUnsignedInt(jpeg.getShort(at + 2));
            if (marker == START_OF_SCAN) {
                return colours > 0 && jpeg.get(at + 4) == colours;
            }
            if (marker == 0xC0 || marker == 0xC1) { // a frame in sequence: length, depth, height, width, colours
                colours = jpeg.get(at + 9);
            } else if (marker < 0xC4 || marker == 0xFF) {
                return false; // another frame, or no segment
            }
            at += 2 + length;
        }
        return false;
    }
}
