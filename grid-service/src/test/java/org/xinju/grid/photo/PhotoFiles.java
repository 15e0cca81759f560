package org.xinju.grid.photo;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;
import java.util.zip.DeflaterOutputStream;

import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/** Photos as phones send them, made on the spot. */
public final class PhotoFiles {

    /** What a photo must not tell. */
    public static final String DEVICE = "Huawei Mate 60 of Wang Wei";

    private PhotoFiles() {}

    /** A picture whose left half is red and right half is blue; its top left corner is green. */
    public static BufferedImage picture(int width, int height) {
        var image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        var graphics = image.createGraphics();
        graphics.setColor(Color.RED);
        graphics.fillRect(0, 0, width / 2, height);
        graphics.setColor(Color.BLUE);
        graphics.fillRect(width / 2, 0, width - width / 2, height);
        graphics.setColor(Color.GREEN);
        graphics.fillRect(0, 0, width / 4, height / 4);
        graphics.dispose();
        return image;
    }

    public static byte[] png(int width, int height) throws IOException {
        var bytes = new ByteArrayOutputStream();
        ImageIO.write(picture(width, height), "png", bytes);
        return bytes.toByteArray();
    }

    /** A JPEG that becomes clearer scan by scan. */
    public static byte[] progressiveJpeg(int width, int height) throws IOException {
        var writer = ImageIO.getImageWritersByFormatName("jpeg").next();
        var parameters = writer.getDefaultWriteParam();
        parameters.setProgressiveMode(ImageWriteParam.MODE_DEFAULT);
        var bytes = new ByteArrayOutputStream();
        try (var out = new MemoryCacheImageOutputStream(bytes)) {
            writer.setOutput(out);
            writer.write(null, new IIOImage(picture(width, height), null, null), parameters);
        } finally {
            writer.dispose();
        }
        return bytes.toByteArray();
    }

    /** A small picture with a text in it (zTXt) that is many times as large when it is unpacked. */
    public static byte[] pngWithPackedText(int length) throws IOException {
        var chunk = new ByteArrayOutputStream();
        chunk.writeBytes("zTXtComment\0\0".getBytes(StandardCharsets.US_ASCII));
        try (var packed = new DeflaterOutputStream(chunk)) {
            for (var left = length; left > 0; left -= 1_000_000) {
                packed.write(new byte[Math.min(left, 1_000_000)]);
            }
        }
        var text = chunk.toByteArray();
        var checksum = new CRC32();
        checksum.update(text);
        var png = png(10, 10);
        var header = 33; // signature and IHDR
        return ByteBuffer.allocate(png.length + text.length + 8).put(png, 0, header).putInt(text.length - 4).put(text).putInt((int) checksum.getValue())
                .put(png, header, png.length - header).array();
    }

    /** A JPEG with EXIF: device, orientation, and the place where it was taken (29°53'N 121°50'E). */
    public static byte[] jpegWithExif(int width, int height, int orientation) throws IOException {
        var plain = new ByteArrayOutputStream();
        ImageIO.write(picture(width, height), "jpeg", plain);
        var jpeg = plain.toByteArray();
        var exif = exif(orientation);
        var bytes = ByteBuffer.allocate(jpeg.length + exif.length + 4);
        bytes.put(jpeg, 0, 2).putShort((short) 0xFFE1).putShort((short) (exif.length + 2)).put(exif).put(jpeg, 2, jpeg.length - 2);
        return bytes.array();
    }

    /** Two directories of TIFF 6.0, big endian, after the name "Exif". */
    private static byte[] exif(int orientation) {
        var device = (DEVICE + "\0").getBytes(StandardCharsets.US_ASCII);
        var first = 8;
        var text = first + 2 + 3 * 12 + 4;
        var gps = text + device.length + device.length % 2;
        var degrees = gps + 2 + 4 * 12 + 4;
        var tiff = ByteBuffer.allocate(degrees + 48);
        tiff.put("MM".getBytes(StandardCharsets.US_ASCII)).putShort((short) 42).putInt(first);
        tiff.putShort((short) 3);
        entry(tiff, 0x0110, 2, device.length, text);
        entry(tiff, 0x0112, 3, 1, orientation << 16);
        entry(tiff, 0x8825, 4, 1, gps);
        tiff.putInt(0).put(device);
        tiff.position(gps).putShort((short) 4);
        entry(tiff, 1, 2, 2, 'N' << 24);
        entry(tiff, 2, 5, 3, degrees);
        entry(tiff, 3, 2, 2, 'E' << 24);
        entry(tiff, 4, 5, 3, degrees + 24);
        tiff.putInt(0);
        for (var number : new int[] {29, 53, 0, 121, 50, 0}) {
            tiff.putInt(number).putInt(1);
        }
        return ByteBuffer.allocate(6 + tiff.capacity()).put("Exif\0\0".getBytes(StandardCharsets.US_ASCII)).put(tiff.array()).array();
    }

    private static void entry(ByteBuffer tiff, int tag, int type, int count, int value) {
        tiff.putShort((short) tag).putShort((short) type).putInt(count).putInt(value);
    }
}
