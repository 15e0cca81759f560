package org.xinju.launcher.demo;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;
import java.util.zip.DeflaterOutputStream;

/** Draws a stair-well that nobody has ever photographed, as PNG (ISO/IEC 15948). */
final class DemoPhoto {

    private static final int WIDTH = 480;
    private static final int HEIGHT = 360;
    private static final int FLOOR = 250;
    private static final byte[] SIGNATURE = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'};
    private static final byte[] RGB_8_BIT = {8, 2, 0, 0, 0};
    private static final int[][] BOXES = {{60, 170, 150, 290}, {150, 200, 230, 300}, {250, 150, 330, 280}, {180, 130, 240, 200}};

    private DemoPhoto() {}

    /** Full of boxes. */
    static byte[] blocked() {
        return png(true);
    }

    /** Empty. */
    static byte[] cleared() {
        return png(false);
    }

    private static byte[] png(boolean boxes) {
        try {
            var out = new ByteArrayOutputStream();
            out.write(SIGNATURE);
            var header = new ByteArrayOutputStream();
            new DataOutputStream(header).writeLong((long) WIDTH << 32 | HEIGHT);
            header.write(RGB_8_BIT);
            chunk(out, "IHDR", header.toByteArray());
            chunk(out, "IDAT", pixels(boxes));
            chunk(out, "IEND", new byte[0]);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e); // memory does not fail
        }
    }

    private static byte[] pixels(boolean boxes) throws IOException {
        var packed = new ByteArrayOutputStream();
        try (var lines = new DeflaterOutputStream(packed)) {
            for (var y = 0; y < HEIGHT; y++) {
                lines.write(0); // no filter
                for (var x = 0; x < WIDTH; x++) {
                    var colour = colour(x, y, boxes);
                    lines.write(new byte[] {(byte) (colour >> 16), (byte) (colour >> 8), (byte) colour});
                }
            }
        }
        return packed.toByteArray();
    }

    private static int colour(int x, int y, boolean boxes) {
        if (boxes) {
            for (var box : BOXES) {
                if (x >= box[0] && x < box[2] && y >= box[1] && y < box[3]) {
                    return x - box[0] < 3 || y - box[1] < 3 ? 0x6E4A22 : 0xB07A3C;
                }
            }
        }
        if (x > 340 && (x + y) % 40 < 20 && y > 120) {
            return 0x8A8F92; // steps
        }
        return y < FLOOR ? 0xD8D6CC : 0x9AA08F;
    }

    private static void chunk(ByteArrayOutputStream out, String type, byte[] data) throws IOException {
        var name = type.getBytes(StandardCharsets.US_ASCII);
        var check = new CRC32();
        check.update(name);
        check.update(data);
        var chunk = new DataOutputStream(out);
        chunk.writeInt(data.length);
        chunk.write(name);
        chunk.write(data);
        chunk.writeInt((int) check.getValue());
    }
}
