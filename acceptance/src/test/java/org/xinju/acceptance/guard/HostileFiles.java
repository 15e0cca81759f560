package org.xinju.acceptance.guard;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/** Files that somebody made to take a service's memory, to have it read or ask what is not in the file, or to have it show what is not what it seems. */
final class HostileFiles {

    /** A page in a file that is none. */
    static final String PAGE = "<script>alert('from a file')</script>";

    private static final byte[] MEGABYTE = "x".repeat(1_000_000).getBytes(StandardCharsets.UTF_8);
    private static final String SHEET = "<worksheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><sheetData><row>";
    private static final String RELATIONS = "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">"
            + "<Relationship Id=\"r1\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/%s\" Target=\"%s\"/></Relationships>";

    /** What makes a workbook of a sheet: without it nobody would come as far as the sheet. */
    private static final Map<String, String> AROUND = Map.of(
            "[Content_Types].xml", "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">"
                    + "<Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>"
                    + "<Override PartName=\"/xl/workbook.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml\"/>"
                    + "<Override PartName=\"/xl/sharedStrings.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.spreadsheetml.sharedStrings+xml\"/>"
                    + "<Override PartName=\"/xl/styles.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml\"/></Types>",
            "xl/sharedStrings.xml", "<sst xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"/>",
            "xl/styles.xml", "<styleSheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"/>",
            "_rels/.rels", RELATIONS.formatted("officeDocument", "xl/workbook.xml"),
            "xl/workbook.xml", "<workbook xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\" "
                    + "xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\"><sheets><sheet name=\"a\" sheetId=\"1\" r:id=\"r1\"/></sheets></workbook>",
            "xl/_rels/workbook.xml.rels", RELATIONS.formatted("worksheet", "worksheets/sheet1.xml"));

    private HostileFiles() {}

    /** @param picture whether it is one besides, so that it may be taken as one */
    record Hostile(String what, String name, byte[] content, boolean picture) {}

    /** @param asked where somebody listens whom nobody has to ask */
    static List<Hostile> all(String asked) {
        try {
            return List.of(
                    file("300 MB of zeros, packed", "a.xlsx", sheet(out -> times(300, new byte[1_000_000], out))),
                    file("a text of a hundred megabytes, packed", "a.xlsx", sheet(out -> {
                        out.write(text("<c t=\"inlineStr\"><is><t>"));
                        times(100, MEGABYTE, out);
                    })),
                    file("cells without end in one row, packed", "a.xlsx", sheet(out -> times(2_000_000, text("<c/>"), out))),
                    file("a column far beyond the last", "a.xlsx", sheet(out -> out.write(text("<c r=\"ZZZZZZ1\"><v>1</v></c>")))),
                    file("an entity that is a file", "a.xlsx", sheet("<!DOCTYPE w [<!ENTITY e SYSTEM \"file:///etc/hostname\">]>", "&e;")),
                    file("an entity that is asked for", "a.xlsx", sheet("<!DOCTYPE w [<!ENTITY % e SYSTEM \"" + asked + "\">%e;]>", "")),
                    file("commas without end", "a.csv", ",".repeat(9_000_000).getBytes(StandardCharsets.UTF_8)),
                    file("a page", "a.png", text("<html>" + PAGE)),
                    file("a drawing with a program in it", "a.svg", text("<svg xmlns=\"http://www.w3.org/2000/svg\">" + PAGE + "</svg>")),
                    file("a document", "a.jpg", text("%PDF-1.7\n1 0 obj << /OpenAction << /S /JavaScript /JS (app.alert(1)) >> >>")),
                    file("a program", "a.jpg", text("MZ\u0000\u0000 This program cannot be run in DOS mode.")),
                    file("a picture of 3.6 thousand million pixels", "a.png", ByteBuffer.wrap(png()).putInt(16, 60_000).putInt(20, 60_000).array()),
                    file("a picture in one row", "a.png", ByteBuffer.wrap(png()).putInt(16, 50_000_000).putInt(20, 1).array()),
                    file("a picture that has to be kept whole", "a.jpg", progressive(7_000)),
                    new Hostile("a picture with a page behind it", "a.html", ByteBuffer.allocate(png().length + PAGE.length()).put(png()).put(text(PAGE)).array(), true),
                    new Hostile("a name that leads elsewhere", "../../../../../../tmp/a-name-that-leads-elsewhere.png", png(), true),
                    new Hostile("a name that is read from the right", "a\u202Egnp.exe", png(), true),
                    new Hostile("a name without end", "长".repeat(2_000) + ".png", png(), true));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private interface Content {
        void to(OutputStream out) throws IOException;
    }

    private static Hostile file(String what, String name, byte[] content) {
        return new Hostile(what, name, content, false);
    }

    private static byte[] text(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static void times(int times, byte[] what, OutputStream out) throws IOException {
        for (var n = 0; n < times; n++) {
            out.write(what);
        }
    }

    private static byte[] sheet(Content content) throws IOException {
        return sheet("", content);
    }

    private static byte[] sheet(String doctype, String content) throws IOException {
        return sheet(doctype, out -> out.write(text("<c><v>" + content + "</v></c>")));
    }

    private static byte[] sheet(String doctype, Content content) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            for (var part : AROUND.entrySet()) {
                zip.putNextEntry(new ZipEntry(part.getKey()));
                zip.write(text(part.getValue()));
            }
            zip.putNextEntry(new ZipEntry("xl/worksheets/sheet1.xml"));
            zip.write(text(doctype + SHEET));
            content.to(zip);
        }
        return bytes.toByteArray();
    }

    private static byte[] png() {
        return Specimens.picture();
    }

    /** A few hundred bytes that say they are a picture of many pixels, in several scans. */
    private static byte[] progressive(int side) throws IOException {
        var writer = ImageIO.getImageWritersByFormatName("jpeg").next();
        var parameters = writer.getDefaultWriteParam();
        parameters.setProgressiveMode(ImageWriteParam.MODE_DEFAULT);
        var bytes = new ByteArrayOutputStream();
        try (var out = new MemoryCacheImageOutputStream(bytes)) {
            writer.setOutput(out);
            writer.write(null, new IIOImage(new BufferedImage(32, 32, BufferedImage.TYPE_INT_RGB), null, null), parameters);
        } finally {
            writer.dispose();
        }
        var jpeg = ByteBuffer.wrap(bytes.toByteArray());
        for (var at = 2; ; at += 2 + Short.toUnsignedInt(jpeg.getShort(at + 2))) { // marker, length, content
            if (jpeg.getShort(at) == (short) 0xFFC2) { // frame: length, depth of a sample, height, width
                return jpeg.putShort(at + 5, (short) side).putShort(at + 7, (short) side).array();
            }
        }
    }
}
