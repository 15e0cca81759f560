package org.xinju.registry.roster;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import org.xinju.events.Rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

/** Files that somebody made to take the service's memory, or to have it read what is not in the file. */
class HostileRostersTest {

    private static final String SHEET = "xl/worksheets/sheet1.xml";
    private static final String STRINGS = "xl/sharedStrings.xml";
    private static final String HEAD = "<row><c t=\"inlineStr\"><is><t>姓名</t></is></c><c t=\"inlineStr\"><is><t>身份证号</t></is></c></row>";
    private static final String MEGABYTE = "x".repeat(1_000_000);

    private interface Content {
        void to(Text out) throws IOException;
    }

    private record Text(OutputStream out, Charset charset) {

        Text write(String text) throws IOException {
            out.write(text.getBytes(charset));
            return this;
        }

        Text times(int times, String text) throws IOException {
            var bytes = text.getBytes(charset);
            for (var n = 0; n < times; n++) {
                out.write(bytes);
            }
            return this;
        }
    }

    static Stream<Arguments> files() throws IOException {
        return Stream.of(
                arguments("300 MB of nothing", sheet(out -> out.times(300, "\0".repeat(1_000_000))), RosterReader.DAMAGED),
                arguments("300 MB in what is no part", workbook(Map.of("x/picture.bin", out -> out.write("BM").times(300, MEGABYTE))), RosterReader.TOO_MUCH),
                arguments("a text without end", sheet(out -> out.write("<row><c t=\"inlineStr\"><is><t>").times(100, MEGABYTE)), RosterReader.TOO_MUCH),
                arguments("an attribute without end", sheet(out -> out.write("<row><c s=\"").times(100, MEGABYTE)), RosterReader.TOO_MUCH),
                arguments("a text with rows in it, which are none", sheet(out -> {
                    out.write("<row><c t=\"inlineStr\"><is><t>");
                    for (var n = 0; n < 30; n++) {
                        out.write(MEGABYTE).write("<row/><worksheet><sheetData><row/></sheetData></worksheet>");
                    }
                }), RosterReader.TOO_MUCH),
                arguments("cells without end in a row", sheet(out -> out.write("<row>").times(2_000_000, "<c/>")), RosterReader.TOO_MUCH),
                arguments("a column far beyond the last", sheet(out -> out.write("<row><c r=\"ZZZZZZ1\"><v>1</v></c></row>")), RosterReader.TOO_MUCH),
                arguments("that column under another name", sheet(out -> out.write("<row><c xmlns:x=\"urn:x\" x:r=\"A1\" r=\"ZZZZZZ1\"><v>1</v></c></row>")),
                        RosterReader.TOO_MUCH),
                arguments("a row far beyond the last", sheet(out -> out.write("<row r=\"999999999\"><c><v>1</v></c></row>")), RosterReader.TOO_MUCH),
                arguments("all cells that there can be", sheet(out -> out.write(HEAD).times(50_000, "<row>" + "<c><v>1</v></c>".repeat(100) + "</row>")),
                        RosterReader.TOO_MUCH),
                arguments("long texts in every row", sheet(out -> out.write(HEAD).times(100, "<row><c t=\"inlineStr\"><is><t>" + MEGABYTE + "</t></is></c></row>")),
                        RosterReader.TOO_MUCH),
                arguments("formulas that many cells share", sheet(out -> out.times(100, "<row><c><f t=\"shared\" si=\"1\">" + MEGABYTE + "</f></c></row>")),
                        RosterReader.TOO_MUCH),
                arguments("shared strings without end", strings(out -> out.times(3_000_000, "<si><t>a</t></si>")), RosterReader.TOO_MUCH),
                arguments("long shared strings", strings(out -> out.times(100, "<si><t>" + MEGABYTE + "</t></si>")), RosterReader.TOO_MUCH),
                arguments("shared strings among rows", strings(out -> out.write("<sheetData>").times(100, "<row/><x><si><t>" + MEGABYTE + "</t></si></x>")),
                        RosterReader.TOO_MUCH),
                arguments("an entity of a file", sheet("<!DOCTYPE w [<!ENTITY e SYSTEM \"file:///etc/passwd\">]>",
                        out -> out.write("<row><c t=\"inlineStr\"><is><t>&e;</t></is></c></row>")), RosterReader.DAMAGED),
                arguments("entities of entities", sheet("<!DOCTYPE w [<!ENTITY a \"" + MEGABYTE + "\"><!ENTITY b \"" + "&a;".repeat(1_000) + "\">]>",
                        out -> out.write("<row><c t=\"inlineStr\"><is><t>&b;</t></is></c></row>")), RosterReader.DAMAGED),
                arguments("a DTD in wider characters", sheet(StandardCharsets.UTF_16, "<!DOCTYPE w>", out -> out.write(HEAD)), RosterReader.DAMAGED),
                arguments("cells without end in wider characters", sheet(StandardCharsets.UTF_16, "", out -> out.write("<row>").times(600_000, "<c/>")),
                        RosterReader.TOO_MUCH),
                arguments("another zip behind the first", behind(workbook(Map.of()), sheet(out -> out.write("<row>").times(2_000_000, "<c/>"))), RosterReader.TOO_MUCH),
                arguments("commas without end", "姓名,身份证号\n".concat(",".repeat(15_000_000)).getBytes(StandardCharsets.UTF_8), RosterReader.TOO_MUCH),
                arguments("an old workbook of cells", oldWorkbook(3_000, 250), RosterReader.TOO_MUCH));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("files")
    void is_refused_before_it_is_kept(String what, byte[] file, Rule rule) {
        assertThat(file.length).as("as it may be sent").isLessThan(RosterReader.MOST_BYTES);
        assertThat(RosterReader.read(file)).isInstanceOfSatisfying(RosterFile.NotARoster.class,
                refused -> assertThat(refused.reason().rule()).as(what).isEqualTo(rule));
    }

    /** What is refused above must not take these with it. */
    @Test
    void the_largest_roster_is_read_in_every_dress() throws IOException {
        var people = RosterReader.MOST_PEOPLE;
        var row = "<row>" + "<c t=\"inlineStr\"><is><t>990206198801010028</t></is></c>".repeat(12) + "</row>";
        var head = HEAD.replace("</row>", "<c t=\"inlineStr\"><is><t>入职日期</t></is></c></row>");
        for (var file : List.of(sheet(out -> out.write(head).times(people, row)), oldWorkbook(people, 9, "姓名", "身份证号", "入职日期"),
                "姓名,身份证号,入职日期\n".concat("张三,990206198801010028,2026-01-01,,,,,,,,,,,,,,,,,,\n".repeat(people)).getBytes(StandardCharsets.UTF_8))) {
            assertThat(RosterReader.read(file)).isInstanceOfSatisfying(RosterFile.Roster.class, roster -> assertThat(roster.rows()).hasSize(people));
        }
    }

    /** Offices write the tags of their old drawings as pages have them, without their ends. */
    @Test
    void a_drawing_that_nobody_opens_may_be_broken() throws IOException {
        var people = RosterReader.read(RosterFilesTest.bytes("forty.xlsx"));
        var drawing = "<xml xmlns:v=\"urn:schemas-microsoft-com:vml\"><v:shape><div>备注<br>请核对</div></v:shape></xml>";
        assertThat(RosterReader.read(workbook(Map.of("xl/drawings/vmlDrawing1.vml", out -> out.write(drawing))))).isEqualTo(people);
    }

    @Test
    void a_sheet_that_breaks_off_is_damaged() throws IOException {
        var file = workbook(Map.of(SHEET, out -> out.write("<worksheet><sheetData>" + HEAD + "<row><c t=\"inlineStr\"><is><t>张三</is>")));
        assertThat(RosterReader.read(file)).isInstanceOfSatisfying(RosterFile.NotARoster.class,
                refused -> assertThat(refused.reason().rule()).isEqualTo(RosterReader.DAMAGED));
    }

    @Test
    void names_that_lead_out_of_the_folder_are_only_names() throws IOException {
        var file = workbook(Map.of("../../../../tmp/out-of-the-folder", out -> out.write("x"), SHEET,
                out -> out.write("<worksheet><sheetData>" + HEAD + "</sheetData></worksheet>")));
        assertThat(RosterReader.read(file)).isInstanceOfSatisfying(RosterFile.NotARoster.class,
                refused -> assertThat(refused.reason().rule()).isEqualTo(RosterReader.COLUMN_MISSING));
    }

    private static byte[] sheet(Content content) throws IOException {
        return sheet("", content);
    }

    private static byte[] sheet(String doctype, Content content) throws IOException {
        return sheet(StandardCharsets.UTF_8, doctype, content);
    }

    private static byte[] sheet(Charset charset, String doctype, Content content) throws IOException {
        return workbook(Map.of(SHEET, raw -> {
            var out = new Text(raw.out(), charset);
            out.write("<?xml version=\"1.0\"?>" + doctype + "<worksheet><sheetData>");
            content.to(out);
            out.write("</sheetData></worksheet>");
        }));
    }

    private static byte[] strings(Content content) throws IOException {
        return workbook(Map.of(SHEET, out -> out.write("<worksheet><sheetData><row><c t=\"s\"><v>2999999</v></c></row></sheetData></worksheet>"), STRINGS, out -> {
            out.write("<sst>");
            content.to(out);
            out.write("</sst>");
        }));
    }

    /** A workbook as offices send them, with these parts instead of its own. */
    private static byte[] workbook(Map<String, Content> parts) throws IOException {
        var all = new LinkedHashMap<String, Content>();
        try (var office = new ZipInputStream(new ByteArrayInputStream(RosterFilesTest.bytes("forty.xlsx")))) {
            for (var entry = office.getNextEntry(); entry != null; entry = office.getNextEntry()) {
                var content = office.readAllBytes();
                all.put(entry.getName(), out -> out.out().write(content));
            }
        }
        all.putAll(parts);
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            for (var part : all.entrySet()) {
                zip.putNextEntry(new ZipEntry(part.getKey()));
                part.getValue().to(new Text(zip, StandardCharsets.UTF_8));
            }
        }
        return bytes.toByteArray();
    }

    /** Who reads from the front sees the first, who asks the directory at the end sees the second. */
    private static byte[] behind(byte[] first, byte[] second) {
        var both = new ByteArrayOutputStream();
        both.writeBytes(first);
        both.writeBytes(second);
        return both.toByteArray();
    }

    private static byte[] oldWorkbook(int rows, int columns, String... head) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var workbook = new HSSFWorkbook()) {
            var sheet = workbook.createSheet();
            for (var r = 0; r <= rows; r++) {
                var row = sheet.createRow(r);
                for (var c = 0; c < (r == 0 ? head.length : columns); c++) {
                    row.createCell(c).setCellValue(r == 0 ? head[c] : "990206198801010028");
                }
            }
            workbook.write(bytes);
        }
        return bytes.toByteArray();
    }
}
