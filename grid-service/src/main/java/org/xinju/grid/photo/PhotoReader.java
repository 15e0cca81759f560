package org.xinju.grid.photo;

import java.awt.Color;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Set;

import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.ImageWriteParam;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.MemoryCacheImageInputStream;
import javax.imageio.stream.MemoryCacheImageOutputStream;

import com.drew.imaging.jpeg.JpegMetadataReader;
import com.drew.imaging.jpeg.JpegProcessingException;
import com.drew.metadata.MetadataException;
import com.drew.metadata.exif.ExifIFD0Directory;
import com.drew.metadata.exif.ExifReader;

import org.xinju.events.Rule;

/**
 * Makes a photo of a file that somebody sent. Only pixels go on: the picture is decoded, turned upright as its metadata says, made no larger
 * than a screen needs, and encoded anew. A picture that is small as a file and huge as pixels is refused before it is decoded, and a large one
 * is thinned out while it is decoded, so that no file can take much memory.
 */
public final class PhotoReader {

    public static final Rule EMPTY = Rule.invalid("photo-missing", "product G2");
    public static final Rule NO_PHOTO = Rule.invalid("photo-none", "architecture.md: files are checked by content");
    public static final Rule TOO_LARGE = Rule.invalid("photo-too-large", "product G2: at most 10 MB");
    public static final Rule TOO_MANY_PIXELS = Rule.invalid("photo-too-many-pixels", "product G2: a bound against bombs");

    static final int MOST_BYTES = 10 * 1024 * 1024;
    static final long MOST_PIXELS = 60_000_000;
    static final int LONGEST_READ = 20_000; // a side: decoders keep whole rows
    static final long MOST_PIXELS_KEPT = 16_000_000; // six bytes each, outside the heap
    private static final int LONGEST_SIDE = 2048;
    private static final float QUALITY = 0.85f;
    private static final Set<String> FORMATS = Set.of("jpeg", "png");

    private PhotoReader() {}

    /** Never throws because of the file. */
    public static Photo.Reading read(byte[] file) {
        if (file.length == 0) {
            return new Photo.Reading.Refused(EMPTY);
        }
        if (file.length > MOST_BYTES) {
            return new Photo.Reading.Refused(TOO_LARGE);
        }
        try (var stream = new MemoryCacheImageInputStream(new ByteArrayInputStream(file))) {
            var readers = ImageIO.getImageReaders(stream);
            return readers.hasNext() ? read(readers, stream, file) : new Photo.Reading.Refused(NO_PHOTO);
        } catch (IOException e) {
            return new Photo.Reading.Refused(NO_PHOTO);
        }
    }

    private static Photo.Reading read(Iterator<ImageReader> readers, ImageInputStream stream, byte[] file) throws IOException {
        var reader = readers.next();
        try {
            if (!FORMATS.contains(reader.getFormatName().toLowerCase(Locale.ROOT))) {
                return new Photo.Reading.Refused(NO_PHOTO);
            }
            var isJpeg = reader.getFormatName().equalsIgnoreCase("jpeg");
            reader.setInput(stream, true, true);
            if (tooManyPixels(reader, isJpeg && !JpegScans.isOne(file))) {
                return new Photo.Reading.Refused(TOO_MANY_PIXELS);
            }
            var upright = upright(thinned(reader), isJpeg ? orientation(file) : 1);
            return new Photo.Reading.Read(new Photo(jpeg(upright), upright.getWidth(), upright.getHeight()));
        } catch (RuntimeException e) { // the decoders throw what they like at a broken file
            return new Photo.Reading.Refused(NO_PHOTO);
        } finally {
            reader.dispose();
        }
    }

    private static boolean tooManyPixels(ImageReader reader, boolean keptWhole) throws IOException {
        var pixels = (long) reader.getWidth(0) * reader.getHeight(0);
        return Math.max(reader.getWidth(0), reader.getHeight(0)) > LONGEST_READ || pixels > (keptWhole ? MOST_PIXELS_KEPT : MOST_PIXELS);
    }

    private static BufferedImage thinned(ImageReader reader) throws IOException {
        var parameters = reader.getDefaultReadParam();
        var step = Math.max(1, Math.max(reader.getWidth(0), reader.getHeight(0)) / LONGEST_SIDE);
        parameters.setSourceSubsampling(step, step, 0, 0);
        return reader.read(0, parameters);
    }

    /** 1 to 8 as in EXIF; 1 where nothing is said. Nothing but EXIF is read: other metadata may be packed, and large when unpacked. */
    private static int orientation(byte[] jpeg) {
        try {
            var metadata = JpegMetadataReader.readMetadata(new ByteArrayInputStream(jpeg), List.of(new ExifReader()));
            var directory = metadata.getFirstDirectoryOfType(ExifIFD0Directory.class);
            return directory != null && directory.containsTag(ExifIFD0Directory.TAG_ORIENTATION)
                    ? directory.getInt(ExifIFD0Directory.TAG_ORIENTATION) : 1;
        } catch (JpegProcessingException | IOException | MetadataException e) {
            return 1;
        }
    }

    /** Turned, on white where it was transparent, and no longer than {@value #LONGEST_SIDE} pixels on any side. */
    private static BufferedImage upright(BufferedImage image, int orientation) {
        var scale = Math.min(1.0, (double) LONGEST_SIDE / Math.max(image.getWidth(), image.getHeight()));
        var width = Math.max(1, (int) Math.round(image.getWidth() * scale));
        var height = Math.max(1, (int) Math.round(image.getHeight() * scale));
        var turned = orientation >= 5 && orientation <= 8;
        var result = new BufferedImage(turned ? height : width, turned ? width : height, BufferedImage.TYPE_INT_RGB);
        var graphics = result.createGraphics();
        graphics.setColor(Color.WHITE);
        graphics.fillRect(0, 0, result.getWidth(), result.getHeight());
        graphics.setRenderingHint(java.awt.RenderingHints.KEY_INTERPOLATION, java.awt.RenderingHints.VALUE_INTERPOLATION_BILINEAR);
        graphics.setTransform(turn(orientation, width, height));
        graphics.drawImage(image, 0, 0, width, height, null);
        graphics.dispose();
        return result;
    }

    /** What brings a picture of this size upright (EXIF 2.3, tag Orientation). */
    private static AffineTransform turn(int orientation, int width, int height) {
        return switch (orientation) {
            case 2 -> new AffineTransform(-1, 0, 0, 1, width, 0);
            case 3 -> new AffineTransform(-1, 0, 0, -1, width, height);
            case 4 -> new AffineTransform(1, 0, 0, -1, 0, height);
            case 5 -> new AffineTransform(0, 1, 1, 0, 0, 0);
            case 6 -> new AffineTransform(0, 1, -1, 0, height, 0);
            case 7 -> new AffineTransform(0, -1, -1, 0, height, width);
            case 8 -> new AffineTransform(0, -1, 1, 0, 0, width);
            default -> new AffineTransform();
        };
    }

    private static byte[] jpeg(BufferedImage image) {
        var writer = ImageIO.getImageWritersByFormatName("jpeg").next();
        var parameters = writer.getDefaultWriteParam();
        parameters.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
        parameters.setCompressionQuality(QUALITY);
        var bytes = new ByteArrayOutputStream();
        try (var out = new MemoryCacheImageOutputStream(bytes)) {
            writer.setOutput(out);
            writer.write(null, new IIOImage(image, null, null), parameters);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            writer.dispose();
        }
        return bytes.toByteArray();
    }
}
