package org.xinju.grid.photo;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.CRC32;

import javax.imageio.ImageIO;

import com.drew.imaging.ImageMetadataReader;
import com.drew.metadata.exif.ExifIFD0Directory;
import com.drew.metadata.exif.GpsDirectory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class PhotoReaderTest {

    @Test
    void nothing_that_was_hidden_in_a_photo_stays() throws Exception {
        var sent = PhotoFiles.jpegWithExif(320, 200, 1);
        var before = ImageMetadataReader.readMetadata(new ByteArrayInputStream(sent));
        assertThat(before.getFirstDirectoryOfType(ExifIFD0Directory.class).getString(ExifIFD0Directory.TAG_MODEL)).isEqualTo(PhotoFiles.DEVICE);
        assertThat(before.getFirstDirectoryOfType(GpsDirectory.class).getGeoLocation().toDMSString()).contains("29°");

        var kept = read(sent).jpeg();
        var after = ImageMetadataReader.readMetadata(new ByteArrayInputStream(kept));
        assertThat(after.getDirectoriesOfType(ExifIFD0Directory.class)).isEmpty();
        assertThat(after.getDirectoriesOfType(GpsDirectory.class)).isEmpty();
        assertThat(new String(kept, StandardCharsets.ISO_8859_1)).doesNotContain("Exif", "Huawei", "http", "photoshop");
    }

    /** Where the green corner, top left as the sensor saw it, comes to lie for each orientation of EXIF. */
    @ParameterizedTest
    @CsvSource({"1,left,top", "2,right,top", "3,right,bottom", "4,left,bottom", "5,left,top", "6,right,top", "7,right,bottom", "8,left,bottom"})
    void a_photo_is_turned_upright(int orientation, String across, String down) throws IOException {
        var photo = read(PhotoFiles.jpegWithExif(320, 200, orientation));
        assertThat(photo.width()).isEqualTo(orientation < 5 ? 320 : 200);
        assertThat(photo.height()).isEqualTo(orientation < 5 ? 200 : 320);
        var image = ImageIO.read(new ByteArrayInputStream(photo.jpeg()));
        var x = across.equals("left") ? 10 : photo.width() - 11;
        var y = down.equals("top") ? 10 : photo.height() - 11;
        assertThat(isGreen(image, x, y)).isTrue();
        assertThat(isGreen(image, photo.width() - 1 - x, photo.height() - 1 - y)).isFalse();
        // 6 and 8 turn, 5 and 7 mirror too: the blue half tells them apart
        var blueAcross = switch (orientation) {
            case 1, 4 -> "right";
            case 2, 3 -> "left";
            default -> "";
        };
        if (!blueAcross.isEmpty()) {
            assertThat(new Color(image.getRGB(blueAcross.equals("right") ? 310 : 10, 100)).getBlue()).isGreaterThan(150);
        } else {
            assertThat(new Color(image.getRGB(100, orientation == 5 || orientation == 6 ? 310 : 10)).getBlue()).isGreaterThan(150);
        }
    }

    @Test
    void a_large_photo_becomes_no_larger_than_a_screen_needs() throws IOException {
        var photo = read(PhotoFiles.jpegWithExif(6000, 3000, 6));
        assertThat(photo.height()).isEqualTo(2048);
        assertThat(photo.width()).isEqualTo(1024);
    }

    @Test
    void what_was_transparent_becomes_white() throws IOException {
        var image = new BufferedImage(20, 20, BufferedImage.TYPE_INT_ARGB);
        var bytes = new ByteArrayOutputStream();
        ImageIO.write(image, "png", bytes);
        assertThat(ImageIO.read(new ByteArrayInputStream(read(bytes.toByteArray()).jpeg())).getRGB(10, 10)).isEqualTo(Color.WHITE.getRGB());
    }

    @Test
    void a_picture_that_is_small_as_a_file_and_huge_as_pixels_is_refused_before_it_is_decoded() throws IOException {
        assertThat(PhotoReader.read(sized(PhotoFiles.png(10, 10), 60_000, 60_000))).isEqualTo(new Photo.Reading.Refused(PhotoReader.TOO_MANY_PIXELS));
    }

    @Test
    void a_picture_of_one_row_is_refused_before_that_row_is_kept() throws IOException {
        assertThat(PhotoReader.read(sized(PhotoFiles.png(10, 10), 50_000_000, 1))).isEqualTo(new Photo.Reading.Refused(PhotoReader.TOO_MANY_PIXELS));
    }

    /** What comes in several scans is kept whole outside the heap, four bytes and more for each pixel. */
    @Test
    void a_progressive_photo_may_be_as_large_as_a_screen_needs_and_not_as_large_as_a_plain_one() throws IOException {
        assertThat(read(PhotoFiles.progressiveJpeg(4000, 3000)).width()).isEqualTo(2048);
        assertThat(PhotoReader.read(PhotoFiles.progressiveJpeg(5000, 4000))).isEqualTo(new Photo.Reading.Refused(PhotoReader.TOO_MANY_PIXELS));
        assertThat(read(PhotoFiles.jpegWithExif(5000, 4000, 1)).width()).isEqualTo(2048);
    }

    @Test
    void what_is_packed_into_a_picture_is_not_unpacked() throws IOException {
        var file = PhotoFiles.pngWithPackedText(300_000_000);
        assertThat(file.length).isLessThan(1_000_000);
        var thread = (com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean();
        var before = thread.getCurrentThreadAllocatedBytes();
        assertThat(read(file).width()).isEqualTo(10);
        assertThat(thread.getCurrentThreadAllocatedBytes() - before).isLessThan(30_000_000);
    }

    @Test
    void what_stands_behind_a_picture_or_in_its_comments_does_not_stay() throws IOException {
        var page = "<script>alert('behind')</script>".getBytes(StandardCharsets.UTF_8);
        var png = PhotoFiles.png(10, 10);
        var jpeg = PhotoFiles.jpegWithExif(10, 10, 1);
        var comment = ByteBuffer.allocate(jpeg.length + page.length + 4).put(jpeg, 0, 2).putShort((short) 0xFFFE).putShort((short) (page.length + 2))
                .put(page).put(jpeg, 2, jpeg.length - 2).array();
        for (var file : new byte[][] {ByteBuffer.allocate(png.length + page.length).put(png).put(page).array(), comment}) {
            assertThat(new String(read(file).jpeg(), StandardCharsets.ISO_8859_1)).doesNotContain("script");
        }
    }

    @Test
    void what_is_no_photo_is_refused_whatever_it_is_called() throws IOException {
        var gif = new ByteArrayOutputStream();
        ImageIO.write(PhotoFiles.picture(10, 10), "gif", gif);
        var cut = PhotoFiles.png(300, 300);
        for (var file : new byte[][] {"<svg onload='alert(1)'/>".getBytes(StandardCharsets.UTF_8), "%PDF-1.7".getBytes(StandardCharsets.UTF_8),
            gif.toByteArray(), Arrays.copyOf(cut, 60), new byte[] {(byte) 0xFF, (byte) 0xD8, (byte) 0xFF}}) {
            assertThat(PhotoReader.read(file)).isEqualTo(new Photo.Reading.Refused(PhotoReader.NO_PHOTO));
        }
        assertThat(PhotoReader.read(new byte[0])).isEqualTo(new Photo.Reading.Refused(PhotoReader.EMPTY));
        assertThat(PhotoReader.read(new byte[PhotoReader.MOST_BYTES + 1])).isEqualTo(new Photo.Reading.Refused(PhotoReader.TOO_LARGE));
    }

    /** The size stands in the header: 8 bytes of signature, length, "IHDR", width, height. */
    private static byte[] sized(byte[] png, int width, int height) {
        var header = ByteBuffer.wrap(png);
        header.putInt(16, width).putInt(20, height);
        var checksum = new CRC32();
        checksum.update(png, 12, 17);
        header.putInt(29, (int) checksum.getValue());
        return png;
    }

    private static boolean isGreen(BufferedImage image, int x, int y) {
        var colour = new Color(image.getRGB(x, y));
        return colour.getGreen() > 150 && colour.getRed() < 100 && colour.getBlue() < 100;
    }

    private static Photo read(byte[] file) {
        return ((Photo.Reading.Read) PhotoReader.read(file)).photo();
    }
}
